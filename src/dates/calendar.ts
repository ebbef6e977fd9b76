/** Days of the proleptic Gregorian calendar as whole numbers (days since 1970-01-01), and ISO 8601 text. */

export type Day = number

/** Days of 400 years, after which the calendar repeats; and from March 1 of the year 0 to 1970-01-01. */
const ERA = 146_097, EPOCH = 719_468
/** Days from March 1 to the first of a month. Counting years from March puts the leap day last (Hinnant, "chrono-compatible low-level date algorithms"). */
const fromMarch = (month: number): number => Math.floor((153 * ((month + 9) % 12) + 2) / 5)

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)

/** The day of a date, or null where the calendar has none (February 30). Years to 9999; 0 is 1 BC, as astronomers count. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!(year >= -9999 && year <= 9999) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  const y = month <= 2 ? year - 1 : year, era = Math.floor(y / 400), own = y - 400 * era
  return era * ERA + own * 365 + Math.floor(own / 4) - Math.floor(own / 100) + fromMarch(month) + day - 1 - EPOCH
}

export const dayOfIso = (iso: string): Day => dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))!

export function partsOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const since = day + EPOCH, era = Math.floor(since / ERA), own = since - era * ERA
  const y = Math.floor((own - Math.floor(own / 1460) + Math.floor(own / 36_524) - Math.floor(own / 146_096)) / 365)
  const left = own - (365 * y + Math.floor(y / 4) - Math.floor(y / 100)), m = Math.floor((5 * left + 2) / 153), month = m < 10 ? m + 3 : m - 9
  return { year: era * 400 + y + (month <= 2 ? 1 : 0), month, date: left - Math.floor((153 * m + 2) / 5) + 1, weekday: day + 3 - 7 * Math.floor((day + 3) / 7) }
}

export const pad = (n: number, width = 2): string => (n >= (width === 2 ? 10 : 1000) ? String(n) : String(n).padStart(width, '0'))

/** A year in TIMEX3's way: 0480, BC0480. */
export const yearText = (year: number): string => (year >= 1 ? pad(year, 4) : `BC${pad(1 - year, 4)}`)

export const isoOf = (day: Day): string => {
  const { year, month, date } = partsOf(day)
  return `${yearText(year)}-${pad(month)}-${pad(date)}`
}

/** ISO week of a day: its year and number. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = day - partsOf(day).weekday + 3, { year } = partsOf(thursday)
  return { year, week: 1 + Math.floor((thursday - dayOf(year, 1, 1)!) / 7) }
}

/** The Monday of an ISO week. */
export const mondayOf = (day: Day): Day => day - partsOf(day).weekday

/** A month counted from year 0, so that months can be added. */
export const monthNumber = (year: number, month: number): number => year * 12 + month - 1
export const monthOf = (n: number): { year: number; month: number } => ({ year: Math.floor(n / 12), month: n - 12 * Math.floor(n / 12) + 1 })

/** Easter Sunday (Gauss's algorithm, Gregorian). */
export function easter(year: number): Day | null {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}
