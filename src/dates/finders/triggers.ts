/**
 * Which finders are to be tried at a token. Nineteen tokens of twenty begin no expression of time: two letters and the
 * length of a word tell so for most of them, without a look into any table of words.
 */
import type { Finder, Reading } from '../match.js'

/** A list or table of words. */
type Words = readonly string[] | ReadonlySet<string> | ReadonlyMap<string, unknown>

/** An idea of how a time is said, with the words at which it is tried. */
export interface Row {
  readonly find: Finder
  /** The first words of its expressions, in lower case. */
  readonly words?: readonly Words[]
  /** Whether they may begin with a digit. */
  readonly number?: boolean
  /** Whether they may begin with a compound ("mid-March", "two-year"). */
  readonly compound?: boolean
  /** Where an opening word is the first: whether the second one may follow it. Without it any may. */
  readonly after?: (next: string, first: string) => boolean
}

const NONE: readonly Finder[] = []
const LONGEST = 31
/** Words after opening words that are kept with their finders. */
const MOST = 20_000
const ZERO = 48, NINE = 57, QUOTE = 39, CURLY = 0x2019

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE
/** A place for the first two letters: exact for a to z. */
const place = (first: number, second: number): number => ((first & 31) << 5) | (second & 31)
const placeOf = (word: string): number => place(word.charCodeAt(0), word.charCodeAt(1))

/**
 * The finders to be tried at token i, from a table of all. Opening words ("the", "at") begin every second expression and
 * stand in every second place where none is: there the word after them decides.
 */
export function findersOf(rows: readonly Row[], compoundHeads: readonly string[], openingWords: readonly string[]): (reading: Reading, i: number) => readonly Finder[] {
  const wordsOf = new Map(rows.map(row => [row, new Set((row.words ?? []).flatMap(group => (Array.isArray(group) ? group : [...group.keys()])))]))
  const pick = (wanted: (row: Row) => boolean): readonly Finder[] => rows.filter(wanted).map(row => row.find)
  const numbers = pick(row => row.number === true), compounds = pick(row => row.compound === true), mixed = pick(row => row.number === true || row.compound === true)
  const byWord = new Map<string, readonly Finder[]>()
  const lengths = new Uint32Array(1024), heads = new Uint8Array(1024)
  for (const word of new Set([...wordsOf.values()].flatMap(own => [...own]))) {
    const number = isDigit(word.charCodeAt(0))
    byWord.set(word, pick(row => (number && row.number === true) || wordsOf.get(row)!.has(word)))
    lengths[placeOf(word)] |= 1 << Math.min(word.length, LONGEST)
  }
  for (const head of compoundHeads) heads[placeOf(head)] = 1
  const opened = new Map(openingWords.map(word => [word, new Map<string, readonly Finder[]>()]))

  function afterOpening(first: string, next: string, known: Map<string, readonly Finder[]>): readonly Finder[] {
    let found = known.get(next)
    if (found === undefined) {
      found = pick(row => wordsOf.get(row)!.has(first) && (row.after === undefined || row.after(next, first)))
      if (known.size >= MOST) known.clear()
      known.set(next, found)
    }
    return found
  }

  return ({ tokens, sentence }, i) => {
    const word = tokens[i].lower, first = word.charCodeAt(0), second = word.length > 1 ? word.charCodeAt(1) : 0
    if (isDigit(first) || ((first === QUOTE || first === CURLY) && isDigit(second))) return byWord.get(word) ?? (word.includes('-') ? mixed : numbers)
    const at = place(first, second)
    if ((lengths[at] & (1 << Math.min(word.length, LONGEST))) !== 0) {
      const found = byWord.get(word)
      if (found !== undefined) {
        const known = opened.get(word)
        return known === undefined ? found : i + 1 < sentence.last ? afterOpening(word, tokens[i + 1].lower, known) : NONE
      }
    }
    return heads[at] === 1 && word.length > 4 && word.includes('-') ? compounds : NONE
  }
}
