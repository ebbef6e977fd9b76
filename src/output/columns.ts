/** The columns of tables, csv, tsv and markdown: one table of data for each command. */
import { offsetTable } from './offsets.js'
import { partitionPoint } from '../search.js'
import type { Span } from '../types.js'
import type { Command, OutputContext, Result } from './format.js'
import type { DateRecord, EntityRecord, QuoteRecord } from './records.js'

export interface Row extends Span {
  readonly cells: Readonly<Record<string, string | number>>
}

export interface Column {
  readonly name: string
  /** Whether a terminal's table shows it; csv and tsv show all. */
  readonly table: boolean
  readonly align?: 'right'
  /** Share of the terminal's free width that its text may take; 0 is never wrapped. */
  readonly weight: number
}

const column = (name: string, weight = 0, table = true, align?: 'right'): Column => ({ name, weight, table, ...(align ? { align } : {}) })
const PLACE = [column('start', 0, false), column('end', 0, false)]
const SENTENCE = column('sentence', 4, false)

type Rows = Exclude<Command, 'analyze'> | 'mentions'

const COLUMNS: Record<Rows, readonly Column[]> = {
  entities: [column('type'), column('name', 3), column('count', 0, true, 'right'), column('roles', 3), column('aliases', 3), column('id', 0, false), ...PLACE, SENTENCE],
  mentions: [column('type'), column('name', 2), column('text', 2), column('kind'), column('quote'), column('start', 0, true, 'right'), column('end', 0, true, 'right'), column('entity', 0, false), column('sentence', 4)],
  dates: [column('text', 2), column('type'), column('value'), column('from', 0, false), column('to', 0, false), column('quote'), column('start', 0, true, 'right'), column('end', 0, true, 'right'), SENTENCE],
  quotes: [
    column('speaker', 2), column('cue'), column('quote', 6), column('said'), column('kind'), column('mention', 2, false), column('mention_kind', 0, false),
    column('speaker_type', 0, false), column('entity', 0, false), column('about', 2, false), column('confidence', 0, false), column('utterance', 0, false), column('id', 0, false), ...PLACE, SENTENCE,
  ],
}

const rowsOfCommand = (command: Command, mentions: boolean): Rows => {
  if (command === 'analyze') throw new Error('analyze has no rows of its own')
  return command === 'entities' && mentions ? 'mentions' : command
}

const DOCUMENT = column('document', 1)
const RULE = column('rule', 3)

/** Names of all columns that can be asked for. */
export const columnNames = (command: Command, mentions: boolean): string[] => [DOCUMENT, ...COLUMNS[rowsOfCommand(command, mentions)], RULE].map(c => c.name)

/**
 * The columns that a command prints: those asked for, else the usual ones. `document` comes first in data formats, and in
 * tables of several documents; a terminal's table says in words below each row what `rule` says (but for mentions).
 */
export function columnsOf({ command, mentions, explain, several, columns }: OutputContext, forTable: boolean): readonly Column[] {
  const own = COLUMNS[rowsOfCommand(command, mentions)]
  if (columns !== null) return columns.map(name => [DOCUMENT, ...own, RULE].find(c => c.name === name)!)
  const all = [{ ...DOCUMENT, table: several }, ...own, ...(explain ? [{ ...RULE, table: mentions }] : [])]
  return forTable ? all.filter(c => c.table) : all
}

const list = (items: readonly string[]): string => items.join('; ')

/** Finds the sentence around a span, as text. */
function sentenceFinder({ text, sentences }: Result): (start: number) => string {
  return start => {
    const low = partitionPoint(sentences.length, i => sentences[i].end <= start)
    const found = sentences[low]
    return found && found.start <= start ? text.slice(found.start, found.end) : ''
  }
}

const entityRow = (e: EntityRecord, sentence: (start: number) => string): Row => {
  const { start, end } = e.mentions[0]
  return { start, end, cells: { id: e.id, type: e.type, name: e.name, count: e.count, roles: list(e.roles), aliases: list(e.aliases), rule: '', sentence: sentence(start) } }
}

const mentionRows = (e: EntityRecord, sentence: (start: number) => string): Row[] => e.mentions.map(({ start, end, text, kind, quote, rule }) =>
  ({ start, end, cells: { type: e.type, name: e.name, entity: e.id, text, kind, quote: quote ?? '', rule: rule ?? '', sentence: sentence(start) } }))

const dateRow = ({ start, end, text, type, value, from, to, quote, rule }: DateRecord, sentence: (start: number) => string): Row =>
  ({ start, end, cells: { text, type, value, from: from ?? '', to: to ?? '', quote: quote ?? '', rule: rule ?? '', sentence: sentence(start) } })

const quoteRow = (q: QuoteRecord, { text }: Result): Row => ({
  start: q.start, end: q.end,
  cells: {
    id: q.id, kind: q.kind, quote: q.text, speaker: q.speaker?.name ?? '', speaker_type: q.speaker?.type ?? '', entity: q.speaker?.entity ?? '',
    mention: q.speaker?.mention?.text ?? '', mention_kind: q.speaker?.mention?.kind ?? '', cue: q.cue?.text ?? '', said: q.said?.value ?? '',
    about: list(q.about.map(a => a.name)), confidence: q.confidence, utterance: q.utterance, rule: [q.rule, ...(q.evidence ?? [])].join('; '), sentence: text.slice(q.sentence.start, q.sentence.end),
  },
})

/** A document's rows for a command, each with the cells of all columns. */
export function rowsOf(result: Result, { command, mentions, offsets }: OutputContext): Row[] {
  const table = offsets === 'utf16' ? null : offsetTable(result.text, offsets), at = (offset: number): number => (table ? table[offset] : offset)
  const { record } = result, sentence = sentenceFinder(result)
  const rows = command === 'dates' ? record.dates.map(d => dateRow(d, sentence))
    : command === 'quotes' ? record.quotes.map(q => quoteRow(q, result))
    : mentions ? record.entities.flatMap(e => mentionRows(e, sentence)).sort((a, b) => a.start - b.start || a.end - b.end)
    : record.entities.map(e => entityRow(e, sentence))
  return rows.map(row => ({ ...row, cells: { document: record.id, start: at(row.start), end: at(row.end), ...row.cells } }))
}
