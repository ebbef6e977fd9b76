/** The order that --sort asks for. Numbers run from the greatest down, words and places upwards; equals keep their order. */
import type { DateRecord, EntityRecord, QuoteRecord } from './output/records.js'
import { foldText } from './quotes/speakers.js'

type Keys<T> = Readonly<Record<string, (item: T) => string | number>>

const ENTITY_KEYS: Keys<EntityRecord> = {
  count: e => -e.count, name: e => foldText(e.name), type: e => e.type, start: e => e.mentions[0]?.start ?? Infinity,
}
// Findings without a day come last.
const LAST = '\uffff'
const DATE_KEYS: Keys<DateRecord> = {
  start: d => d.start, value: d => d.value, from: d => d.from ?? LAST, to: d => d.to ?? LAST, text: d => foldText(d.text), type: d => d.type,
}
const QUOTE_KEYS: Keys<QuoteRecord> = {
  start: q => q.start, speaker: q => (q.speaker === null ? LAST : foldText(q.speaker.name)), said: q => q.said?.value ?? LAST, kind: q => q.kind, confidence: q => -q.confidence,
}

/** What each command can be sorted by. */
export const SORT_KEYS = { entities: Object.keys(ENTITY_KEYS), dates: Object.keys(DATE_KEYS), quotes: Object.keys(QUOTE_KEYS) }

/** At most `limit` items, sorted by a key where one is given. */
function arranged<T>(items: readonly T[], keys: Keys<T>, key: string | null, limit: number): T[] {
  const own = key === null ? undefined : keys[key]
  if (!own) return items.slice(0, limit)
  const keyed = items.map(item => ({ item, key: own(item) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.slice(0, limit).map(({ item }) => item)
}

export const arrangedEntities = (items: readonly EntityRecord[], key: string | null, limit: number): EntityRecord[] => arranged(items, ENTITY_KEYS, key, limit)
export const arrangedDates = (items: readonly DateRecord[], key: string | null, limit: number): DateRecord[] => arranged(items, DATE_KEYS, key, limit)
export const arrangedQuotes = (items: readonly QuoteRecord[], key: string | null, limit: number): QuoteRecord[] => arranged(items, QUOTE_KEYS, key, limit)
