/** The table of contents: a text goes in once, is never changed, and every stage adds findings that point into it. */
import { findDates } from './dates/index.js'
import { readDocument } from './document/index.js'
import { isEnglish } from './language/english.js'
import { readLanguage } from './language/index.js'
import { findCast, type CastOptions } from './names/index.js'
import { findQuotes } from './quotes/index.js'
import type { Analysis, InputDocument } from './types.js'

export interface AnalyzeOptions extends CastOptions {
  /** The document's date (YYYY-MM-DD) where neither the input nor its text tells. */
  readonly date?: string | null
  /** Where reading ends: with the names, dates and quotes stay empty. To the end unless said. */
  readonly until?: 'names' | 'quotes'
}

/** Reads one article. Pure: the same input and options give the same analysis, whatever was read before. */
export function analyze(input: InputDocument, options: AnalyzeOptions = {}): Analysis {
  const document = readDocument(input, options.date)
  const language = readLanguage(document)
  const cast = findCast(document, language, options)
  const dates = options.until === 'names' ? [] : findDates(document, language)
  const { quotes, unsaid } = options.until === 'names' ? { quotes: [], unsaid: [] } : findQuotes(document, language, cast, dates)
  return { document, tokens: language.tokens, sentences: language.sentences, warnings: isEnglish(language) ? [] : ['not-english'], cast, dates, quotes, unsaid }
}
