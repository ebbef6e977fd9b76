/** How long and how often: "two weeks", "the past five years", "several months", "24-hour", "every Monday", "daily". */
import { MONTHS, NUMBERS, UNITS, VAGUE, WEEKDAYS, WEEKDAY_PLURALS, type Unit } from '../lexicon.js'
import { wordAt, type Finder, type Reading, type Value } from '../match.js'
import { afterApproximation, afterHalf, afterTail, amountAt } from '../numbers.js'
import { unresolved } from '../values.js'

/** TIMEX3's value of an amount of units; a decade counts as ten years, half a unit as its parts. */
export function durationOf(amount: number | null, { code, time }: Unit): string {
  const head = time ? 'PT' : 'P'
  if (amount === null) return code === 'WE' ? 'PXWE' : `${head}X${code}`
  if (code === 'E') return amount === 1 ? 'P10Y' : `P${10 * amount}Y`
  if (code === 'C') return `P${100 * amount}Y`
  if (code === 'Q') return `P${3 * amount}M`
  if (!Number.isInteger(amount)) {
    const whole = Math.floor(amount)
    const part: Readonly<Record<string, string>> = { Y: '6M', H: '30M', M: time ? '30S' : '15D', D: 'T12H' }
    return part[code] && amount - whole === 0.5 ? `${head}${whole > 0 ? `${whole}${code}` : ''}${part[code]}` : `${head}${amount}${code}`
  }
  return `${head}${amount}${code}`
}

/** Words before a unit that make a period of it: "the past five years". */
export const PERIOD: ReadonlySet<string> = new Set(['past', 'last', 'next', 'first', 'coming', 'previous', 'final', 'recent', 'following'])
const AFTER_AGE = new Set(['old', 'older'])
const LONE = new Set(['for', 'in', 'over', 'within', 'after', 'of', 'recent', 'coming', 'past', 'many', 'two'])

const isAge = (reading: Reading, last: number): boolean =>
  AFTER_AGE.has(wordAt(reading, last)) || (wordAt(reading, last) === 'of' && wordAt(reading, last + 1) === 'age') || (wordAt(reading, last) === '-' && wordAt(reading, last + 1) === 'old')

/** "two weeks", "the last few days", "a year", "nearly three months". */
export const durations: Finder = (reading, i) => {
  let at = afterApproximation(reading, i)
  const article = wordAt(reading, at) === 'the' && at === i
  if (article) at++
  let period = PERIOD.has(wordAt(reading, at))
  if (period) at++
  if (article && !period && amountAt(reading, at)?.article !== false) return null
  if (article && !period && !NUMBERS.has(wordAt(reading, at))) return null
  const amount = amountAt(reading, at)
  if (period && wordAt(reading, at - 1) === 'recent' && amount) period = false
  let own = amount ? amount.last : at
  if (amount && /^(?:more|full|consecutive|straight|long|additional|whole|short|trading|business)$/.test(wordAt(reading, own))) own++
  const word = wordAt(reading, own), unit = UNITS.get(word)
  if (!unit || isAge(reading, own + 1) || unit.code === 'WE' || (unit.code === 'Q' && wordAt(reading, own + 1) === 'of')) return null
  if (unit.code === 'S' && !word.endsWith('s')) return null
  if (!amount) {
    if (!period || !word.endsWith('s')) {
      const recent = /^(?:past|last)$/.test(wordAt(reading, at - 1)) && article && period && /^(?:year|decade|week|month|century)$/.test(word)
      if (!recent) return null
      return { first: i, last: own + 1, type: 'DURATION', rule: 'duration', resolve: () => unresolved(durationOf(1, unit)) }
    }
    if (word === 'years' && wordAt(reading, at - 1) === 'recent') return { first: i, last: own + 1, type: 'DATE', rule: 'a time only hinted at', resolve: () => unresolved('PAST_REF') }
    return { first: i, last: own + 1, type: 'DURATION', rule: 'vague duration', resolve: () => unresolved(durationOf(null, unit)) }
  }
  if (amount.article && (unit.code === 'S' || unit.code === 'Q' || (unit.code === 'D' && !/^(?:for|within|in|than)$/.test(wordAt(reading, i - 1))))) return null
  // "a five year low": the singular stands before a noun.
  if (!amount.article && amount.value !== 1 && !word.endsWith('s') && !(own + 1 < reading.sentence.last && /^(?:NOUN|ADJ|PROPN)$/.test(reading.tokens[own + 1].pos))) return null
  // "5 cents a year", "twice a week" tell how often.
  if (amount.article && at === i && /^(?:once|twice|times|cents|percent|%|million|billion|people|tons|hours|days|visits|dollars|pounds)$/.test(wordAt(reading, i - 1))) {
    const more = /^(?:once|twice)$/.test(wordAt(reading, i - 1)) ? i - 1 : i
    return { first: more, last: own + 1, type: 'SET', rule: 'how often', resolve: () => unresolved(durationOf(1, unit)) }
  }
  const last = amount.value === null ? own + 1 : afterHalf(reading, own + 1)
  const value = durationOf(amount.value !== null && last > own + 1 ? amount.value + 0.5 : amount.value, unit)
  return { first: i, last: afterTail(reading, last), type: 'DURATION', rule: amount.value === null ? 'vague duration' : 'duration', resolve: () => unresolved(value) }
}

/** "years" alone, after a preposition or before an event: "for years", "in weeks", "days after the vote". */
export const loneUnits: Finder = (reading, i) => {
  const word = wordAt(reading, i), unit = UNITS.get(word)
  const event = /^(?:before|after)$/.test(wordAt(reading, i + 1)) && !/^(?:\d|a$)/.test(wordAt(reading, i - 1))
  if (!unit || !word.endsWith('s') || !(LONE.has(wordAt(reading, i - 1)) || event) || unit.code === 'S' || unit.code === 'WE') return null
  if (wordAt(reading, i - 1) === 'of' || wordAt(reading, i - 1) === 'two' || isAge(reading, i + 1)) return null
  // "weeks or months"
  const last = /^(?:or|and)$/.test(wordAt(reading, i + 1)) && UNITS.has(wordAt(reading, i + 2)) && wordAt(reading, i + 2).endsWith('s') ? i + 3 : i + 1
  return { first: i, last, type: 'DURATION', rule: 'vague duration', resolve: () => unresolved(durationOf(null, unit)) }
}

const COMPOUND = /^(.+?)-(second|minute|hour|day|week|month|quarter|year|decade|century)(?:-(long|old))?$/
/** "day-long", "decades-long", "yearlong". */
const LONG = /^((?:day|week|month|year|decade|century)s?|centuries)-?long$/

/** "two-year", "24-hour", "decade-long"; ages ("nine-year-old") are none. */
export const compounds: Finder = (reading, i) => {
  const long = LONG.exec(wordAt(reading, i))
  if (long) return wordAt(reading, i + 1) === '-' ? null : { first: i, last: i + 1, type: 'DURATION', rule: 'duration', resolve: () => unresolved(durationOf(long[1].endsWith('s') ? null : 1, UNITS.get(long[1])!)) }
  const found = COMPOUND.exec(wordAt(reading, i))
  if (!found || found[3] === 'old' || isAge(reading, i + 1)) return null
  const [, word, name] = found, unit = UNITS.get(name)!
  if (unit.code === 'Q' && wordAt(reading, i + 1) === 'of') return null
  const n = NUMBERS.get(word) ?? (/^\d{1,4}$/.test(word) ? Number(word) : VAGUE.has(word) ? null : undefined)
  if (n === undefined) return null
  return { first: i, last: i + 1, type: 'DURATION', rule: 'duration', resolve: () => unresolved(durationOf(n, unit)) }
}

const OFTEN: Readonly<Record<string, string>> = { hourly: 'PT1H', daily: 'P1D', nightly: 'P1D', weekly: 'P1W', monthly: 'P1M', yearly: 'P1Y', annually: 'P1Y' }

/** "daily", "every Monday", "each year", "Mondays". */
export const sets: Finder = (reading, i) => {
  const word = wordAt(reading, i), often = OFTEN[word]
  const found = (last: number, value: string): ReturnType<Finder> => ({ first: i, last, type: 'SET', rule: 'how often', resolve: (): Value => unresolved(value) })
  if (often !== undefined && wordAt(reading, i - 1) === 'average') return null
  if (often !== undefined) return /^\p{Lu}/u.test(reading.tokens[i].text) && i > reading.sentence.first ? null : found(i + 1, often)
  const plural = WEEKDAY_PLURALS.get(word)
  if (plural !== undefined) return found(i + 1, `XXXX-WXX-${plural + 1}`)
  if (word !== 'every' && word !== 'each') return null
  const other = wordAt(reading, i + 1) === 'other' ? i + 2 : i + 1, amount = amountAt(reading, other), at = amount ? amount.last : other, name = wordAt(reading, at)
  const unit = UNITS.get(name), weekday = WEEKDAYS.get(name), month = MONTHS.get(name)
  if (weekday !== undefined) return found(at + 1, `XXXX-WXX-${weekday + 1}`)
  if (month !== undefined && /^\p{Lu}/u.test(reading.tokens[at].text)) return found(at + 1, `XXXX-${String(month).padStart(2, '0')}`)
  return unit ? found(at + 1, durationOf(amount ? amount.value : other > i + 1 ? 2 : 1, unit)) : null
}
