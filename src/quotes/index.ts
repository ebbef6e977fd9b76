/** Who is quoted saying what, and when. */
import { findMarks } from '../document/marks.js'
import type { Cast, Document, Language, Quote, TimeExpression, Unsaid } from '../types.js'

/** The quotes of a document in text order, and the marked words that nobody said. */
export function findQuotes(document: Document, _language: Language, _cast: Cast, _dates: readonly TimeExpression[]): { quotes: Quote[]; unsaid: Unsaid[] } {
  const quotes = findMarks(document).map(({ start, end, inner }, i): Quote => {
    const text = document.text.slice(inner.start, inner.end)
    return {
      id: `q${i + 1}`, kind: 'direct', start, end, text, spans: [{ ...inner, text }], content: [inner], utterance: `u${i + 1}`,
      speaker: null, cue: null, said: null, about: [], sentence: { start, end }, confidence: 0.5, rule: 'marks',
    }
  })
  return { quotes, unsaid: [] }
}
