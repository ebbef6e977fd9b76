/** Words of which only some are taken. Each throws UsageError; `what` is the option or command as typed. */
import { UsageError } from '../errors.js'

/** More to say of a word that is not taken, in small letters. */
type Hint = (word: string) => string

/** One name of `known`, in capitals or not. */
export function oneOf(known: readonly string[], value: string, what: string, hint: Hint = () => ''): string {
  const word = value.trim(), found = known.find(name => name.toLowerCase() === word.toLowerCase())
  if (found === undefined) throw new UsageError(`${what}: '${word}' is none of ${known.join(', ').toLowerCase()}${hint(word.toLowerCase())}`)
  return found
}

/** Names of `known`, parted by commas. */
export const among = (known: readonly string[], value: string, what: string, hint?: Hint): string[] =>
  value.split(',').filter(item => item.trim() !== '').map(item => oneOf(known, item, what, hint))
