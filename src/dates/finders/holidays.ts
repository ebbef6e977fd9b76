/** Named days: "Christmas", "New Year's Eve", "Thanksgiving", "the Fourth of July". */
import { dayOf, easter, partsOf, type Day } from '../calendar.js'
import { wordAt, type Finder, type Reading } from '../match.js'
import { day, reference, unresolved } from '../values.js'

const nth = (month: number, weekday: number, n: number) => (year: number): Day | null => {
  const first = dayOf(year, month, 1)
  return first === null ? null : first + ((weekday - partsOf(first).weekday + 7) % 7) + 7 * (n - 1)
}
const fixed = (month: number, date: number) => (year: number): Day | null => dayOf(year, month, date)
const fromEaster = (by: number) => (year: number): Day | null => {
  const sunday = easter(year)
  return sunday === null ? null : sunday + by
}
const lastMonday = (month: number) => (year: number): Day | null => {
  const first = dayOf(year, month + 1, 1)
  return first === null ? null : first - 1 - partsOf(first - 1).weekday
}

const dayAfter = (on: (year: number) => Day | null) => (year: number): Day | null => {
  const before = on(year)
  return before === null ? null : before + 1
}

const HOLIDAYS: readonly { readonly words: readonly string[]; readonly on: (year: number) => Day | null }[] = [
  { words: "new year 's eve", on: fixed(12, 31) }, { words: "new year 's day", on: fixed(1, 1) }, { words: "new year 's", on: fixed(1, 1) },
  { words: 'christmas eve', on: fixed(12, 24) }, { words: 'christmas day', on: fixed(12, 25) }, { words: 'christmas', on: fixed(12, 25) },
  { words: 'thanksgiving day', on: nth(11, 3, 4) }, { words: 'thanksgiving', on: nth(11, 3, 4) }, { words: 'halloween', on: fixed(10, 31) },
  { words: 'labor day', on: nth(9, 0, 1) }, { words: 'memorial day', on: lastMonday(5) }, { words: 'veterans day', on: fixed(11, 11) },
  { words: "valentine 's day", on: fixed(2, 14) }, { words: 'independence day', on: fixed(7, 4) }, { words: 'the fourth of july', on: fixed(7, 4) },
  { words: 'election day', on: dayAfter(nth(11, 0, 1)) }, { words: 'boxing day', on: fixed(12, 26) }, { words: 'columbus day', on: nth(10, 0, 2) }, { words: "mother 's day", on: nth(5, 6, 2) }, { words: "father 's day", on: nth(6, 6, 3) },
  { words: 'easter sunday', on: fromEaster(0) }, { words: 'easter monday', on: fromEaster(1) }, { words: 'good friday', on: fromEaster(-2) }, { words: 'easter', on: fromEaster(0) },
].map(({ words, on }) => ({ words: words.split(' '), on }))

const BY_FIRST = new Map<string, (typeof HOLIDAYS)[number][]>()
for (const holiday of HOLIDAYS) BY_FIRST.set(holiday.words[0], [...(BY_FIRST.get(holiday.words[0]) ?? []), holiday])

/** The first words of named days. */
export const HOLIDAY_WORDS: readonly string[] = [...BY_FIRST.keys()]

const isCapital = ({ tokens, sentence }: Reading, i: number): boolean => i < sentence.last && tokens[i].spaced && tokens[i].pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(tokens[i].text)

export const holidays: Finder = (reading, i) => {
  const direction = wordAt(reading, i), at = direction === 'last' || direction === 'next' || direction === 'this' ? i + 1 : i
  for (const { words, on } of BY_FIRST.get(wordAt(reading, at)) ?? []) {
    if (!words.every((word, k) => wordAt(reading, at + k) === word) || !/^(?:\p{Lu}|the$)/u.test(reading.tokens[at].text)) continue
    // "Easter Island"
    if (words.length === 1 && isCapital(reading, at + 1)) continue
    const last = at + words.length, found = /^(1\d{3}|20\d{2})$/.exec(wordAt(reading, last)), y = found ? Number(found[1]) : null
    return {
      first: i, last: found ? last + 1 : last, type: 'DATE', rule: 'named day', grain: 'day', absolute: y !== null,
      resolve: anchor => {
        const from = reference(anchor)
        if (y !== null) return day(on(y)!)
        if (from === null) return unresolved('XXXX-XX-XX')
        const now = partsOf(from).year, near = [now, now - 1, now + 1].map(on).filter(d => d !== null)
        const fit = direction === 'last' ? near.filter(d => d < from) : direction === 'next' ? near.filter(d => d > from) : near
        if (fit.length === 0) return unresolved('XXXX-XX-XX')
        return day(fit.reduce((best, d) => (Math.abs(d - from) < Math.abs(best - from) ? d : best)))
      },
    }
  }
  return null
}
