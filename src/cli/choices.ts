/** Words of which only some are taken. Each throws UsageError; `what` is the option or command as typed. */
import { UsageError } from '../errors.js'

/** One name of `known`, in capitals or not. */
export function oneOf(known: readonly string[], value: string, what: string): string {
  const found = known.find(name => name.toLowerCase() === value.trim().toLowerCase())
  if (found === undefined) throw new UsageError(`${what}: '${value.trim()}' is none of ${known.join(', ').toLowerCase()}`)
  return found
}

/** Names of `known`, parted by commas. */
export const among = (known: readonly string[], value: string, what: string): string[] =>
  value.split(',').filter(item => item.trim() !== '').map(item => oneOf(known, item, what))
