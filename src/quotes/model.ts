/** The ranker: a softmax over a stretch's candidates, each scored by the sum of its features' weights. */
import type { Document, Language } from '../types.js'
import { findCandidates, lookAround, type Candidate } from './candidates.js'
import { continueFeatures, cueFeatures, openScene, placeOf, sourceFeatures, stretchFeatures, type Before, type CuePlace, type Features } from './features.js'
import type { MarkedTokens, Stretch } from './stretches.js'
import { Scorer, type WeightTable } from './table.js'

export interface Ranked {
  readonly candidate: Candidate
  /** Share of the candidates' probability, 0 to 1. */
  readonly share: number
}

/** The candidates of a stretch; their features are written to `out`, one candidate after the other. */
export function seeStretch({ text }: Document, language: Language, marked: MarkedTokens, stretch: Stretch, before: Before | null, out: Features): Candidate[] {
  const around = lookAround(language, marked, stretch), candidates = findCandidates(language, marked, around, before !== null)
  const scene = openScene(text, language, marked, stretch, around, before), writeStretch = stretchFeatures(scene)
  let place: CuePlace | null = null
  for (const candidate of candidates) {
    if (candidate.way === 'cue') {
      // Candidates of one cue follow each other.
      if (place?.cue !== candidate.cue) {
        place = placeOf(scene, candidate)
        out.share()
        cueFeatures(scene, place, out)
      }
      out.single()
      sourceFeatures(scene, place, candidate, out)
    } else {
      out.share()
      if (candidate.way === 'continue' && before) continueFeatures(text, scene, before, out)
      else out.add('ubias')
      out.single(candidate.way === 'continue' ? 'c|' : 'u|')
      writeStretch(out)
    }
    out.end()
  }
  return candidates
}

/** Scores turned into shares that sum to one. */
export function softmax(scores: readonly number[]): number[] {
  let most = -Infinity, sum = 0
  for (const score of scores) most = Math.max(most, score)
  const shares = scores.map(score => Math.exp(score - most))
  for (const share of shares) sum += share
  for (let i = 0; i < shares.length; i++) shares[i] /= sum
  return shares
}

/** The candidates of a stretch, the best first. */
export function rankStretch(document: Document, language: Language, marked: MarkedTokens, stretch: Stretch, before: Before | null, weights: WeightTable): Ranked[] {
  const scorer = new Scorer(weights), candidates = seeStretch(document, language, marked, stretch, before, scorer), shares = softmax(scorer.scores)
  return candidates.map((candidate, i) => ({ candidate, share: shares[i] })).sort((a, b) => b.share - a.share)
}
