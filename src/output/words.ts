/** A quote's words as people read them. */
import type { QuoteRecord } from './records.js'

/** In marks, closed and opened again where the text's own words break the quote ("…," she said. "…"); reported speech without. */
export function wordsOf({ kind, spans, text: words }: QuoteRecord, text: string): string {
  if (kind === 'indirect') return words
  const pieces = spans.map((span, i) => {
    const between = i === 0 ? '' : text.slice(spans[i - 1].end, span.start)
    return (i === 0 ? '' : /[\p{L}\p{N}]/u.test(between) ? '” … “' : ' ') + span.text
  })
  return `“${pieces.join('')}”`
}
