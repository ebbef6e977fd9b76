/** Amounts in words and digits, read from tokens. */
import { APPROXIMATIONS, NUMBERS, VAGUE } from './lexicon.js'
import { wordAt, type Reading } from './match.js'

export interface Amount {
  /** Null where it is not told ("several"). */
  readonly value: number | null
  /** The token after it. */
  readonly last: number
  /** Whether it is "a" or "an". */
  readonly article: boolean
}

const DIGITS = /^\d{1,4}(?:\.\d)?$|^\d{1,3}(?:,\d{3}){1,3}$/
const numberOf = (word: string): number | undefined => NUMBERS.get(word) ?? (DIGITS.test(word) ? Number(word.replaceAll(',', '')) : undefined)

/** "three", "24", "twenty four", "a", "a few", "a couple of", "several", "two and a half". */
export function amountAt(reading: Reading, i: number): Amount | null {
  const word = wordAt(reading, i), next = wordAt(reading, i + 1)
  if (word === 'a' || word === 'an') {
    if (next === 'few') return { value: null, last: i + 2, article: false }
    if (next === 'couple') return { value: 2, last: wordAt(reading, i + 2) === 'of' ? i + 3 : i + 2, article: false }
    if (next === 'dozen') return { value: 12, last: i + 2, article: false }
    if (next === 'half') return null
    if (next === 'hundred') return { value: 100, last: i + 2, article: false }
    return { value: 1, last: i + 1, article: true }
  }
  if (VAGUE.has(word)) return { value: null, last: i + 1, article: false }
  const first = numberOf(word)
  if (first === undefined) return null
  const second = NUMBERS.get(next)
  let value = first, last = i + 1
  if (NUMBERS.has(word) && first >= 20 && first % 10 === 0 && second !== undefined && second > 0 && second < 10) {
    value = first + second
    last = i + 2
  } else if (next === 'hundred' || next === 'thousand') {
    value = first * (next === 'hundred' ? 100 : 1000)
    last = i + 2
  }
  if (next === '1/2' || next === '½') return { value: value + 0.5, last: i + 2, article: false }
  if (wordAt(reading, last) === 'and' && wordAt(reading, last + 1) === 'a' && wordAt(reading, last + 2) === 'half') return { value: value + 0.5, last: last + 3, article: false }
  return { value, last, article: false }
}

/** The token after words that make an amount vague ("about", "more than"): i itself where there are none. */
export function afterApproximation(reading: Reading, i: number): number {
  for (const words of APPROXIMATIONS) if (words.every((word, k) => wordAt(reading, i + k) === word)) return i + words.length
  return i
}
