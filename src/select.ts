/** Which findings a command prints: the options that narrow a record down. Pure. */
import type { DateRecord, DocumentRecord, EntityRecord, QuoteRecord } from './output/records.js'
import { foldText, matchSpeaker } from './quotes/speakers.js'
import { arrangedDates, arrangedEntities, arrangedQuotes } from './sort.js'
import { NAME_TYPES, type EntityType, type QuoteKind } from './types.js'

export interface Selection {
  /** Entity types, or TIMEX3 types for dates; null for the usual ones. */
  readonly types: readonly string[] | null
  readonly minMentions: number
  readonly speakers: readonly string[]
  readonly about: readonly string[]
  readonly kinds: readonly QuoteKind[]
  readonly from: string | null
  readonly to: string | null
  readonly minConfidence: number
  /** What the command's items are sorted by; null for the order of the text. */
  readonly sort: string | null
  /** Of the command's items in each document. */
  readonly limit: number
}

export interface Selected {
  readonly record: DocumentRecord
  /** For each asked speaker that fits several entities, their names. */
  readonly ambiguous: readonly { readonly asked: string; readonly names: readonly string[] }[]
}

const overlaps = (span: { from: string | null; to: string | null } | undefined, { from, to }: Selection): boolean =>
  span !== undefined && span.from !== null && span.to !== null && (to === null || span.from <= to) && (from === null || span.to >= from)

function matches(entities: readonly EntityRecord[], asked: readonly string[]): { ids: Set<string>; found: Map<string, string[]> } {
  const ids = new Set<string>(), found = new Map<string, string[]>()
  for (const name of asked) {
    const own = matchSpeaker(entities, name)
    for (const id of own) ids.add(id)
    found.set(name, own)
  }
  return { ids, found }
}

/** Dates by type and time; the same for every command. */
const selectDates = (dates: readonly DateRecord[], selection: Selection): DateRecord[] =>
  dates.filter(d => (selection.types === null || selection.types.includes(d.type)) && ((selection.from === null && selection.to === null) || overlaps(d, selection)))

function selectQuotes(record: DocumentRecord, selection: Selection, speakers: ReadonlySet<string>, about: ReadonlySet<string>): QuoteRecord[] {
  const { kinds, minConfidence, from, to } = selection
  const dateAt = new Map(record.dates.map(d => [d.start, d]))
  return record.quotes.filter(q => kinds.includes(q.kind) && q.confidence >= minConfidence
    && (selection.speakers.length === 0 || (q.speaker !== null && (q.speaker.entity !== null ? speakers.has(q.speaker.entity) : selection.speakers.some(s => foldText(q.speaker!.name).includes(foldText(s))))))
    && (selection.about.length === 0 || q.about.some(a => about.has(a.entity)))
    && ((from === null && to === null) || (q.said !== null && overlaps(dateAt.get(q.said.start), selection))))
}

/** A record narrowed down for a command. Ids stay as they are. */
export function select(record: DocumentRecord, command: string, selection: Selection): Selected {
  const speakers = matches(record.entities, selection.speakers), about = matches(record.entities, selection.about)
  const nameOf = new Map(record.entities.map(e => [e.id, e.name]))
  const ambiguous = [...speakers.found, ...about.found].filter(([, ids]) => ids.length > 1).map(([asked, ids]) => ({ asked, names: ids.map(id => nameOf.get(id) ?? id) }))
  const types: readonly string[] = command === 'entities' && selection.types !== null ? selection.types : NAME_TYPES
  const { sort, limit } = selection
  const entities = record.entities.filter(e => types.includes(e.type as EntityType) && e.count >= selection.minMentions)
  const quotes = selectQuotes(record, selection, speakers.ids, about.ids)
  return {
    ambiguous,
    record: {
      ...record,
      entities: command === 'entities' ? arrangedEntities(entities, sort, limit) : entities,
      dates: command === 'dates' ? arrangedDates(selectDates(record.dates, selection), sort, limit) : record.dates,
      quotes: command === 'quotes' ? arrangedQuotes(quotes, sort, limit) : quotes,
    },
  }
}
