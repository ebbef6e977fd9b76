/** The year that a date names after itself: "2018", ", 2018", "of last year", "of that year", "480 BC". */
import { partsOf } from './calendar.js'
import { RELATIVE_YEAR } from './lexicon.js'
import { wordAt, type Anchor, type Reading } from './match.js'
import { yearAt } from './numbers.js'
import { reference, textReference } from './values.js'

export interface YearReference {
  /** The token after it. */
  readonly last: number
  /** Whether it is the year itself, in digits or words. */
  readonly absolute: boolean
  /** The year, null where nothing tells what it is counted from. */
  readonly of: (anchor: Anchor) => number | null
}

const CHRIST: ReadonlySet<string> = new Set(['bc', 'b.c.', 'bce', 'b.c.e.'])
const BEFORE_CHRIST = /^\d{1,4}$/
const TOLD: Readonly<Record<string, number>> = { same: 0, following: 1, next: 1, previous: -1, preceding: -1 }

/** "480 BC" at token i: astronomers' year and the token after it. */
export function yearBeforeChrist(reading: Reading, i: number): { year: number; last: number } | null {
  if (!CHRIST.has(wordAt(reading, i + 1)) || !BEFORE_CHRIST.test(wordAt(reading, i))) return null
  const n = Number(wordAt(reading, i))
  return n > 0 ? { year: 1 - n, last: i + 2 } : null
}

/** Whether the token says that what stands before it is counted before Christ. */
export const isBeforeChrist = (word: string): boolean => CHRIST.has(word)

/** A year told from the document's or the text's: "last year", "that year", "the following year", "a year ago". */
function relativeYear(reading: Reading, i: number): YearReference | null {
  const word = wordAt(reading, i), next = wordAt(reading, i + 1)
  const counted = (last: number, from: (anchor: Anchor) => number | null, shift: number): YearReference => ({
    last, absolute: false,
    of: anchor => {
      const day = from(anchor)
      return day === null ? null : partsOf(day).year + shift
    },
  })
  const shift = RELATIVE_YEAR[word]
  if (shift !== undefined && next === 'year') return counted(i + 2, reference, shift)
  if (word === 'a' && next === 'year' && /^(?:ago|earlier|before)$/.test(wordAt(reading, i + 2))) return counted(i + 3, reference, -1)
  if (word === 'that' && next === 'year') return counted(i + 2, textReference, 0)
  return word === 'the' && TOLD[next] !== undefined && wordAt(reading, i + 2) === 'year' ? counted(i + 3, textReference, TOLD[next]) : null
}

/** The year at token i, with "of" or a comma before it. */
export function yearReference(reading: Reading, i: number): YearReference | null {
  const linked = wordAt(reading, i) === ',' || wordAt(reading, i) === 'of', at = linked ? i + 1 : i
  const found = yearBeforeChrist(reading, at) ?? yearAt(reading, at)
  if (found) return { last: found.last, absolute: true, of: () => found.year }
  const told = relativeYear(reading, at)
  // "On May 3 that year", but not "May 3, the following year" or "in May the next year".
  return told && wordAt(reading, i) !== ',' && (linked || wordAt(reading, at) !== 'the') ? told : null
}
