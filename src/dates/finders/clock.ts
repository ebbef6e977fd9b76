/** Times of day: "5:30 p.m. Monday", "noon", "8 a.m. EST on Nov. 9". */
import { pad, isoOf } from '../calendar.js'
import { wordAt, type Finder, type Match, type Reading } from '../match.js'
import { dayReference, unresolved } from '../values.js'
import { calendarDates } from './calendar-dates.js'
import { namedDays } from './relative.js'
import { weekdays } from './weekdays.js'

const CLOCK = /^(\d{1,2})(?::(\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/
const HALF = /^(am|pm|a\.m\.?|p\.m\.?)$/
const ZONE = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|et|pt|local)$/
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midnight: '24:00' }

/** The day that a time of day is followed or preceded by. */
const dayAfter = (reading: Reading, i: number): Match | null => {
  const at = /^(?:on|,)$/.test(wordAt(reading, i)) ? i + 1 : i
  return weekdays(reading, at) ?? calendarDates(reading, at) ?? namedDays(reading, at)
}

export const clock: Finder = (reading, i) => {
  const word = wordAt(reading, i), named = NAMED[word]
  let time = named, last = i + 1
  if (named === undefined) {
    const found = CLOCK.exec(word)
    if (!found) return null
    const half = found[3] ?? HALF.exec(wordAt(reading, last))?.[1]
    if (!half && found[2] === undefined) return null
    if (half && !found[3]) last++
    let hour = Number(found[1])
    if (hour > (half ? 12 : 24) || Number(found[2] ?? 0) > 59) return null
    if (half) hour = (hour % 12) + (half.startsWith('p') ? 12 : 0)
    time = `${pad(hour)}:${found[2] ?? '00'}`
    if (wordAt(reading, last) === '.' && half && !half.endsWith('.') && half.includes('.')) last++
  }
  while (ZONE.test(wordAt(reading, last)) || (wordAt(reading, last) === 'time' && ZONE.test(wordAt(reading, last - 1)))) last++
  const day = dayAfter(reading, last), own = time
  return {
    first: i, last: day && day.grain === 'day' ? day.last : last, type: 'TIME', rule: 'time of day', grain: 'day',
    resolve: anchor => {
      const resolved = day && day.grain === 'day' ? day.resolve(anchor) : null
      const from = resolved ? resolved.from : dayReference(anchor)
      return from === null ? unresolved(`XXXX-XX-XXT${own}`) : { value: `${isoOf(from)}T${own}`, from, to: from }
    },
  }
}
