/** Expressions of time, found and resolved against the document's date. */
import type { Document, Language, TimeExpression } from '../types.js'

/** The time expressions of a document in text order, not overlapping. */
export function findDates(document: Document, _language: Language): TimeExpression[] {
  return [...document.text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(({ index, 0: text }) =>
    ({ start: index, end: index + text.length, text, type: 'DATE', value: text, from: text, to: text, rule: 'iso-day' }))
}
