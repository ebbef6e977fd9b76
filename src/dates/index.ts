/** Expressions of time: finders propose matches token by token, then each is resolved in text order. */
import type { Document, Language, Span, TimeExpression } from '../types.js'
import { dayOf, dayOfIso, isoOf, partsOf, type Day } from './calendar.js'
import { readingOf } from './compounds.js'
import { findersAt } from './finders/index.js'
import { loneDay } from './finders/calendar-dates.js'
import { shortYear } from './finders/years.js'
import { partOf } from './finders/relative.js'
import type { Anchor, Match, Reading, Value } from './match.js'

/** A match with its place in the text. */
interface Found extends Span { readonly match: Match }

/** The longest match at each token, left to right, none overlapping. */
function findIn(reading: Reading, found: Found[]): void {
  const { tokens, sentence } = reading
  const keep = (match: Match): number => {
    found.push({ match, start: tokens[match.first].start, end: tokens[match.last - 1].end })
    return match.last
  }
  let floor = sentence.first
  for (let i = sentence.first; i < sentence.last; i++) {
    let best: Match | null = null
    for (const find of findersAt(reading, i)) {
      const match = find(reading, i)
      if (match && match.last <= sentence.last && (best === null || match.last > best.last)) best = match
    }
    if (best === null) continue
    const before = best.grain === 'day' ? loneDay(reading, best, -1) : null
    if (before && before.first >= floor) floor = keep(before)
    const first = best.type === 'DATE' && best.grain ? partOf(reading, best.first) : best.first
    floor = keep(first >= floor && first !== best.first ? { ...best, first } : best)
    const after = best.grain === 'day' ? loneDay(reading, best, 1) : best.grain === 'year' ? shortYear(reading, best) : null
    if (after) floor = keep(after)
    i = floor - 1
  }
}

function findMatches(language: Language): Found[] {
  const found: Found[] = []
  for (const sentence of language.sentences) findIn(readingOf(language, sentence), found)
  return found
}

const FEWEST_YEARS = 8

/** A history names many years itself, most of them not near the document's own, and hardly any weekday alone. */
function isNarrative(found: readonly Found[], document: number | null): boolean {
  let named = 0
  for (const { match } of found) if (match.absolute) named++
  if (named < FEWEST_YEARS) return false
  const bare: Anchor = { document: null, text: null, quarter: null, narrative: false }
  let absolute = 0, far = 0, own = 0, near = 0
  for (const { match } of found) {
    if (match.ofToday) near++
    if (!match.absolute) continue
    const { from } = match.resolve(bare)
    if (from === null) continue
    absolute++
    const years = document === null ? Infinity : Math.abs(partsOf(from).year - partsOf(document).year)
    if (years >= 3) far++
    if (years <= 1) own++
  }
  const distant = absolute >= FEWEST_YEARS && far >= 0.8 * absolute && own <= 0.05 * absolute, long = absolute >= 40 && far >= 0.3 * absolute && absolute >= 0.3 * found.length
  return (distant || long) && near <= 0.08 * found.length
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
  const all = findMatches(language), own = document.date === null ? null : dayOfIso(document.date), narrative = isNarrative(all, own)
  const counted = narrative ? 'the text tells of another time: counted from its own dates' : `the article is of ${document.date ?? 'no known day'}`
  let text: Anchor['text'] = null, aside: Anchor['text'] = null, quarter: Anchor['quarter'] = null
  const expressions: TimeExpression[] = []
  for (const { match, start, end } of all) {
    if (match.history !== undefined && match.history !== narrative) continue
    const found = match.resolve({ document: own, text, quarter, narrative })
    if (found.from !== null && match.grain) {
      const next = { value: found.value, from: found.from, to: found.to, grain: match.grain }
      if (match.grain === 'quarter' && !narrative && !match.compares && (match.ended || isReported(found, quarter, own))) quarter = found
      // A history that names another time in passing comes back to its own.
      if (!narrative || match.absolute !== true || text === null || match.grain !== 'year' || isNear(next, text) || (aside !== null && isNear(next, aside))) text = next
      if (match.absolute === true) aside = next
    }
    const from = isoOrNull(found.from)
    expressions.push({
      start, end, text: document.text.slice(start, end), type: match.type, value: found.value, from, to: found.to === found.from ? from : isoOrNull(found.to),
      rule: match.absolute || (found.from === null && match.grain === undefined) ? match.rule : `${match.rule} (${counted})`,
    })
  }
  return expressions
}
