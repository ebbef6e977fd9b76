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
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const numberOf = (word: string): number | undefined =>
  (isDigit(word.charCodeAt(0)) ? (DIGITS.test(word) ? Number(word.replaceAll(',', '')) : undefined) : NUMBERS.get(word))

/** The token after "and a half": i itself where that does not stand there. */
export const afterHalf = (reading: Reading, i: number): number =>
  (wordAt(reading, i) === 'and' && wordAt(reading, i + 1) === 'a' && wordAt(reading, i + 2) === 'half' ? i + 3 : i)

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
  // "Two to three weeks" is at least two.
  if (next === 'to' || next === 'or') {
    const most = numberOf(wordAt(reading, i + 2))
    if (most !== undefined && most > first) return { value: first, last: i + 3, article: false }
  }
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
  const half = afterHalf(reading, last)
  return half > last ? { value: value + 0.5, last: half, article: false } : { value, last, article: false }
}

/** Words after which "over" tells of an amount. */
const OVER = /^(?:for|in|of|after|within|with|by|is|was|than|last|lasts|lasted|lasting|took|takes|taken|spent|,|just|well)$/
const APPROXIMATING = new Map<string, (readonly string[])[]>()
for (const words of APPROXIMATIONS) APPROXIMATING.set(words[0], [...(APPROXIMATING.get(words[0]) ?? []), words])

/** The token after words that make an amount vague ("about", "more than"): i itself where there are none. */
export function afterApproximation(reading: Reading, i: number): number {
  // "cost $2 million over ten years", but "lasted over ten years".
  if (wordAt(reading, i) === 'over' && !OVER.test(wordAt(reading, i - 1))) return i
  for (const words of APPROXIMATING.get(wordAt(reading, i)) ?? []) if (words.every((word, k) => wordAt(reading, i + k) === word)) return i + words.length
  return i
}

const TAILS: readonly (readonly string[])[] = [['or', 'so'], ['or', 'later'], ['and', 'beyond']]

/** The token after words that leave an end open ("or so", "and beyond"): i itself where there are none. */
export function afterTail(reading: Reading, i: number): number {
  if (wordAt(reading, i) !== 'or' && wordAt(reading, i) !== 'and') return i
  for (const words of TAILS) if (words.every((word, k) => wordAt(reading, i + k) === word)) return i + words.length
  return i
}

const YEAR = /^(?:1\d{3}|20\d{2})$/
export const CENTURY_WORDS: ReadonlySet<string> = new Set(['seventeen', 'eighteen', 'nineteen', 'twenty'])

/** A year in digits or in words ("1998", "nineteen ninety-eight", "two thousand and one") at token i, and the token after it. */
export function yearAt(reading: Reading, i: number): { year: number; last: number } | null {
  const word = wordAt(reading, i)
  if (word.length === 4 && YEAR.test(word)) return { year: Number(word), last: i + 1 }
  if (CENTURY_WORDS.has(word)) {
    const rest = amountAt(reading, i + 1)
    return rest?.value != null && Number.isInteger(rest.value) && rest.value >= 10 && rest.value < 100 && NUMBERS.has(wordAt(reading, i + 1)) ? { year: 100 * NUMBERS.get(word)! + rest.value, last: rest.last } : null
  }
  if (word !== 'two' || wordAt(reading, i + 1) !== 'thousand') return null
  const at = wordAt(reading, i + 2) === 'and' ? i + 3 : i + 2, rest = NUMBERS.get(wordAt(reading, at))
  return rest === undefined || rest === 0 ? { year: 2000, last: i + 2 } : { year: 2000 + rest, last: at + 1 }
}
