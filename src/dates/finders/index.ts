/**
 * All finders, in order: of matches that begin at one token the longest stands, of equally long ones the first finder's.
 * A new idea of how a time is said is a file here and a line below, with the words at which it is tried.
 */
import { APPROXIMATIONS, DAY_PARTS, DECADES, MODIFIERS, MONTHS, NUMBERS, ORDINALS, REFERENCES, SEASONS, UNITS, VAGUE, WEEKDAYS, WEEKDAY_PLURALS } from '../lexicon.js'
import { periods, quarters, yearAgo } from './business.js'
import { CENTURY_WORDS } from '../numbers.js'
import type { Finder } from '../match.js'
import { calendarDates, digits } from './calendar-dates.js'
import { clock } from './clock.js'
import { dayParts } from './day-parts.js'
import { compounds, durations, loneUnits, PERIOD, sets } from './durations.js'
import { HOLIDAY_WORDS, holidays } from './holidays.js'
import { references } from './references.js'
import { anchored, distances, ENDS, ends, namedDays, relativeUnits, SAME } from './relative.js'
import { beforeChrist, centuries, decades, seasons, years } from './years.js'
import { findersOf, type Row } from './triggers.js'
import { weekdays } from './weekdays.js'

const DIRECTIONS = ['last', 'next', 'this'], ARTICLE = ['the'], AMOUNT = [...NUMBERS.keys(), ...VAGUE, 'a', 'an']
const APPROXIMATING = APPROXIMATIONS.map(words => words[0]), PLURAL_UNITS = [...UNITS.keys()].filter(word => word.endsWith('s')), LONG = ['daylong', 'weeklong', 'monthlong', 'yearlong', 'decadelong']
const COMPOUND_HEADS = ['mid', 'early', 'late', 'pre', 'post', 'year', 'first', 'second', 'third', 'fourth', ...PLURAL_UNITS, ...UNITS.keys(), ...NUMBERS.keys(), ...VAGUE]

const isNumber = (word: string): boolean => /^['’]?\d/.test(word)
const isModified = (word: string): boolean => MODIFIERS.has(word) || /^(?:mid|early|late)-/.test(word)
const APPROXIMATIONS_OF_TWO = APPROXIMATIONS.filter(words => words.length > 1)
/** Words that open an expression only before certain others. */
const OPENING = ['the', 'a', 'an', ...new Set(APPROXIMATIONS_OF_TWO.map(words => words[0]))]
/** Whether an amount goes on after its article or approximation: "a year", "a few weeks", "a full day", "at least two". */
const isMeasured = (word: string, first: string): boolean => APPROXIMATIONS_OF_TWO.some(words => words[0] === first && words[1] === word) || UNITS.has(word) || /^(?:few|couple|dozen|hundred|more|full|consecutive|straight|long|additional|whole|short|trading|business)$/.test(word)

const ROWS: readonly Row[] = [
  { find: digits, number: true },
  { find: clock, number: true, words: [['noon', 'midday', 'midnight']] },
  { find: calendarDates, number: true, compound: true, words: [ARTICLE, MONTHS, WEEKDAYS, DIRECTIONS, MODIFIERS], after: isNumber },
  { find: dayParts, compound: true, words: [ARTICLE, DAY_PARTS, ['early', 'late', 'mid']], after: word => DAY_PARTS.has(word) || isModified(word) },
  { find: weekdays, words: [WEEKDAYS, DIRECTIONS, ['early', 'late']] },
  { find: years, number: true, compound: true, words: [ARTICLE, CENTURY_WORDS, MODIFIERS, ['fiscal']], after: word => word === 'year' },
  { find: decades, number: true, compound: true, words: [ARTICLE, MODIFIERS, DECADES], after: word => isNumber(word) || isModified(word) || DECADES.has(word) },
  { find: centuries, compound: true, words: [ARTICLE, ORDINALS, MODIFIERS], after: word => ORDINALS.has(word) || isModified(word) },
  { find: quarters, compound: true, words: [ARTICLE, ORDINALS, DIRECTIONS, ['fiscal']], after: word => ORDINALS.has(word) || isNumber(word) || CENTURY_WORDS.has(word) || /^(?:two|fiscal|quarter|period|comparable|corresponding|same)$/.test(word) },
  { find: periods, words: [ARTICLE], after: word => /^(?:latest|full|fiscal|year|quarter|period)$/.test(word) },
  { find: beforeChrist, number: true, words: [ARTICLE], after: isNumber },
  { find: seasons, words: [ARTICLE, SEASONS, DIRECTIONS, ['that'], MODIFIERS], after: word => SEASONS.has(word) || MODIFIERS.has(word) },
  { find: holidays, words: [ARTICLE, DIRECTIONS, HOLIDAY_WORDS], after: word => word === 'fourth' },
  { find: namedDays, words: [['today', 'yesterday', 'tomorrow', 'tonight', 'this', 'last', 'early', 'late', 'earlier', 'later']] },
  { find: distances, number: true, words: [AMOUNT, APPROXIMATING, PLURAL_UNITS], after: isMeasured },
  { find: relativeUnits, words: [ARTICLE, DIRECTIONS, MODIFIERS, ['sometime', 'current']], after: word => word === 'weekend' || word === 'current' },
  { find: ends, compound: true, words: [ARTICLE, ['year']], after: word => ENDS.has(word) },
  { find: anchored, words: [ARTICLE, ['that', 'this', 'earlier', 'later', 'early', 'late']], after: word => word === 'day' || SAME[word] !== undefined },
  { find: yearAgo, compound: true, words: [ARTICLE], after: word => word.startsWith('year-') || /^(?:comparable|corresponding|same)$/.test(word) },
  { find: durations, number: true, words: [ARTICLE, AMOUNT, APPROXIMATING, PERIOD], after: (word, first) => isMeasured(word, first) || isNumber(word) || NUMBERS.has(word) || PERIOD.has(word) },
  { find: compounds, compound: true, words: [LONG] },
  { find: loneUnits, words: [PLURAL_UNITS] },
  { find: sets, words: [['hourly', 'daily', 'nightly', 'weekly', 'monthly', 'yearly', 'annually', 'every', 'each'], WEEKDAY_PLURALS] },
  { find: references, words: [REFERENCES, ['right', 'these', 'at', 'more', 'most', 'the', 'a', 'some', 'long', 'former', 'recent', 'future', 'current']], after: word => /^(?:near|foreseeable|future|past|later|moment|present|recently|the|while)$/.test(word) },
]

/** All finders, for the test that none is left out where it would find something. */
export const FINDERS: readonly Finder[] = ROWS.map(row => row.find)

/** The finders to be tried at a token. */
export const findersAt = findersOf(ROWS, COMPOUND_HEADS, OPENING)
