/** Days of the proleptic Gregorian calendar as whole numbers (days since 1970-01-01), and ISO 8601 text. */

export type Day = number

const MS = 86_400_000

/** The day of a date, or null where the calendar has none (February 30). Years to 9999; 0 is 1 BC, as astronomers count. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!(year >= -9999 && year <= 9999) || month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 ? Math.round(date.getTime() / MS) : null
}

export const dayOfIso = (iso: string): Day => dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))!

export const partsOf = (day: Day): { year: number; month: number; date: number; weekday: number } => {
  const d = new Date(day * MS)
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, date: d.getUTCDate(), weekday: (d.getUTCDay() + 6) % 7 }
}

export const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** A year in TIMEX3's way: 0480, BC0480. */
export const yearText = (year: number): string => (year >= 1 ? pad(year, 4) : `BC${pad(1 - year, 4)}`)

export const isoOf = (day: Day): string => {
  const { year, month, date } = partsOf(day)
  return `${yearText(year)}-${pad(month)}-${pad(date)}`
}

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

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
