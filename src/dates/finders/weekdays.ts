/** Weekdays, with a part of the day or "last" and "next" before them: "Monday", "next Friday", "Sunday night". */
import { partsOf, type Day } from '../calendar.js'
import { DAY_PARTS, WEEKDAYS } from '../lexicon.js'
import { isNamed, wordAt, type Anchor, type Finder, type Value } from '../match.js'
import { outlookAt } from '../outlook.js'
import { day, unresolved, weekdayReference } from '../values.js'

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const PLURAL_PARTS: ReadonlyMap<string, string> = new Map([...DAY_PARTS].map(([word, part]) => [`${word}s`, part]))

/** The weekday nearest in the direction told; without one the most recent, today included: news tells what was. `ahead` is today or later. */
export function weekdayFrom(from: Day, weekday: number, direction: string): Day {
  const back = (partsOf(from).weekday - weekday + 7) % 7
  if (direction === 'ahead') return back === 0 ? from : from + 7 - back
  if (direction === 'next') return from + (back === 0 ? 7 : 7 - back)
  if (direction === 'coming') return from + (back === 0 ? 7 : 7 - back)
  if (direction === 'last') return from - (back === 0 ? 7 : back)
  return from - back
}

export function weekdayValue(anchor: Anchor, weekday: number, direction: string, part = ''): Value {
  const from = weekdayReference(anchor)
  return from === null ? unresolved(`XXXX-WXX-${weekday + 1}${part}`) : day(weekdayFrom(from, weekday, direction), part)
}

export const weekdays: Finder = (reading, i) => {
  const word = wordAt(reading, i)
  let at = i, direction = ''
  if (word === 'last' || word === 'next' || word === 'this') {
    at++
    direction = word === 'this' ? '' : word
    if (wordAt(reading, at) === 'coming') {
      direction = 'coming'
      at++
    } else if (wordAt(reading, at) === 'past') at++
  } else if (word === 'early' || word === 'late') at++
  const weekday = WEEKDAYS.get(wordAt(reading, at))
  if (weekday === undefined || !/^\p{Lu}/u.test(reading.tokens[at].text)) return null
  // "larger than the Sun."
  if (reading.tokens[at].text.endsWith('.') && (at + 1 >= reading.sentence.last || reading.tokens[at - 1]?.pos === 'DET')) return null
  if (at === i && !DAY_PARTS.has(wordAt(reading, at + 1)) && isNamed(reading, at, at + 1)) return null
  const nights = direction === '' && at === i ? PLURAL_PARTS.get(wordAt(reading, i + 1)) : undefined
  if (nights !== undefined) return { first: i, last: i + 2, type: 'SET', rule: 'how often', resolve: () => unresolved(`XXXX-WXX-${weekday + 1}T${nights}`) }
  if (direction === '' && outlookAt(reading, i) === 'ahead') direction = 'ahead'
  const part = DAY_PARTS.get(wordAt(reading, at + 1)), suffix = part ? `T${part}` : ''
  return {
    first: i, last: part ? at + 2 : at + 1, type: part ? 'TIME' : 'DATE', grain: 'day', ofToday: true,
    rule: `${NAMES[weekday]}: weekday, ${direction === 'next' || direction === 'coming' ? 'the next one after' : direction === 'ahead' ? 'the verb looks ahead: the first from' : direction === 'last' ? 'the last one before' : 'most recent up to'} the document's date`,
    resolve: anchor => weekdayValue(anchor, weekday, direction, suffix),
  }
}
