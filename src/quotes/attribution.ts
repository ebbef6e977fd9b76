/** What each marked stretch hangs on: the ranker's choice, a stretch that goes on sharing the attribution before it. */
import type { Document, Language } from '../types.js'
import type { Candidate } from './candidates.js'
import { rankStretch, type Ranked } from './model.js'
import type { MarkedTokens, Stretch } from './stretches.js'
import type { WeightTable } from './table.js'
import { signatureOf } from './turns.js'

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

/** How sure a signature makes: the share given to the one candidate that it is. */
const SIGNED = 0.97
/** Paragraphs between words that go on and those that they go on with. */
export const FARTHEST = 3
/** Below 1, doubtful words are taken as said. Where precision and recall meet on held-back training articles. */
const UNSAID_TRUST = 0.7

/** Attributes the stretches of a document one after the other. */
export function attribute(document: Document, language: Language, marked: MarkedTokens, weights: WeightTable): Reading {
  const attributions: Attribution[] = [], unsaid: { stretch: Stretch; ranked: Ranked[] }[] = []
  let before: Attribution | null = null
  for (const stretch of marked.stretches) {
    const signature = signatureOf(language, stretch), last = before?.stretches.at(-1)
    const goesOn: Attribution | null = last && stretch.paragraph - last.stretch.paragraph <= FARTHEST ? before : null
    const ranked = signature ? [{ candidate: signature, share: SIGNED }] : rankStretch(document, language, marked, stretch, goesOn && last ? { stretch: last.stretch, candidate: goesOn.candidate } : null, weights)
    const said = ranked.find(({ candidate: { way } }) => way !== 'unsaid')
    const silent = ranked.find(({ candidate: { way } }) => way === 'unsaid')
    const chosen = !said || (silent && silent.share * UNSAID_TRUST > said.share) ? silent ?? ranked[0] : said
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
