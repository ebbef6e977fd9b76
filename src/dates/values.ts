/** Values of TIMEX3 and the days that they span. */
import { daysIn, dayOf, isoOf, monthNumber, monthOf, mondayOf, pad, partsOf, weekOf, yearText, type Day } from './calendar.js'
import type { Anchor, Value } from './match.js'
import type { Outlook } from './outlook.js'

export const unresolved = (value: string): Value => ({ value, from: null, to: null })

export const day = (d: Day, suffix = ''): Value => ({ value: isoOf(d) + suffix, from: d, to: d })

export const month = (n: number): Value => {
  const { year, month: m } = monthOf(n)
  return { value: `${yearText(year)}-${pad(m)}`, from: dayOf(year, m, 1), to: dayOf(year, m, daysIn(year, m)) }
}

export const year = (y: number): Value => ({ value: yearText(y), from: dayOf(y, 1, 1), to: dayOf(y, 12, 31) })

export const quarter = (y: number, q: number): Value => ({ value: `${yearText(y)}-Q${q}`, from: dayOf(y, 3 * q - 2, 1), to: dayOf(y, 3 * q, daysIn(y, 3 * q)) })

export const week = (d: Day, suffix = ''): Value => {
  const { year: y, week: w } = weekOf(d), monday = mondayOf(d)
  return { value: `${yearText(y)}-W${pad(w)}${suffix}`, from: suffix === '' ? monday : monday + 5, to: monday + 6 }
}

/** Meteorological seasons; winter begins in December of the year before. */
const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }
export const season = (y: number, code: string): Value => {
  const start = monthNumber(y, SEASON_START[code]) - (code === 'WI' ? 12 : 0), first = month(start), last = month(start + 2)
  return { value: `${yearText(y)}-${code}`, from: first.from, to: last.to }
}

/** `1990` is the 1990s: value 199. */
export const decade = (y: number): Value => ({ value: y >= 0 ? pad(Math.floor(y / 10), 3) : `BC${pad(Math.floor((1 - y) / 10), 3)}`, from: dayOf(y, 1, 1), to: dayOf(y + 9, 12, 31) })

/** The first year of a year's decade; before Christ the decades are counted back from it. */
const decadeStart = (y: number): number => (y >= 1 ? 10 * Math.floor(y / 10) : -10 * Math.floor((1 - y) / 10) - 8)

/** The nth century after Christ: value n - 1 in two digits; the nth before Christ for n of 0 (the first) and below. */
export const century = (n: number): Value => ({ value: n >= 1 ? pad(n - 1) : `BC${pad(-n)}`, from: dayOf(100 * (n - 1) + 1, 1, 1), to: dayOf(100 * n, 12, 31) })

/** The day that relative expressions are counted from: the text's own in a history, else the document's. */
export const reference = ({ document, text, narrative }: Anchor): Day | null => (narrative && text?.from != null ? text.from : document)

/** The day that "the same day", "two days later" are counted from: the last date in the text, else the document's. */
export const textReference = ({ document, text }: Anchor): Day | null => (text?.to ?? text?.from ?? document)

/** The day that a weekday is counted from: a history's only where it has just named a day or a month. */
export const weekdayReference = (anchor: Anchor): Day | null =>
  anchor.document !== null && (anchor.text?.grain === 'year' || anchor.text?.grain === 'decade') ? anchor.document : reference(anchor)

/** The same for what tells of days and hours: a text's year or month is no day to count from, but for a history. */
export const dayReference = (anchor: Anchor): Day | null =>
  anchor.narrative || anchor.text === null || anchor.document === null || anchor.text.grain === 'day' ? textReference(anchor) : anchor.document

/** The same for an hour alone: no day to come, which the text named in passing. */
export function hourReference(anchor: Anchor): Day | null {
  const from = dayReference(anchor)
  return from !== null && anchor.document !== null && from > anchor.document ? anchor.document : from
}

/** How much farther than the time to come a time gone by may lie and still be meant, by what the verb looks to. */
const PAST_REACH: Readonly<Record<Outlook, number>> = { ahead: 0.5, open: 1.5, told: 5, on: 5, ended: Infinity }

/** The year in which month (and day) lie nearest to the anchor, as news weighs past and future. */
export function nearestYear(anchor: Anchor, monthOfYear: number, date = 15, outlook: Outlook = 'told'): number | null {
  const { text, narrative } = anchor
  if (narrative && text?.from != null && (text.grain === 'year' || text.grain === 'season')) return partsOf(text.to ?? text.from).year
  const from = reference(anchor)
  if (from === null) return null
  if (outlook === 'on' && text?.from != null && (text.grain === 'day' || text.grain === 'month')) {
    const begun = partsOf(text.from), later = monthOfYear > begun.month || (monthOfYear === begun.month && date >= begun.date)
    return later ? begun.year : begun.year + 1
  }
  const { year: y } = partsOf(from)
  let best = y, least = Infinity
  for (const candidate of [y, y - 1, y + 1]) {
    const own = dayOf(candidate, monthOfYear, Math.min(date, daysIn(candidate, monthOfYear)))
    if (own === null) continue
    // A history moves forward; news tells more of what was than of what will be.
    const distance = narrative ? (own < from ? 1.5 * (from - own) : own - from) : own > from ? PAST_REACH[outlook] * (own - from) : from - own
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

const EARLIEST = monthNumber(-9998, 1)

/** A value some units before or after a day; coarse units give coarse values (three years ago: a year). */
export function shifted(from: Day, amount: number, code: string): Value {
  const { year: y, month: m } = partsOf(from)
  if (code === 'D') return day(from + amount)
  if (code === 'W') return week(from + 7 * amount)
  if (code === 'WE') return week(from + 7 * amount, '-WE')
  if (code === 'M') return month(Math.max(EARLIEST, monthNumber(y, m) + amount))
  if (code === 'Q') {
    const n = y * 4 + Math.floor((m - 1) / 3) + amount
    return quarter(Math.floor(n / 4), (n % 4) + 1)
  }
  if (code === 'E') return decade(decadeStart(y) + 10 * amount)
  if (code === 'C') return century(Math.floor((y - 1) / 100) + 1 + amount)
  return y + amount >= -9998 && y + amount <= 9999 ? year(y + amount) : unresolved('XXXX')
}

/** The unresolved form of a unit, where nothing tells what it is counted from. */
export const unknownOf = (code: string): Value =>
  unresolved({ D: 'XXXX-XX-XX', W: 'XXXX-WXX', WE: 'XXXX-WXX-WE', M: 'XXXX-XX', Q: 'XXXX-QX', E: 'XXX', C: 'XX' }[code] ?? 'XXXX')
