/** Parts of a day that name the day after themselves: "the night of May 13", "early in the morning of 29 April", "mid-afternoon yesterday". */
import { DAY_PARTS } from '../lexicon.js'
import { wordAt, type Finder, type Match, type Reading } from '../match.js'
import { day, dayReference, unresolved } from '../values.js'
import { calendarDates } from './calendar-dates.js'
import { namedDays } from './relative.js'
import { weekdays } from './weekdays.js'

const dayAt = (reading: Reading, i: number): Match | null => {
  const found = calendarDates(reading, i) ?? weekdays(reading, i) ?? namedDays(reading, i)
  return found?.grain === 'day' && found.type === 'DATE' ? found : null
}

export const dayParts: Finder = (reading, i) => {
  let at = i
  if (/^(?:early|late)$/.test(wordAt(reading, at))) at = wordAt(reading, at + 1) === 'in' ? at + 2 : at + 1
  if (wordAt(reading, at) === 'the') at++
  if (/^(?:early|late|mid)$/.test(wordAt(reading, at))) at++
  const word = wordAt(reading, at), hours = word === 'hours' && wordAt(reading, at - 1) === 'early', middle = word.startsWith('mid-') || wordAt(reading, at - 1) === 'mid', part = hours ? 'MO' : DAY_PARTS.get(word.startsWith('mid-') ? word.slice(4) : word)
  if (part === undefined) return null
  if (word === 'night' && at === i && /^(?:at|by)$/.test(wordAt(reading, i - 1))) return { first: i, last: i + 1, type: 'TIME', rule: 'part of any day', history: true, resolve: () => unresolved('XXXX-XX-XXTNI') }
  const own = wordAt(reading, at + 1) === 'hours' ? at + 2 : at + 1, named = dayAt(reading, wordAt(reading, own) === 'of' ? own + 1 : own)
  if (named ? wordAt(reading, own) !== 'of' && !middle : !middle) return null
  return {
    first: i, last: named?.last ?? own, type: 'TIME', rule: 'part of a day', grain: 'day',
    resolve: anchor => {
      const from = named ? named.resolve(anchor).from : dayReference(anchor)
      return from === null ? unresolved(`XXXX-XX-XXT${part}`) : day(from, `T${part}`)
    },
  }
}
