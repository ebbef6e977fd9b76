/** The ranker: a softmax over a stretch's candidates, each scored by the sum of its features' weights. */
import type { Document, Language } from '../types.js'
import { findCandidates, lookAround, type Candidate } from './candidates.js'
import { candidateFeatures, sourceFeatures, stretchFeatures } from './features.js'
import type { MarkedTokens, Stretch } from './stretches.js'

/** Weight of a feature; what it does not know weighs nothing. */
export type Weights = ReadonlyMap<string, number>

export interface Ranked {
  readonly candidate: Candidate
  /** Share of the candidates' probability, 0 to 1. */
  readonly share: number
}

interface Seen {
  readonly candidates: readonly Candidate[]
  /** Features that candidates of one cue share (one list for all of them), and their own. */
  readonly shared: readonly (readonly string[])[]
  readonly own: readonly (readonly string[])[]
}

/** The candidates of a stretch, each with its features. */
export function seeStretch({ text }: Document, language: Language, marked: MarkedTokens, stretch: Stretch): Seen {
  const around = lookAround(language, marked, stretch), candidates = findCandidates(language, marked, stretch, around)
  const ofStretch = stretchFeatures(text, language, marked, stretch, around), shared: (readonly string[])[] = [], own: (readonly string[])[] = []
  candidates.forEach((candidate, i) => {
    const { way, cue } = candidate
    if (way === 'cue') {
      // Candidates of one cue follow each other.
      shared.push(i > 0 && candidates[i - 1].cue === cue ? shared[i - 1] : candidateFeatures(text, language, marked, stretch, around, candidate))
      own.push(sourceFeatures(language, marked, stretch, around, candidate))
    } else {
      shared.push(candidateFeatures(text, language, marked, stretch, around, candidate))
      own.push(ofStretch.map(f => `${way[0]}|${f}`))
    }
  })
  return { candidates, shared, own }
}

/** Scores turned into shares that sum to one. */
export function softmax(scores: readonly number[]): number[] {
  let most = -Infinity, sum = 0
  for (const score of scores) most = Math.max(most, score)
  const shares = scores.map(score => Math.exp(score - most))
  for (const share of shares) sum += share
  return shares.map(share => share / sum)
}

export function scoreOf(features: readonly string[], weights: Weights): number {
  let score = 0
  for (const feature of features) score += weights.get(feature) ?? 0
  return score
}

/** The candidates of a stretch, the best first. */
export function rankStretch(document: Document, language: Language, marked: MarkedTokens, stretch: Stretch, weights: Weights): Ranked[] {
  const { candidates, shared, own } = seeStretch(document, language, marked, stretch), scores: number[] = []
  let common = 0
  candidates.forEach((_, i) => {
    if (i === 0 || shared[i] !== shared[i - 1]) common = scoreOf(shared[i], weights)
    scores.push(common + scoreOf(own[i], weights))
  })
  const shares = softmax(scores)
  return candidates.map((candidate, i) => ({ candidate, share: shares[i] })).sort((a, b) => b.share - a.share)
}
