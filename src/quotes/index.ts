/** Who is quoted saying what, and when: marks → stretches → attribution → quotes, and reported clauses without marks. */
import { findMarks } from '../document/marks.js'
import type { Cast, Document, Language, Quote, TimeExpression, Unsaid } from '../types.js'
import { attribute } from './attribution.js'
import { numbered, openRoom } from './draft.js'
import { indirectQuotes } from './indirect.js'
import { clausesByCue, markedQuotes } from './marked.js'
import { findReportedClauses } from './reported/index.js'
import { layStretches } from './stretches.js'
import { attributionWeights } from './weights.js'

/** The quotes of a document in text order, and the marked words that nobody said. */
export function findQuotes(document: Document, language: Language, cast: Cast, dates: readonly TimeExpression[]): { quotes: Quote[]; unsaid: Unsaid[] } {
  const { text } = document, regions = findMarks(document), marked = layStretches(document, language, regions)
  const reading = attribute(document, language, marked, attributionWeights())
  const clauses = findReportedClauses(document, language, regions), room = openRoom(document, language, marked, cast, dates)
  const spoken = markedQuotes(room, reading, clausesByCue(clauses))
  const drafts = [...spoken, ...indirectQuotes(room, clauses, spoken.flatMap(({ quote }) => quote.spans))]
  const unsaid = reading.unsaid.map(({ stretch: { region: { inner: { start, end } } } }): Unsaid => ({ start, end, text: text.slice(start, end), reason: 'nobody is told to say it' }))
  return { quotes: numbered(drafts), unsaid }
}
