/** Who is quoted saying what, and when: marks → stretches → attribution → quotes, and reported clauses without marks. */
import { findMarks } from '../document/marks.js'
import { partitionPoint } from '../search.js'
import type { Cast, Document, Language, Quote, TimeExpression, Unsaid } from '../types.js'
import { attribute } from './attribution.js'
import { shippedCalibration } from './confidence.js'
import { numbered, openRoom, type Settings } from './draft.js'
import { reasonOf } from './explain.js'
import { indirectQuotes } from './indirect.js'
import { clausesByCue, markedQuotes } from './marked.js'
import { findReportedClauses } from './reported/index.js'
import { layStretches } from './stretches.js'
import { turnQuotes } from './turn-quotes.js'
import { findTurns } from './turns.js'
import { attributionWeights } from './weights.js'

const shipped = (): Settings => ({ weights: attributionWeights(), calibration: shippedCalibration() })

/** The quotes of a document in text order, and the marked words that nobody said. */
export function findQuotes(document: Document, language: Language, cast: Cast, dates: readonly TimeExpression[], settings: Settings = shipped()): { quotes: Quote[]; unsaid: Unsaid[] } {
  const { text } = document, turns = findTurns(document, language)
  const turning = new Set(turns.flatMap(turn => turn.paragraphs)), inTurn = paragraphTest(document, turning)
  const regions = findMarks(document).filter(region => !inTurn(region.start))
  const marked = layStretches(document, language, regions, cast), reading = attribute(document, language, marked, settings.weights)
  const clauses = findReportedClauses(document, language, regions, settings.reported), room = openRoom(document, language, marked, cast, dates, settings)
  const spoken = [...markedQuotes(room, reading, clausesByCue(clauses)), ...turnQuotes(room, cast, turns)]
  const drafts = [...spoken, ...indirectQuotes(room, clauses, spoken.flatMap(({ quote }) => quote.spans))]
  const unsaid = reading.unsaid.map(({ stretch, ranked }): Unsaid => {
    const { start, end } = stretch.region.inner
    return { start, end, text: text.slice(start, end), reason: reasonOf(document, language, stretch, ranked) }
  })
  return { quotes: numbered(drafts, settings), unsaid }
}

/** Whether an offset lies in one of some paragraphs. */
function paragraphTest({ paragraphs }: Document, wanted: ReadonlySet<number>): (at: number) => boolean {
  if (wanted.size === 0) return () => false
  const own = [...wanted].sort((a, b) => a - b).map(i => paragraphs[i])
  return at => {
    const low = partitionPoint(own.length, i => own[i].end <= at)
    return low < own.length && own[low].start <= at
  }
}
