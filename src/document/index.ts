/** What a text is before anyone reads it: its paragraphs and its own date. */
import type { Document, InputDocument } from '../types.js'
import { dateOfName, dateOfText, dayOf } from './date.js'
import { findParagraphs } from './paragraphs.js'

export { dayOf } from './date.js'

/**
 * Makes an input ready for reading. The date is the input's own, else the text's (header line, dateline), else that in
 * the file's name, else `fallbackDate`; null without any.
 */
export function readDocument(input: InputDocument, fallbackDate: string | null = null): Document {
  const { id, text, source = null, title = null } = input
  return {
    id, text, source, title,
    date: (input.date && dayOf(input.date)) || dateOfText(text) || (source && dateOfName(source)) || fallbackDate,
    paragraphs: findParagraphs(text),
  }
}
