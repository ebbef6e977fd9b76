/** Times of day: "5:30 p.m. Monday", "noon", "8 a.m. EST on Nov. 9". */
import { pad, isoOf } from '../calendar.js'
import { wordAt, type Finder, type Match, type Reading } from '../match.js'
import { hourReference, unresolved } from '../values.js'
import { calendarDates } from './calendar-dates.js'
import { namedDays } from './relative.js'
import { weekdays } from './weekdays.js'

const CLOCK = /^(\d{1,2})(?:([:.])(\d{2}))?(am|pm|am\.|pm\.|a\.m\.|p\.m\.)?$/
/** "1430 GMT", "0930 local time", "1800 hours". */
const MILITARY = /^([01]\d|2[0-4])([0-5]\d)$/
const HALF = /^(?:am|pm|a\.m\.?|p\.m\.?)$/
const ZONE = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|ist|jst|et|pt|local)$/
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '24:00' }
/** The half of the day in "4 in the morning", "10 at night". */
const IN_WORDS: Readonly<Record<string, string>> = { morning: 'a', afternoon: 'p', evening: 'p', night: 'p' }

/** The day that a time of day is followed or preceded by. */
const dayAfter = (reading: Reading, i: number): Match | null => {
  const at = /^(?:on|,)$/.test(wordAt(reading, i)) ? i + 1 : i
  return weekdays(reading, at) ?? calendarDates(reading, at) ?? namedDays(reading, at)
}

/** The token after "in the morning", "at night"; i itself where they do not stand there. */
function afterHalfInWords(reading: Reading, i: number): number {
  const at = wordAt(reading, i) === 'in' && wordAt(reading, i + 1) === 'the' ? i + 2 : wordAt(reading, i) === 'at' && wordAt(reading, i + 1) === 'night' ? i + 1 : i
  return at > i && IN_WORDS[wordAt(reading, at)] !== undefined ? at + 1 : i
}

/** Hours and minutes at token i, and the token after them. */
function timeAt(reading: Reading, i: number): { time: string; last: number } | null {
  const word = wordAt(reading, i), next = wordAt(reading, i + 1)
  if (NAMED[word] !== undefined) return { time: NAMED[word], last: i + 1 }
  const military = MILITARY.exec(word)
  if (military) return ZONE.test(next) || (next === 'hours' && wordAt(reading, i - 1) === 'at') ? { time: `${military[1]}:${military[2]}`, last: next === 'hours' ? i + 2 : i + 1 } : null
  const found = CLOCK.exec(word)
  if (!found) return null
  const minutes = found[3] ?? '00', inWords = afterHalfInWords(reading, i + 1), oClock = next === "o'clock"
  let last = i + 1, half = found[4]
  if (half === undefined && HALF.test(next)) {
    half = next
    last++
    if (wordAt(reading, last) === '.' && half.includes('.') && !half.endsWith('.')) last++
  } else if (half === undefined && inWords > i + 1 && (found[3] !== undefined || wordAt(reading, i - 1) === 'at')) {
    half = IN_WORDS[wordAt(reading, inWords - 1)]
    last = inWords
  } else if (half === undefined && !oClock && (found[3] === undefined || found[2] === '.')) return null
  if (oClock) last++
  const hour = Number(found[1])
  if (hour > (half ? 12 : 24) || (half && hour === 0) || Number(minutes) > 59) return null
  return { time: `${pad(half ? (hour % 12) + (half.startsWith('p') ? 12 : 0) : hour)}:${minutes}`, last }
}

export const clock: Finder = (reading, i) => {
  const found = timeAt(reading, i)
  if (!found) return null
  let { last } = found
  while (ZONE.test(wordAt(reading, last)) || (wordAt(reading, last) === 'time' && ZONE.test(wordAt(reading, last - 1)))) last++
  const after = dayAfter(reading, last), day = after?.grain === 'day' ? after : null
  return {
    first: i, last: day?.last ?? last, type: 'TIME', rule: 'time of day', grain: 'day',
    resolve: anchor => {
      const from = day ? day.resolve(anchor).from : hourReference(anchor)
      return from === null ? unresolved(`XXXX-XX-XXT${found.time}`) : { value: `${isoOf(from)}T${found.time}`, from, to: from }
    },
  }
}
