/** Expressions of time: finders propose matches token by token, then each is resolved in text order. */
import type { Document, Language, TimeExpression } from '../types.js'
import { dayOfIso, isoOf, partsOf } from './calendar.js'
import { findersAt } from './finders/index.js'
import { partOf } from './finders/relative.js'
import type { Anchor, Match } from './match.js'

/** The longest match at each token, left to right, none overlapping. */
function findMatches({ tokens, sentences }: Language): Match[] {
  const matches: Match[] = []
  for (const sentence of sentences) {
    const reading = { tokens, sentence }
    for (let i = sentence.first; i < sentence.last; i++) {
      let best: Match | null = null
      for (const find of findersAt(tokens[i].lower)) {
        const match = find(reading, i)
        if (match && match.last <= sentence.last && (best === null || match.last > best.last)) best = match
      }
      if (best === null) continue
      const floor = matches.length > 0 ? matches.at(-1)!.last : 0, first = best.type === 'DATE' && best.grain ? partOf(reading, best.first) : best.first
      matches.push(first >= floor && first !== best.first ? { ...best, first } : best)
      i = best.last - 1
    }
  }
  return matches
}

/** A history names many years, nearly all of them long before the document's own, and hardly any weekday alone. */
function isNarrative(matches: readonly Match[], document: number | null): boolean {
  const bare: Anchor = { document: null, text: null, narrative: false }
  let absolute = 0, far = 0, near = 0
  for (const match of matches) {
    if (match.rule.includes('weekday')) near++
    if (!match.absolute) continue
    const { from } = match.resolve(bare)
    if (from === null) continue
    absolute++
    if (document === null || Math.abs(partsOf(from).year - partsOf(document).year) >= 3) far++
  }
  return absolute >= 8 && far >= 0.8 * absolute && near <= 0.1 * matches.length
}

/** The time expressions of a document in text order, not overlapping. Linear in the text's length. */
export function findDates(document: Document, language: Language): TimeExpression[] {
  const matches = findMatches(language), { tokens } = language
  const own = document.date === null ? null : dayOfIso(document.date), narrative = isNarrative(matches, own)
  let text: Anchor['text'] = null
  return matches.map((match): TimeExpression => {
    const found = match.resolve({ document: own, text, narrative })
    if (found.from !== null && match.grain) text = { ...found, grain: match.grain }
    const { start } = tokens[match.first], { end } = tokens[match.last - 1]
    return {
      start, end, text: document.text.slice(start, end), type: match.type, value: found.value,
      from: found.from === null ? null : isoOf(found.from), to: found.to === null ? null : isoOf(found.to),
      rule: found.from === null && match.grain === undefined ? match.rule : `${match.rule} (${narrative ? 'the text tells of another time: counted from its own dates' : `the document is of ${document.date ?? 'no known day'}`})`,
    }
  })
}
