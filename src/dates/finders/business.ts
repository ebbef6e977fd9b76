/** Quarters and the other periods that business news reports on: "the third quarter of 1998", "the 1988 quarter", "the latest period", "a year-ago loss". */
import { partsOf } from '../calendar.js'
import { MONTHS, ORDINALS } from '../lexicon.js'
import { wordAt, type Anchor, type Finder, type Value } from '../match.js'
import { yearAt } from '../numbers.js'
import { nearestYear, quarter, reference, shifted, unknownOf, unresolved, year as yearValue } from '../values.js'
import { yearReference, type YearReference } from '../year-reference.js'
import { shiftedBack } from './relative.js'

/** Words that set a period beside the one that is reported on. */
const COMPARED = new Set(['comparable', 'corresponding', 'same'])

const quarterOf = (monthOfYear: number): number => Math.floor((monthOfYear - 1) / 3) + 1

/** The most recent quarter of a number: one that has begun. */
function quarterValue(anchor: Anchor, q: number, y: number | null): Value {
  if (y !== null) return quarter(y, q)
  const from = reference(anchor)
  if (from === null) return unresolved(`XXXX-Q${q}`)
  const now = partsOf(from)
  return quarter(q - quarterOf(now.month) > 1 ? now.year - 1 : now.year, q)
}

/** The quarter of another year that answers to the one reported on, else that year. */
function sameQuarter({ quarter: own }: Anchor, y: number): Value {
  return own?.from != null ? quarter(y, quarterOf(partsOf(own.from).month)) : yearValue(y)
}

/** "the third quarter (of 1998)", "third-quarter", "this year's first quarter", "the 1988 quarter", "the corresponding period last year". */
export const quarters: Finder = (reading, i) => {
  let at = i, year: YearReference | null = null
  const article = wordAt(reading, i) === 'the'
  if (wordAt(reading, i + 1) === 'year' && wordAt(reading, i + 2) === "'s") {
    year = yearReference(reading, i)
    if (year === null) return null
    at += 3
  } else if (article) {
    at++
    const found = yearAt(reading, at)
    if (found) {
      year = { absolute: true, last: found.last, of: () => found.year }
      at = found.last
    }
    if (COMPARED.has(wordAt(reading, at))) at++
  }
  if (wordAt(reading, at) === 'fiscal') at++
  const single = /^(first|second|third|fourth)-quarter$/.exec(wordAt(reading, at)), q = ORDINALS.get(single ? single[1] : wordAt(reading, at)) ?? null
  // "The third-quarter results": the article belongs to what follows.
  if (single && article) return null
  if (q !== null && (q > 4 || (!single && wordAt(reading, at + 1) !== 'quarter'))) return null
  if (q === null && !/^(?:quarter|period)$/.test(wordAt(reading, at))) return null
  let last = single || q === null ? at + 1 : at + 2
  if (year === null && (q !== null || article)) {
    year = yearReference(reading, last)
    last = year?.last ?? last
  }
  if (q === null && year === null) return null
  const named = year
  return {
    first: i, last, type: 'DATE', rule: 'quarter, the most recent one', grain: 'quarter', absolute: named?.absolute === true, compares: q === null, ended: wordAt(reading, last) === 'ended',
    resolve: anchor => {
      const own = named?.of(anchor) ?? null
      if (q !== null) return quarterValue(anchor, q, own)
      return own === null ? unknownOf('Q') : sameQuarter(anchor, own)
    },
  }
}

const IN_BUSINESS = new Set(['for', 'in', 'during', 'throughout', 'of', 'over'])

/** "the latest quarter", "the quarter ended Sept. 30", "the full year", "the quarter": what business news reports on. */
export const periods: Finder = (reading, i) => {
  if (wordAt(reading, i) !== 'the') return null
  const word = wordAt(reading, i + 1), told = /^(?:latest|full|fiscal)$/.test(word), at = told ? (wordAt(reading, i + 2) === 'fiscal' ? i + 3 : i + 2) : i + 1
  const name = wordAt(reading, at), ended = /^(?:ended|ending)$/.test(wordAt(reading, at + 1)), endMonth = ended ? MONTHS.get(wordAt(reading, at + 2)) : undefined
  if (/^\d/.test(wordAt(reading, at + 1)) || !/^(?:year|quarter|period)$/.test(name) || (name === 'period' && word !== 'latest') || (!told && !ended && !IN_BUSINESS.has(wordAt(reading, i - 1)))) return null
  // "Player of the Year"
  if (/^\p{Lu}/u.test(reading.tokens[at].text)) return null
  // A year that ends on a day of its own is no calendar year: only its length is told.
  if (name === 'year' && ended) return { first: i, last: at + 1, type: 'DURATION', rule: 'a year that ends on a day of its own', resolve: () => unresolved('P1Y') }
  return {
    first: i, last: at + 1, type: 'DATE', rule: 'the period that is reported on', grain: name === 'year' ? 'year' : 'quarter',
    resolve: anchor => {
      const from = reference(anchor)
      if (from === null) return unresolved(name === 'year' ? 'XXXX' : 'XXXX-QX')
      const now = partsOf(from)
      if (name === 'year') return yearValue(now.year)
      if (anchor.quarter !== null) return anchor.quarter
      return endMonth === undefined ? shifted(from, -1, 'Q') : quarter(nearestYear(anchor, endMonth, 28, 'ended')!, quarterOf(endMonth))
    },
  }
}

/** "year-earlier", "the year-ago quarter", "the comparable year-earlier period". */
export const yearAgo: Finder = (reading, i) => {
  const at = wordAt(reading, i) === 'the' ? (COMPARED.has(wordAt(reading, i + 1)) ? i + 2 : i + 1) : i
  if (!/^year-(?:ago|earlier)$/.test(wordAt(reading, at))) return null
  const last = /^(?:quarter|period)$/.test(wordAt(reading, at + 1)) ? at + 2 : at + 1
  if (last === at + 1 && at > i) return null
  return {
    first: i, last, type: 'DATE', rule: 'the same time a year before', grain: 'quarter', compares: true,
    resolve: anchor => {
      const from = reference(anchor)
      return from === null ? unknownOf('Y') : shiftedBack(anchor, from, -1, 'Y')
    },
  }
}
