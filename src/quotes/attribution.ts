/** What each marked stretch hangs on: the ranker's choice, a stretch that goes on sharing the attribution before it. */
import type { Document, Language } from '../types.js'
import type { Candidate } from './candidates.js'
import { rankStretch, type Ranked, type Weights } from './model.js'
import type { MarkedTokens, Stretch } from './stretches.js'

/** A cue with its source, shared by all the stretches that hang on it. */
export interface Attribution {
  readonly candidate: Candidate
  readonly stretches: Attributed[]
}

export interface Attributed {
  readonly stretch: Stretch
  readonly ranked: readonly Ranked[]
  readonly chosen: Ranked
  readonly attribution: Attribution
}

export interface Reading {
  /** In text order. */
  readonly attributions: readonly Attribution[]
  readonly unsaid: readonly { readonly stretch: Stretch; readonly ranked: readonly Ranked[] }[]
}

/** Attributes the stretches of a document one after the other. */
export function attribute(document: Document, language: Language, marked: MarkedTokens, weights: Weights): Reading {
  const attributions: Attribution[] = [], unsaid: { stretch: Stretch; ranked: Ranked[] }[] = []
  let before: Attribution | null = null
  for (const stretch of marked.stretches) {
    const ranked = rankStretch(document, language, marked, stretch, weights)
    const goesOn: Attribution | null = before
    const chosen = ranked.find(({ candidate }) => candidate.way !== 'continue' || goesOn !== null)!
    before = null
    if (chosen.candidate.way === 'unsaid') {
      unsaid.push({ stretch, ranked })
      continue
    }
    const { cue, source } = chosen.candidate
    const shared = goesOn && (chosen.candidate.way === 'continue' || (goesOn.candidate.cue === cue && goesOn.candidate.source?.first === source?.first))
    const attribution: Attribution = shared ? goesOn : { candidate: chosen.candidate, stretches: [] }
    if (!shared) attributions.push(attribution)
    attribution.stretches.push({ stretch, ranked, chosen, attribution })
    before = attribution
  }
  return { attributions, unsaid }
}
