/** The JSON records of CONTRACT form that every output format prints: an analysis in plain data, in a fixed key order. */
import { VERSION } from '../data.js'
import { partitionPoint } from '../search.js'
import type { Analysis, Entity, Quote, Span, TimeExpression } from '../types.js'

/** Finds the quote in whose marks (content, for an indirect one) a span stands; the innermost of several. */
function quoteFinder(quotes: readonly Quote[]): (span: Span) => string | null {
  const pieces = quotes
    .flatMap(q => (q.spans.length > 0 ? q.spans : q.content).map(({ start, end }) => ({ start, end, id: q.id })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const reach: number[] = []
  pieces.forEach((piece, i) => reach.push(Math.max(piece.end, reach[i - 1] ?? 0)))
  return ({ start, end }) => {
    const low = partitionPoint(pieces.length, i => pieces[i].start <= start)
    for (let i = low - 1; i >= 0 && reach[i] >= end; i--) if (pieces[i].end >= end) return pieces[i].id
    return null
  }
}

export type EntityRecord = ReturnType<typeof entityRecord>
export type DateRecord = ReturnType<typeof dateRecord>
export type QuoteRecord = ReturnType<typeof quoteRecord>

const entityRecord = ({ id, name, type, aliases, roles, mentions }: Entity, quoteOf: (span: Span) => string | null, explain: boolean) => ({
  id, name, type, aliases, roles,
  count: mentions.filter(m => m.kind === 'name').length,
  mentions: mentions.map(({ start, end, text, kind, rule }) => ({ start, end, text, kind, quote: quoteOf({ start, end }), ...(explain && rule ? { rule } : {}) })),
})

const dateRecord = ({ start, end, text, type, value, from, to, rule }: TimeExpression, quoteOf: (span: Span) => string | null, explain: boolean) =>
  ({ start, end, text, type, value, from, to, quote: quoteOf({ start, end }), ...(explain ? { rule } : {}) })

const quoteRecord = (q: Quote, explain: boolean) => ({
  id: q.id, kind: q.kind, start: q.start, end: q.end, text: q.text, spans: q.spans, content: q.content, utterance: q.utterance,
  speaker: q.speaker, cue: q.cue, said: q.said, about: q.about, sentence: q.sentence, confidence: q.confidence, rule: q.rule,
  ...(explain && q.evidence ? { evidence: q.evidence } : {}),
})

export interface DocumentRecord {
  id: string | number
  source: string | null
  title: string | null
  date: string | null
  kpen: string
  entities: EntityRecord[]
  dates: DateRecord[]
  quotes: QuoteRecord[]
  unsaid?: Analysis['unsaid']
  warnings?: readonly string[]
}

/** Fields that kpen writes itself, or does not echo: an input record's own of these names do not pass through. */
const OWN_FIELDS = new Set(['id', 'source', 'title', 'date', 'text', 'kpen', 'entities', 'dates', 'quotes', 'unsaid', 'warnings', 'error'])

export interface RecordOptions {
  readonly explain?: boolean
  /** The input record's fields, passed through but for those that kpen writes. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** One analysis as the record that `kpen analyze` prints. */
export function documentRecord(analysis: Analysis, { explain = false, fields = {} }: RecordOptions = {}): DocumentRecord {
  const { document, cast, dates, quotes, unsaid, warnings } = analysis, quoteOf = quoteFinder(quotes)
  return {
    id: document.id, source: document.source, title: document.title, date: document.date, kpen: VERSION,
    entities: cast.entities.map(e => entityRecord(e, quoteOf, explain)),
    dates: dates.map(d => dateRecord(d, quoteOf, explain)),
    quotes: quotes.map(q => quoteRecord(q, explain)),
    ...(explain ? { unsaid } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN_FIELDS.has(name))),
  }
}
