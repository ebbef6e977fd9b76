/**
 * All finders, in order: of matches that begin at one token the longest stands, of equally long ones the first finder's.
 * A new idea of how a time is said is a file here and a line below; `starts` tells at which words it is tried.
 */
import { APPROXIMATIONS, DAY_PARTS, DECADES, MODIFIERS, MONTHS, NUMBERS, ORDINALS, REFERENCES, SEASONS, UNITS, VAGUE, WEEKDAYS, WEEKDAY_PLURALS } from '../lexicon.js'
import type { Finder } from '../match.js'
import { periods, quarters, yearAgo } from './business.js'
import { CENTURY_WORDS } from '../numbers.js'
import { calendarDates, digits } from './calendar-dates.js'
import { clock } from './clock.js'
import { dayParts } from './day-parts.js'
import { compounds, durations, loneUnits, sets } from './durations.js'
import { holidays } from './holidays.js'
import { references } from './references.js'
import { anchored, distances, ends, namedDays, relativeUnits } from './relative.js'
import { beforeChrist, centuries, decades, seasons, years } from './years.js'
import { weekdays } from './weekdays.js'

const DIRECTIONS = /^(?:last|next|this)$/
const DIGIT = /^['’]?\d/
const isAmount = (word: string): boolean => NUMBERS.has(word) || VAGUE.has(word) || DIGIT.test(word) || word === 'a' || word === 'an'
const approximates = new Set(APPROXIMATIONS.map(words => words[0]))

const FINDERS: readonly { readonly find: Finder; readonly starts: (word: string) => boolean }[] = [
  { find: digits, starts: word => DIGIT.test(word) },
  { find: clock, starts: word => DIGIT.test(word) || word === 'noon' || word === 'midnight' || word === 'midday' },
  { find: calendarDates, starts: word => word === 'the' || MONTHS.has(word) || WEEKDAYS.has(word) || DIGIT.test(word) || DIRECTIONS.test(word) || MODIFIERS.has(word) || /^(?:mid|early|late)-/.test(word) },
  { find: dayParts, starts: word => word === 'the' || DAY_PARTS.has(word) || word === 'early' || word === 'late' || word === 'mid' || word.startsWith('mid-') },
  { find: weekdays, starts: word => WEEKDAYS.has(word) || DIRECTIONS.test(word) || word === 'early' || word === 'late' },
  { find: years, starts: word => word === 'the' || CENTURY_WORDS.has(word) || DIGIT.test(word) || MODIFIERS.has(word) || word === 'fiscal' || /^(?:mid|early|late|pre|post)-\d/.test(word) },
  { find: decades, starts: word => DIGIT.test(word) || word === 'the' || MODIFIERS.has(word) || DECADES.has(word) || /^(?:mid|early|late)-/.test(word) },
  { find: centuries, starts: word => word === 'the' || ORDINALS.has(word) || MODIFIERS.has(word) || /^(?:mid|early|late)-/.test(word) },
  { find: quarters, starts: word => ORDINALS.has(word) || word === 'the' || DIRECTIONS.test(word) || word === 'fiscal' || word.endsWith('-quarter') },
  { find: periods, starts: word => word === 'the' },
  { find: beforeChrist, starts: word => DIGIT.test(word) || word === 'the' },
  { find: seasons, starts: word => SEASONS.has(word) || DIRECTIONS.test(word) || word === 'the' || word === 'that' || MODIFIERS.has(word) },
  { find: holidays, starts: word => DIRECTIONS.test(word) || /^(?:new|christmas|thanksgiving|halloween|labor|memorial|veterans|valentine|independence|the|easter|good|election|boxing|columbus|mother|father)$/.test(word) },
  { find: namedDays, starts: word => /^(?:today|yesterday|tomorrow|tonight|this|last|early|late|earlier|later)$/.test(word) },
  { find: distances, starts: word => isAmount(word) || approximates.has(word) || (UNITS.has(word) && word.endsWith('s')) },
  { find: relativeUnits, starts: word => DIRECTIONS.test(word) || MODIFIERS.has(word) || word === 'the' || word === 'sometime' || word === 'current' },
  { find: ends, starts: word => word === 'the' || word.startsWith('year') },
  { find: anchored, starts: word => /^(?:the|that|this|earlier|later|early|late)$/.test(word) },
  { find: yearAgo, starts: word => word === 'the' || word.startsWith('year-') },
  { find: durations, starts: word => isAmount(word) || approximates.has(word) || /^(?:the|past|last|next|first|coming|recent|previous|final)$/.test(word) },
  { find: compounds, starts: word => word.includes('-') || word.endsWith('long') },
  { find: loneUnits, starts: word => UNITS.has(word) },
  { find: sets, starts: word => /^(?:hourly|daily|nightly|weekly|monthly|yearly|annually|every|each)$/.test(word) || WEEKDAY_PLURALS.has(word) },
  { find: references, starts: word => REFERENCES.has(word) || /^(?:right|these|at|more|most|the|a|former|recent|future|current)$/.test(word) },
]

const NONE: readonly Finder[] = []
const MOST = 50_000
let byWord = new Map<string, readonly Finder[]>()

/** The finders to be tried at a word. Kept for the words met lately. */
export function findersAt(word: string): readonly Finder[] {
  let found = byWord.get(word)
  if (!found) {
    found = FINDERS.filter(f => f.starts(word)).map(f => f.find)
    if (found.length === 0) found = NONE
    if (byWord.size >= MOST) byWord = new Map()
    byWord.set(word, found)
  }
  return found
}
