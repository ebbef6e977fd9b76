/** Reported clauses: who is reported to say what, by which cue, in speech without marks and around marked words. */
import type { MarkedRegion } from '../../document/marks.js'
import type { Document, Language, Span } from '../../types.js'
import { probabilityOf, readCue } from './decode.js'
import { SCALE, readWeights, type Weights } from './model.js'
import { AFTER, BEFORE } from './options.js'
import type { TokenSpan } from './source.js'
import { cueLemma, viewOf, type View } from './view.js'
import { cueLexicon, ROLE, shippedIdioms } from './words.js'

export type { TokenSpan } from './source.js'

export interface ReportedClause {
  readonly cue: TokenSpan & { readonly lemma: string }
  /** The phrase naming the source as it stands, with what belongs to it; `head` is the token of its head noun. */
  readonly source: (TokenSpan & { readonly head: number }) | null
  /** Offsets of the reported clause without "that", one or more pieces, in text order. */
  readonly content: readonly Span[]
  /** Probability (0 to 1) that this reports speech or writing. */
  readonly score: number
  /** "said: content after the cue", shown by --explain. */
  readonly rule: string
}

/** Whether a cue ends one of the phrases that look like a report and are none. */
function isIdiom({ tokens, role }: View, cue: number): boolean {
  if (!(role[cue] & ROLE.idiom)) return false
  const idioms = shippedIdioms(), { lower } = tokens[cue], before = tokens[cue - 1]?.lower ?? '', first = tokens[cue - 2]?.lower ?? ''
  return idioms.has(`${before} ${lower}`) || idioms.has(`${first} ${before} ${lower}`)
}

/** Least probability of a clause with a verb, and of one without: "announced his resignation" is oftener an act than speech. */
const CLAUSE = 0.5, PHRASE = 0.75

const hasVerb = (tokens: Language['tokens'], { first, last }: TokenSpan): boolean => {
  for (let i = first; i < last; i++) if (tokens[i].pos === 'VERB' || tokens[i].pos === 'AUX') return true
  return false
}

/**
 * The reported clauses of a document in the order of their cues; clauses may nest. Cues inside marks are left out.
 * Clauses whose content is marked words are given too: they tell who said a direct or mixed quote.
 */
export function findReportedClauses(_document: Document, language: Language, marks: readonly MarkedRegion[], weights: Weights = readWeights()): ReportedClause[] {
  const view = viewOf(language, marks, cueLexicon()), { tokens } = language
  const clauses: ReportedClause[] = [], seen = new Set<string>()
  for (const i of view.cues) {
    if (isIdiom(view, i)) continue
    const reading = readCue(view, i, weights, 1 / SCALE)
    if (!reading) continue
    const { option, pieces, source } = reading, probability = probabilityOf(view, i, reading, weights, 1 / SCALE)
    if (probability < (pieces.some(piece => hasVerb(tokens, piece)) ? CLAUSE : PHRASE)) continue
    const lemma = cueLemma(view, i), content = pieces.map(({ first, last }) => ({ start: tokens[first].start, end: tokens[last - 1].end }))
    const key = content.map(({ start, end }) => `${start}-${end}`).join()
    if (seen.has(key)) continue
    seen.add(key)
    const where = option.pattern === AFTER ? 'after' : option.pattern === BEFORE ? 'before' : 'on both sides of'
    clauses.push({
      cue: { first: i, last: lemma === 'according' ? i + 2 : i + 1, lemma: lemma === 'according' ? 'according to' : lemma },
      source: source.head < 0 ? null : { first: source.first, last: source.last, head: source.head },
      content, score: probability, rule: `${lemma}: content ${where} the cue`,
    })
  }
  return clauses
}
