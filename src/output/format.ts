/** What an output format is: pure functions from results to text. */
import type { Failure } from '../errors.js'
import type { Span } from '../types.js'
import type { OffsetUnit } from './offsets.js'
import type { DateRecord, DocumentRecord, EntityRecord, QuoteRecord } from './records.js'

export const COMMANDS = ['entities', 'dates', 'quotes', 'analyze'] as const
export type Command = (typeof COMMANDS)[number]

/** One document's findings with the text that they point into. Plain data: it can cross a thread. */
export interface Result {
  /** Its place among the run's documents, from 1. */
  readonly number: number
  readonly record: DocumentRecord
  readonly text: string
  readonly sentences: readonly Span[]
  readonly tokens: readonly Span[]
}

export interface OutputContext {
  readonly command: Command
  /** One row a mention instead of one an entity (tables, csv). */
  readonly mentions: boolean
  readonly explain: boolean
  /** The unit of the offsets that are printed. */
  readonly offsets: OffsetUnit
  /** A byte order mark before csv and tsv. */
  readonly excel: boolean
  /** The columns asked for, in this order; null for the usual ones. */
  readonly columns: readonly string[] | null
  /** Whether an order was asked for: rows are then not grouped. */
  readonly sorted: boolean
  /** Long cells are cut to one line instead of wrapped. */
  readonly cut: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly color: boolean
  /** Whether several documents are printed: rows then name theirs. */
  readonly several: boolean
}

export interface OutputFormat {
  readonly name: string
  /** It cuts pieces out of the text by their offsets: it is given UTF-16, and turns what it prints into `context.offsets` itself. */
  readonly ownOffsets?: true
  /** Written to a folder, a file of this extension beside each document's text, and these files once. Elsewhere it holds one document only. */
  readonly folder?: { readonly extension: string; readonly files: Readonly<Record<string, string>> }
  /** It prints an item a row: entities without their mentions, so that nothing of quotes is told beside them. */
  readonly rows?: true
  readonly head?: (context: OutputContext) => string
  /** `index` is 0 where nothing was printed before. */
  readonly document: (result: Result, context: OutputContext, index: number) => string
  /** What the tail is to know of a document, where several are printed. */
  readonly entry?: (result: Result) => string
  /** `count` documents were printed; `entries` are those of all documents, in order. */
  readonly tail?: (context: OutputContext, count: number, entries: readonly string[]) => string
  /** A failed document's own record, where the format has one. */
  readonly failed?: (failure: Failure, context: OutputContext) => string
}

export type ItemRecord = EntityRecord | DateRecord | QuoteRecord

/** The items that a command prints of a document. */
export function itemsOf(record: DocumentRecord, command: Exclude<Command, 'analyze'>): readonly ItemRecord[] {
  return record[command]
}
