/** Dates that name a month: "Nov. 20, 2018", "20 November", "November 2018", "Monday, March 3", and digits alone. */
import { dayOf, monthNumber, pad, partsOf, yearText } from '../calendar.js'
import { MODIFIERS, MONTHS, ORDINALS, WEEKDAYS } from '../lexicon.js'
import { standsInName, wordAt, type Anchor, type Finder, type Match, type Reading, type Value } from '../match.js'
import { outlookAt, type Outlook } from '../outlook.js'
import { day, month, nearestYear, reference, unresolved } from '../values.js'
import { isBeforeChrist, yearReference, type YearReference } from '../year-reference.js'

const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/
const RANGE = /^(\d{1,2})[-–](\d{1,2})$/
/** Words that may be something else than a month: they need a day, a year or a preposition. */
const DOUBTFUL = new Set(['may', 'march', 'mar.', 'jan', 'jun', 'sept', 'sep', 'dec', 'apr', 'feb', 'aug', 'oct', 'nov', 'mar'])
const BEFORE_MONTH = new Set(['in', 'of', 'since', 'by', 'until', 'till', 'from', 'to', 'last', 'next', 'this', 'past', 'coming', 'early', 'late', 'mid', 'through', 'during', 'for', 'between', 'before', 'after', 'each', 'every', 'and', '-', '–'])

const dateIn = (word: string): number | null => {
  const found = DAY.exec(word), n = found ? Number(found[1]) : null
  return n !== null && n >= 1 && n <= 31 ? n : null
}

const RANGES = new Set(['to', 'through', 'until', '-', '–'])
const UP_TO = new Set(['by', 'through', 'until', 'till'])
/** Where what happens until a date lies, it lies mostly ahead; a period that has ended lies behind. */
function outlookOf(reading: Reading, first: number): Outlook {
  const before = wordAt(reading, first - 1)
  if (RANGES.has(before) && (/^\d/.test(wordAt(reading, first - 2)) || MONTHS.has(wordAt(reading, first - 2)))) return 'on'
  return before === 'ended' ? 'ended' : UP_TO.has(before) ? 'ahead' : outlookAt(reading, first)
}

const dayNumber = (word: string): number | null => dateIn(word) ?? ORDINALS.get(word) ?? null

/** Of the years around, the one in which the day falls on the weekday that stands before it. */
function yearOfWeekday(anchor: Anchor, m: number, d: number, weekday: number, outlook: Outlook): number | null {
  const near = nearestYear(anchor, m, d, outlook)
  if (near === null) return null
  return [near, near - 1, near + 1].find(y => {
    const own = dayOf(y, m, d)
    return own !== null && partsOf(own).weekday === weekday
  }) ?? near
}

/** What a month's name is told by: its year, "last", "this" or "next" before it, what the verb looks to. */
interface Told { readonly year: YearReference | null; readonly direction?: string; readonly outlook: Outlook }

function dayValue(anchor: Anchor, m: number, d: number, { year: named, outlook }: Told, to?: number, weekday?: number): Value {
  const own = named?.of(anchor) ?? (weekday === undefined ? nearestYear(anchor, m, d, outlook) : yearOfWeekday(anchor, m, d, weekday, outlook))
  if (own === null) return unresolved(`XXXX-${pad(m)}-${pad(d)}`)
  const found = dayOf(own, m, d)
  if (found === null) return unresolved(`${yearText(own)}-${pad(m)}`)
  return to !== undefined && to > d ? { ...day(found), to: dayOf(own, m, to) ?? found } : day(found)
}

function monthValue(anchor: Anchor, m: number, { year: named, direction = '', outlook }: Told): Value {
  const own = named?.of(anchor)
  if (own != null) return month(monthNumber(own, m))
  const from = reference(anchor)
  if (from === null) return unresolved(`XXXX-${pad(m)}`)
  const now = partsOf(from)
  if (direction === 'last') return month(monthNumber(m < now.month ? now.year : now.year - 1, m))
  if (direction === 'next') return month(monthNumber(m > now.month ? now.year : now.year + 1, m))
  return month(monthNumber(direction === 'this' ? now.year : nearestYear(anchor, m, 15, outlook)!, m))
}

/** Month at i: with a day after it, a year, or alone. */
function fromMonth(reading: Reading, i: number, first: number, direction: string): Match | null {
  const word = wordAt(reading, i), m = MONTHS.get(word)
  if (m === undefined) return null
  const { tokens } = reading, outlook = outlookOf(reading, first), range = RANGE.exec(wordAt(reading, i + 1)), capital = /^\p{Lu}/u.test(tokens[i].text)
  const d = range ? Number(range[1]) : dayNumber(wordAt(reading, i + 1)), after = yearReference(reading, i + 1)
  if (d !== null && d >= 1 && d <= 31 && capital && !isBeforeChrist(wordAt(reading, i + 2))) {
    const year = yearReference(reading, i + 2), told = { year, outlook }
    if (wordAt(reading, i + 2) !== '%' && wordAt(reading, i + 2) !== 'percent') {
      return { first, last: year?.last ?? i + 2, type: 'DATE', rule: year ? 'month, day and year' : 'month and day, in the nearest year', grain: 'day', absolute: year?.absolute === true, resolve: anchor => dayValue(anchor, m, d, told, range ? Number(range[2]) : undefined, WEEKDAYS.get(wordAt(reading, first))) }
    }
  }
  if (/^\d/.test(wordAt(reading, i + 1)) && d === null && !after) return null
  if (after?.absolute && (capital || !(wordAt(reading, i + 1) === ',' && DOUBTFUL.has(word)))) {
    return { first, last: after.last, type: 'DATE', rule: 'month and year', grain: 'month', absolute: true, resolve: anchor => monthValue(anchor, m, { year: after, outlook }) }
  }
  if (!capital) return null
  if (after && direction === '') return { first, last: after.last, type: 'DATE', rule: 'month of a year told from another', grain: 'month', resolve: anchor => monthValue(anchor, m, { year: after, outlook }) }
  if (DOUBTFUL.has(word) && !(BEFORE_MONTH.has(wordAt(reading, i - 1)) && (i + 1 >= reading.sentence.last || !/^\p{Lu}/u.test(tokens[i + 1].text)))) return null
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/.test(word) || (direction === '' && standsInName(reading, i, i + 1))) return null
  return { first, last: i + 1, type: 'DATE', rule: direction ? `${direction} month of this name` : 'month, the nearest one', grain: 'month', resolve: anchor => monthValue(anchor, m, { year: null, direction, outlook }) }
}

/** "20 November (2018)", "5th of May". */
function fromDay(reading: Reading, i: number, first: number): Match | null {
  const d = dateIn(wordAt(reading, i))
  if (d === null) return null
  const at = wordAt(reading, i + 1) === 'of' ? i + 2 : i + 1, m = MONTHS.get(wordAt(reading, at))
  if (m === undefined || !/^\p{Lu}/u.test(reading.tokens[at].text)) return null
  const year = yearReference(reading, at + 1), told = { year, outlook: outlookOf(reading, first) }
  return { first, last: year?.last ?? at + 1, type: 'DATE', rule: year ? 'day, month and year' : 'day and month, in the nearest year', grain: 'day', absolute: year?.absolute === true, resolve: anchor => dayValue(anchor, m, d, told) }
}

/** The weekday before a calendar date belongs to it: "Monday, March 3". */
const afterWeekday: (reading: Reading, i: number) => number = (reading, i) =>
  WEEKDAYS.has(wordAt(reading, i)) ? (wordAt(reading, i + 1) === ',' ? i + 2 : i + 1) : i

export const calendarDates: Finder = (reading, i) => {
  let at = i
  const word = wordAt(reading, i), modified = MODIFIERS.has(word) && !/^(?:earlier|later)$/.test(word)
  if (modified) at = i + 1
  if (word === 'last' || word === 'next' || word === 'this') {
    const own = wordAt(reading, i + 1) === 'coming' || wordAt(reading, i + 1) === 'past' ? i + 2 : i + 1
    if (WEEKDAYS.has(wordAt(reading, own))) {
      const start = afterWeekday(reading, own)
      return MONTHS.has(wordAt(reading, start)) && dayNumber(wordAt(reading, start + 1)) !== null ? fromMonth(reading, start, i, word) : null
    }
    return MONTHS.has(wordAt(reading, own)) ? fromMonth(reading, own, i, word) : null
  }
  const hyphened = word.includes('-') ? /^(?:mid|early|late)-(.+)$/.exec(word) : null, named = hyphened && MONTHS.get(hyphened[1])
  if (named) {
    const year = yearReference(reading, i + 1), told = { year, outlook: outlookOf(reading, i) }
    return { first: i, last: year?.last ?? i + 1, type: 'DATE', rule: year ? 'month and year' : 'month, the nearest one', grain: 'month', absolute: year?.absolute === true, resolve: anchor => monthValue(anchor, named, told) }
  }
  if (word === 'the') return /^\d/.test(wordAt(reading, i + 1)) ? fromDay(reading, i + 1, i) : null
  if (modified && wordAt(reading, at) === 'in') at++
  const start = afterWeekday(reading, at)
  return fromMonth(reading, start, i, '') ?? (start === at && modified ? null : fromDay(reading, start, i))
}

/** "1/2/99" */
const SHORTEST = 6
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/

/** 2018-11-27, 11/27/2018. */
export const digits: Finder = (reading, i) => {
  const word = wordAt(reading, i)
  if (word.length < SHORTEST) return null
  const iso = ISO.exec(word), slashed = iso ? null : SLASHED.exec(word)
  let found: number | null = null
  if (iso) found = Number(iso[1]) > 0 ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
  else if (slashed) {
    const short = Number(slashed[3]), y = slashed[3].length === 4 ? short : short < 50 ? 2000 + short : 1900 + short
    found = dayOf(y, Number(slashed[1]), Number(slashed[2])) ?? dayOf(y, Number(slashed[2]), Number(slashed[1]))
  }
  if (found === null) return null
  const own = found
  return { first: i, last: i + 1, type: 'DATE', rule: 'date in digits', grain: 'day', absolute: true, resolve: () => day(own) }
}

const LINK = /^(?:-|–|and|to|or|,|&)$/
const LONE_DAY = /^\d{1,2}$/

/**
 * Completes lists and ranges around a day of a month: "22-25 April", "May 4 and 5". Takes the match of the full date and
 * gives one for the lone number before or after it, or null.
 */
export function loneDay(reading: Reading, full: Match, side: -1 | 1): Match | null {
  const link = side < 0 ? full.first - 1 : full.last, at = side < 0 ? full.first - 2 : full.last + 1, word = wordAt(reading, at), d = Number(word)
  if (!LINK.test(wordAt(reading, link)) || wordAt(reading, link) === ',' || !LONE_DAY.test(word) || d < 1 || d > 31) return null
  if (side < 0 && !DAY.test(wordAt(reading, full.first))) return null
  if (side > 0 && (!MONTHS.has(wordAt(reading, full.first)) || full.last - full.first !== 2)) return null
  const after = at + 1 < reading.sentence.last ? reading.tokens[at + 1] : undefined
  if (side > 0 && after && !/^(?:PUNCT|ADP|CCONJ|VERB|AUX|PRON|SCONJ|DET)$/.test(after.pos)) return null
  return {
    first: at, last: at + 1, type: 'DATE', rule: 'day of the month named beside it', grain: 'day',
    resolve: anchor => {
      const { from } = full.resolve(anchor)
      if (from === null) return unresolved('XXXX-XX-XX')
      const { year, month: m } = partsOf(from), own = dayOf(year, m, d)
      return own === null ? unresolved(`${year}-${pad(m)}`) : day(own)
    },
  }
}
