/** Expressions of time: finders propose matches token by token, then each is resolved in text order. */
import type { Document, Language, Sentence, TimeExpression, Token } from '../types.js'
import { dayOf, dayOfIso, isoOf, partsOf, type Day } from './calendar.js'
import { findersAt } from './finders/index.js'
import { loneDay } from './finders/calendar-dates.js'
import { shortYear } from './finders/years.js'
import { partOf } from './finders/relative.js'
import { MONTHS } from './lexicon.js'
import type { Anchor, Match, Value } from './match.js'

const COMPOUND_HEAD = /^(?:\d{1,4}|\d\d?(?:st|nd|rd|th)|mid|early|late|pre|post|year|several|first|second|third|fourth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|centuries|decades?|years|months?|weeks?|days?|hours?)$/
const NUMBER = /^\d/

/** "1914-18", "22-25", "1861–1865": two numbers and what joins them. */
const RANGE = /^(\d{1,4}|\p{Lu}\p{Ll}{2,8})([-–])(\d{1,4}|\p{Lu}\p{Ll}{2,8})$/u
const isRange = (left: string, right: string): boolean =>
  (NUMBER.test(left) || MONTHS.has(left.toLowerCase())) && (NUMBER.test(right) || MONTHS.has(right.toLowerCase()))

function rangeTokens(token: Token, [, left, dash, right]: RegExpExecArray): Token[] {
  const piece = (text: string, start: number, pos: Token['pos'], spaced: boolean): Token => ({ ...token, text, lower: text.toLowerCase(), start, end: start + text.length, pos, spaced })
  const middle = token.start + left.length
  return [piece(left, token.start, NUMBER.test(left) ? 'NUM' : 'PROPN', token.spaced), piece(dash, middle, 'PUNCT', false), piece(right, middle + 1, NUMBER.test(right) ? 'NUM' : 'PROPN', false)]
}

/** Compounds that the language room leaves in pieces ("third-quarter", "mid-March", "30-year") as one token each. */
function joinCompounds({ tokens, sentences }: Language): Language {
  const joined: Token[] = [], spans: Sentence[] = []
  for (const sentence of sentences) {
    const first = joined.length
    for (let i = sentence.first; i < sentence.last; i++) {
      let end = i
      const { text } = tokens[i], parts = text.length > 2 && text.length < 20 && (text.includes('-') || text.includes('–')) ? RANGE.exec(text) : null
      if (parts && isRange(parts[1], parts[3])) {
        joined.push(...rangeTokens(tokens[i], parts))
        continue
      }
      if (i + 2 < sentence.last && tokens[i + 1].text === '-' && !tokens[i + 1].spaced && COMPOUND_HEAD.test(tokens[i].lower)) {
        while (end + 2 < sentence.last && end < i + 4 && tokens[end + 1].text === '-' && !tokens[end + 1].spaced && !tokens[end + 2].spaced && /^[\p{L}\d]/u.test(tokens[end + 2].text) && !(NUMBER.test(tokens[end].text) && NUMBER.test(tokens[end + 2].text))) end += 2
      }
      if (end === i) joined.push(tokens[i])
      else {
        const parts = tokens.slice(i, end + 1), text = parts.map(t => t.text).join('')
        joined.push({ ...tokens[i], end: tokens[end].end, text, lower: parts.map(t => t.lower).join('') })
        i = end
      }
    }
    spans.push({ ...sentence, first, last: joined.length })
  }
  return { tokens: joined, sentences: spans }
}

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
      const before = best.grain === 'day' ? loneDay(reading, best, -1) : null
      if (before && before.first >= (matches.at(-1)?.last ?? 0)) matches.push(before)
      const floor = matches.length > 0 ? matches.at(-1)!.last : 0, first = best.type === 'DATE' && best.grain ? partOf(reading, best.first) : best.first
      matches.push(first >= floor && first !== best.first ? { ...best, first } : best)
      const after = best.grain === 'day' ? loneDay(reading, best, 1) : best.grain === 'year' ? shortYear(reading, best) : null
      if (after) matches.push(after)
      i = (after ?? best).last - 1
    }
  }
  return matches
}

/** A history names many years itself, most of them not near the document's own, and hardly any weekday alone. */
function isNarrative(matches: readonly Match[], document: number | null): boolean {
  const bare: Anchor = { document: null, text: null, quarter: null, narrative: false }
  let absolute = 0, far = 0, near = 0
  for (const match of matches) {
    if (match.ofToday) near++
    if (!match.absolute) continue
    const { from } = match.resolve(bare)
    if (from === null) continue
    absolute++
    if (document === null || Math.abs(partsOf(from).year - partsOf(document).year) >= 3) far++
  }
  const distant = absolute >= 8 && far >= 0.8 * absolute, long = absolute >= 15 && far >= 0.3 * absolute && absolute >= 0.3 * matches.length
  return (distant || long) && near <= 0.06 * matches.length
}

const FIVE_YEARS = 1827
const isNear = (a: { readonly from: number | null }, b: { readonly from: number | null }): boolean =>
  a.from !== null && b.from !== null && Math.abs(a.from - b.from) <= FIVE_YEARS

const FIRST_DAY = dayOf(1, 1, 1)!
/** ISO days begin with the year 1. */
const isoOrNull = (day: Day | null): string | null => (day === null || day < FIRST_DAY ? null : isoOf(day))

/** Whether a quarter is one that the text reports on: over when the text was written, and no earlier than what it reported before. */
const isReported = ({ from, to }: Value, before: Value | null, own: number | null): boolean =>
  from !== null && to !== null && (own === null || to < own) && (before?.from == null || from >= before.from)

/** The time expressions of a document in text order, not overlapping. Linear in the text's length. */
export function findDates(document: Document, language: Language): TimeExpression[] {
  const joined = joinCompounds(language), all = findMatches(joined), { tokens } = joined
  const own = document.date === null ? null : dayOfIso(document.date), narrative = isNarrative(all, own), matches = narrative ? all : all.filter(match => !match.history)
  let text: Anchor['text'] = null, aside: Anchor['text'] = null, quarter: Anchor['quarter'] = null
  return matches.map((match): TimeExpression => {
    const found = match.resolve({ document: own, text, quarter, narrative })
    if (found.from !== null && match.grain) {
      const next = { ...found, grain: match.grain }
      if (match.grain === 'quarter' && !narrative && !match.compares && (match.ended || isReported(found, quarter, own))) quarter = found
      // A history that names another time in passing comes back to its own.
      if (!narrative || match.absolute !== true || text === null || match.grain !== 'year' || isNear(next, text) || (aside !== null && isNear(next, aside))) text = next
      if (match.absolute === true) aside = next
    }
    const { start } = tokens[match.first], { end } = tokens[match.last - 1]
    return {
      start, end, text: document.text.slice(start, end), type: match.type, value: found.value,
      from: isoOrNull(found.from), to: isoOrNull(found.to),
      rule: match.absolute || (found.from === null && match.grain === undefined) ? match.rule : `${match.rule} (${narrative ? 'the text tells of another time: counted from its own dates' : `the article is of ${document.date ?? 'no known day'}`})`,
    }
  })
}
