/** Checks of single values on the command line. Each throws UsageError; `what` is the option as typed. */
import { isoDay } from '../document/date.js'
import { UsageError } from '../errors.js'

/** Share `index` (from 1) of `count`. */
export interface Shard { readonly index: number; readonly count: number }

/** A day of the calendar. */
export const day = (value: string, what: string): string => {
  if (!isoDay(value)) throw new UsageError(`${what}: '${value}' is no day of the form YYYY-MM-DD`)
  return value
}

/** A number within bounds. */
export const number = (least: number, most: number) => (value: string, what: string): number => {
  const n = value.trim() === '' ? NaN : Number(value)
  if (!(n >= least && n <= most)) throw new UsageError(`${what}: '${value}' is no number ${most === Infinity ? `from ${least} up` : `from ${least} to ${most}`}`)
  return n
}

/** A whole number within bounds. */
export const whole = (least: number, most: number) => (value: string, what: string): number => {
  const n = number(least, most)(value, what)
  if (!Number.isInteger(n)) throw new UsageError(`${what}: '${value}' is no whole number`)
  return n
}

/** Reads `i/n`. Throws UsageError. */
export function parseShard(value: string, what: string): Shard {
  const found = /^(\d{1,9})\/(\d{1,9})$/.exec(value)
  const index = Number(found?.[1]), count = Number(found?.[2])
  if (!found || index < 1 || index > count) throw new UsageError(`${what}: '${value}' is no share i/n with i from 1 to n`)
  return { index, count }
}

/** A WHATWG encoding label. */
export const encoding = (value: string, what: string): string => {
  try {
    return new TextDecoder(value).encoding
  } catch {
    throw new UsageError(`${what}: '${value}' is no encoding: use e.g. utf-8, utf-16le, windows-1252`)
  }
}
