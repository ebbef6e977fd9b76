/** The ranker: a softmax over a stretch's candidates, each scored by the sum of its features' weights. */
import type { Document, Language } from '../types.js'
import { findCandidates, lookAround, type Candidate, type Surroundings } from './candidates.js'
import { candidateFeatures, stretchFeatures } from './features.js'
import type { MarkedTokens, Stretch } from './stretches.js'

/** Weight of a feature; what it does not know weighs nothing. */
export type Weights = ReadonlyMap<string, number>

export interface Ranked {
  readonly candidate: Candidate
  /** Share of the candidates' probability, 0 to 1. */
  readonly share: number
}

/** The candidates of a stretch, each with its features. */
export function seeStretch({ text }: Document, language: Language, marked: MarkedTokens, stretch: Stretch): { candidates: Candidate[]; features: string[][]; around: Surroundings } {
  const around = lookAround(language, marked, stretch), candidates = findCandidates(language, marked, stretch, around)
  const own = stretchFeatures(text, language, marked, stretch, around)
  const ofWay = { unsaid: own.map(f => `u|${f}`), continue: own.map(f => `c|${f}`), cue: [] as string[] }
  const features = candidates.map(candidate => [...ofWay[candidate.way], ...candidateFeatures(text, language, marked, stretch, around, candidate).map(f => `${candidate.way[0]}:${f}`)])
  return { candidates, features, around }
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
  const { candidates, features } = seeStretch(document, language, marked, stretch)
  const shares = softmax(features.map(own => scoreOf(own, weights)))
  return candidates.map((candidate, i) => ({ candidate, share: shares[i] })).sort((a, b) => b.share - a.share)
}
