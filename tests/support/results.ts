/** Hand-built findings for the tests of output formats: no engine, no model. */
import type { OutputContext, Result } from '../../src/output/format.js'
import type { DateRecord, EntityRecord, QuoteRecord } from '../../src/output/records.js'

export const CONTEXT: OutputContext = { command: 'analyze', mentions: false, explain: false, columns: null, sorted: false, cut: false, width: 80, color: false, several: false }

const spanOf = (text: string, words: string, from = 0): { start: number; end: number; text: string } => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length, text: words }
}

export const entity = (text: string, id: string, name: string, type: EntityRecord['type'], more: Partial<EntityRecord> = {}): EntityRecord =>
  ({ id, name, type, aliases: [], roles: [], count: 1, mentions: [{ ...spanOf(text, name), kind: 'name', quote: null }], ...more })

export const date = (text: string, words: string, value: string, more: Partial<DateRecord> = {}): DateRecord =>
  ({ ...spanOf(text, words), type: 'DATE', value, from: value, to: value, quote: null, ...more })

export const quote = (text: string, id: string, words: string, speaker: QuoteRecord['speaker'], more: Partial<QuoteRecord> = {}): QuoteRecord => {
  const span = spanOf(text, words)
  return {
    id, kind: 'direct', start: span.start, end: span.end, text: words, spans: [span], content: [span], utterance: `u${id}`, speaker, cue: null, said: null, about: [],
    sentence: { start: span.start, end: span.end }, confidence: 0.9, rule: 'cue', ...more,
  }
}

export const speaker = (name: string, id: string | null = null): NonNullable<QuoteRecord['speaker']> => ({ name, entity: id, type: id === null ? null : 'PERSON', mention: null })

export const resultOf = (text: string, found: Partial<Result['record']> = {}): Result => ({
  number: 1, text, sentences: [{ start: 0, end: text.length }],
  record: { id: 'a.txt', source: null, title: null, date: null, kpen: '0', entities: [], dates: [], quotes: [], ...found },
})
