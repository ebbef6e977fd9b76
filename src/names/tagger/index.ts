/** Finds names: which tokens name a person, an organisation, a place …, before anyone knows which are the same. */
import type { Document, Language, NameMention } from '../../types.js'

/** The names of a document in text order, not overlapping. */
export function findNames(_document: Document, language: Language): NameMention[] {
  const mentions: NameMention[] = []
  const { tokens, sentences } = language
  for (const { first, last } of sentences) {
    for (let i = first + 1; i < last; i++) {
      if (tokens[i].pos !== 'PROPN' || !/^\p{Lu}/u.test(tokens[i].text)) continue
      let end = i + 1
      while (end < last && tokens[end].pos === 'PROPN' && /^\p{Lu}/u.test(tokens[end].text)) end++
      mentions.push({ start: tokens[i].start, end: tokens[end - 1].end, first: i, last: end, type: 'PERSON' })
      i = end
    }
  }
  return mentions
}
