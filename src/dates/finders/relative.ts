/** What is told from a point in time: "yesterday", "last week", "three days ago", "two years later", "the same day". */
import { partsOf } from '../calendar.js'
import { DAY_PARTS, UNITS } from '../lexicon.js'
import { wordAt, type Anchor, type Finder, type Grain, type Match, type Reading, type Value } from '../match.js'
import { afterApproximation, afterHalf, afterTail, amountAt } from '../numbers.js'
import { durationOf } from './durations.js'
import { day, dayReference, reference, shifted, textReference, unknownOf, unresolved } from '../values.js'

const GRAINS: Readonly<Record<string, Grain>> = { D: 'day', W: 'week', WE: 'week', M: 'month', Q: 'quarter', Y: 'year', E: 'decade', C: 'decade' }

const DAYS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1, tonight: 0 }

/** "today", "late yesterday", "tomorrow morning", "tonight", "this morning", "last night". */
export const namedDays: Finder = (reading, i) => {
  let at = i
  if (/^(?:early|late|earlier|later)$/.test(wordAt(reading, i))) at++
  const word = wordAt(reading, at)
  let shift = DAYS[word], last = at + 1, suffix = word === 'tonight' ? 'TNI' : ''
  if (shift !== undefined) {
    // "USA Today"
    if (at > reading.sentence.first && /^[A-Z]/.test(reading.tokens[at].text) && reading.tokens[at - 1].pos === 'PROPN') return null
    const part = DAY_PARTS.get(wordAt(reading, last))
    if (part) {
      suffix = `T${part}`
      last++
    }
  } else {
    const part = DAY_PARTS.get(wordAt(reading, at + 1))
    if (part === undefined || !(word === 'this' || (word === 'last' && part === 'NI'))) return null
    shift = word === 'last' ? -1 : 0
    suffix = `T${part}`
    last = at + 2
  }
  const own = shift
  return {
    first: i, last, type: suffix ? 'TIME' : 'DATE', rule: "day counted from the document's date", grain: 'day', ofToday: true,
    resolve: anchor => {
      const from = anchor.document ?? reference(anchor)
      return from === null ? unresolved(`XXXX-XX-XX${suffix}`) : day(from + own, suffix)
    },
  }
}

const DIRECTION: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1, current: 0 }

/** "last week", "earlier this year", "next month", "the weekend". */
export const relativeUnits: Finder = (reading, i) => {
  let at = i
  if (/^(?:early|late|earlier|later|sometime|mid)$/.test(wordAt(reading, i))) at++
  let shift = DIRECTION[wordAt(reading, at)]
  const article = wordAt(reading, at) === 'the', within = at > i && wordAt(reading, at) === 'in' && wordAt(reading, at + 1) === 'the'
  if (article && wordAt(reading, at + 1) === 'weekend') shift = 0
  else if (within) {
    at++
    shift = 0
  }
  else if (article && wordAt(reading, at + 1) === 'current') {
    at++
    shift = 0
  }
  if (shift === undefined) return null
  const own = wordAt(reading, at + 1) === 'past' || wordAt(reading, at + 1) === 'coming' || wordAt(reading, at + 1) === 'fiscal' ? at + 2 : at + 1
  const word = wordAt(reading, own), unit = UNITS.get(word)
  if (!unit || unit.time || word.endsWith('s') || unit.code === 'D') return null
  const direction = shift
  return {
    first: i, last: afterTail(reading, own + 1), type: 'DATE', rule: `${word} counted from the document's date`, grain: GRAINS[unit.code], ofToday: true,
    resolve: anchor => {
      const from = anchor.document ?? reference(anchor)
      if (from === null) return unknownOf(unit.code)
      // The weekend that a news text speaks of is the last one, until its own Saturday.
      const back = unit.code === 'WE' && (direction === -1 || wordAt(reading, own - 1) === 'past' || (article && partsOf(from).weekday < 4)) ? -1 : direction
      return shifted(from, back, unit.code)
    },
  }
}

const BACK = new Set(['ago', 'back', 'earlier', 'before', 'previously'])
const FORWARD = new Set(['later', 'after', 'hence', 'afterwards', 'afterward'])

/** The same quarter a year before, where the text speaks of quarters. */
export function shiftedBack(anchor: Anchor, from: number, amount: number, code: string): Value {
  if (code === 'Y' && amount === -1 && anchor.quarter?.from != null) return shifted(anchor.quarter.from, -4, 'Q')
  return shifted(from, amount, code)
}

/** Decades are counted in years and half years in months: "two decades ago" is a year. */
function inSmallerUnits(n: number | null, code: string): { n: number | null; code: string } {
  if (n === null) return { n, code }
  return code === 'E' ? { n: 10 * n, code: 'Y' } : code === 'Y' && n % 1 === 0.5 ? { n: 12 * n, code: 'M' } : { n, code }
}

/** "three days ago", "a year earlier", "about two weeks later", "years ago". */
export const distances: Finder = (reading, i) => {
  const start = afterApproximation(reading, i), amount = amountAt(reading, start), at = amount ? amount.last : start
  const unit = UNITS.get(wordAt(reading, at)), last = afterHalf(reading, at + 1) + 1, word = wordAt(reading, last - 1)
  if (!unit || (!amount && (!wordAt(reading, at).endsWith('s') || /^\d/.test(wordAt(reading, at - 1))))) return null
  const back = BACK.has(word), forward = FORWARD.has(word)
  if (!back && !forward) return null
  // "two years after the war" hangs on the war.
  if ((word === 'before' || word === 'after') && !(last >= reading.sentence.last || /^[,.;)]$/.test(wordAt(reading, last)))) return null
  const told = amount?.value ?? null, { n, code } = inSmallerUnits(told !== null && last > at + 2 ? told + 0.5 : told, unit.code), ago = word === 'ago'
  return {
    first: i, last, type: 'DATE', compares: true, rule: `${ago ? "counted from the document's date" : 'counted from the last date in the text'}`, grain: GRAINS[code],
    resolve: anchor => {
      if (n === null || unit.time) return unresolved(back ? 'PAST_REF' : anchor.narrative ? 'FUTURE_REF' : durationOf(n, unit))
      // "A year earlier" compares with a year before the document's own, even where the text has just named another.
      const from = (ago || (code === 'Y' && n === 1 && !anchor.narrative && back)) ? anchor.document : code === 'D' ? dayReference(anchor) : textReference(anchor)
      return from === null ? unknownOf(code) : shiftedBack(anchor, from, (back ? -1 : 1) * Math.round(n), code)
    },
  }
}

/** How far from the text's last date: "the same day", "the previous week". */
export const SAME: Readonly<Record<string, number>> = { same: 0, that: 0, previous: -1, preceding: -1, next: 1, following: 1 }

/** "the same day", "that year", "the following week", "the day before", "the next morning". */
export const anchored: Finder = (reading, i) => {
  let at = i
  if (/^(?:earlier|later|early|late)$/.test(wordAt(reading, at))) at++
  const word = wordAt(reading, at), start = at
  if (word === 'the' || word === 'that' || word === 'this') at++
  else return null
  let shift = word === 'that' ? 0 : undefined
  const own = SAME[wordAt(reading, at)]
  if (own !== undefined) {
    shift = own
    at++
  }
  const name = wordAt(reading, at), unit = UNITS.get(name), part = DAY_PARTS.get(name)
  if (name === 'day' && shift === undefined && word === 'the' && /^(?:before|after)$/.test(wordAt(reading, at + 1)) && (at + 2 >= reading.sentence.last || /^[,.;]$/.test(wordAt(reading, at + 2)))) {
    const by = wordAt(reading, at + 1) === 'before' ? -1 : 1
    return anchoredMatch(start, at + 2, 'D', '', by)
  }
  if (shift === undefined || (word === 'this' && own === undefined)) return null
  if (part) return anchoredMatch(i, at + 1, 'D', `T${part}`, shift)
  if (!unit || unit.time || name.endsWith('s')) return null
  return anchoredMatch(i, at + 1, unit.code, '', shift)
}

const anchoredMatch = (first: number, last: number, code: string, suffix: string, shift: number): Match => ({
  first, last, type: suffix ? 'TIME' : 'DATE', rule: 'counted from the last date in the text', grain: GRAINS[code],
  resolve: anchor => {
    const from = code === 'D' ? dayReference(anchor) : textReference(anchor)
    if (from === null) return unknownOf(code)
    if (code === 'D') return day(from + shift, suffix)
    return shifted(from, shift, code)
  },
})

/** "the end of 1990", "the beginning of October", "the end of the year" take the part before them in. */
export const partOf = (reading: Reading, first: number): number =>
  wordAt(reading, first - 1) === 'of' && /^(?:end|beginning|middle|start|rest)$/.test(wordAt(reading, first - 2)) && wordAt(reading, first - 3) === 'the' ? first - 3 : first


/** Parts of a unit under way: "the end of the month". */
export const ENDS: ReadonlySet<string> = new Set(['end', 'beginning', 'middle', 'start', 'rest'])

/** "the end of the year", "year-end", "the year's end": the unit that is under way. */
export const ends: Finder = (reading, i) => {
  const word = wordAt(reading, i)
  let last = i + 1, unit = UNITS.get('year')!
  if (word === 'the') {
    const own = UNITS.get(wordAt(reading, i + 4))
    if (!ENDS.has(wordAt(reading, i + 1)) || wordAt(reading, i + 2) !== 'of' || wordAt(reading, i + 3) !== 'the' || !own || own.time || own.code === 'D' || own.code === 'WE' || wordAt(reading, i + 4).endsWith('s')) return null
    unit = own
    last = i + 5
  } else if (word === 'year') {
    if (wordAt(reading, i + 1) === "'s" && wordAt(reading, i + 2) === 'end') last = i + 3
    else if (wordAt(reading, i + 1) === 'end') last = i + 2
    else return null
  } else if (word !== 'year-end') return null
  return {
    first: i, last, type: 'DATE', rule: 'the unit under way', grain: GRAINS[unit.code],
    resolve: anchor => {
      const from = reference(anchor)
      return from === null ? unknownOf(unit.code) : shifted(from, 0, unit.code)
    },
  }
}
