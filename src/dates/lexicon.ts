/** The words of time. */

const table = (rows: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([words, value]) => words.split(' ').map(word => [word, value] as const)))

export const MONTHS = table([
  ['january jan jan.', 1], ['february feb feb.', 2], ['march mar.', 3], ['april apr apr.', 4], ['may', 5], ['june jun.', 6], ['july jul.', 7],
  ['august aug aug.', 8], ['september sept sept. sep sep.', 9], ['october oct oct.', 10], ['november nov nov.', 11], ['december dec dec.', 12],
])

/** Monday is 0. Short forms only with a stop. */
export const WEEKDAYS = table([
  ['monday mon.', 0], ['tuesday tues. tue.', 1], ['wednesday wed.', 2], ['thursday thurs. thu.', 3], ['friday fri.', 4], ['saturday sat.', 5], ['sunday sun.', 6],
])
export const WEEKDAY_PLURALS = table([['mondays', 0], ['tuesdays', 1], ['wednesdays', 2], ['thursdays', 3], ['fridays', 4], ['saturdays', 5], ['sundays', 6]])

export const SEASONS: ReadonlyMap<string, string> = new Map([['spring', 'SP'], ['summer', 'SU'], ['autumn', 'FA'], ['fall', 'FA'], ['winter', 'WI']])

export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'], ['afternoon', 'AF'], ['evening', 'EV'], ['night', 'NI'], ['midday', 'MI'], ['dawn', 'MO'], ['dusk', 'EV'],
])

export const ORDINALS = table([
  ['first 1st', 1], ['second 2nd', 2], ['third 3rd', 3], ['fourth 4th', 4], ['fifth 5th', 5], ['sixth 6th', 6], ['seventh 7th', 7], ['eighth 8th', 8],
  ['ninth 9th', 9], ['tenth 10th', 10], ['eleventh 11th', 11], ['twelfth 12th', 12], ['thirteenth 13th', 13], ['fourteenth 14th', 14], ['fifteenth 15th', 15],
  ['sixteenth 16th', 16], ['seventeenth 17th', 17], ['eighteenth 18th', 18], ['nineteenth 19th', 19], ['twentieth 20th', 20], ['21st twenty-first', 21],
  ['22nd', 22], ['23rd', 23], ['24th', 24], ['25th', 25], ['26th', 26], ['27th', 27], ['28th', 28], ['29th', 29], ['30th', 30], ['31st', 31],
])

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, n) => [word, n] as const),
  ...TENS.map((word, n) => [word, 10 * n] as const).filter(([word]) => word !== '_'),
  ...TENS.flatMap((ten, t) => (ten === '_' ? [] : ONES.slice(1, 10).map((one, n) => [`${ten}-${one}`, 10 * t + n + 1] as const))),
])
/** Numbers that are not told: TIMEX3's X. */
export const VAGUE: ReadonlySet<string> = new Set(['several', 'few', 'some', 'many', 'numerous'])

export interface Unit {
  /** TIMEX3's letter; with a T before it for parts of a day. */
  readonly code: string
  readonly time: boolean
}
const unit = (words: string, code: string, time = false): (readonly [string, Unit])[] => words.split(' ').map(word => [word, { code, time }])
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...unit('second seconds', 'S', true), ...unit('minute minutes', 'M', true), ...unit('hour hours', 'H', true),
  ...unit('day days', 'D'), ...unit('week weeks', 'W'), ...unit('weekend weekends', 'WE'), ...unit('month months', 'M'), ...unit('quarter quarters', 'Q'),
  ...unit('year years', 'Y'), ...unit('decade decades', 'E'), ...unit('century centuries', 'C'),
])

export const DECADES = table([['twenties', 2], ['thirties', 3], ['forties', 4], ['fifties', 5], ['sixties', 6], ['seventies', 7], ['eighties', 8], ['nineties', 9]])

/** Adverbs of time that have a value of their own. */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['now', 'PRESENT_REF'], ['currently', 'PRESENT_REF'], ['nowadays', 'PRESENT_REF'], ['presently', 'PRESENT_REF'],
  ['recently', 'PAST_REF'], ['lately', 'PAST_REF'], ['soon', 'FUTURE_REF'],
])

/** Words before an expression that belong to it and leave its value as it is. */
export const MODIFIERS: ReadonlySet<string> = new Set(['early', 'late', 'mid', 'earlier', 'later'])
/** Words before an amount that belong to a duration. */
export const APPROXIMATIONS: readonly (readonly string[])[] = [
  ['about'], ['almost'], ['nearly'], ['roughly'], ['approximately'], ['over'], ['around'], ['more', 'than'], ['less', 'than'], ['at', 'least'], ['up', 'to'], ['no', 'more', 'than'], ['as', 'many', 'as'], ['just', 'over'], ['just', 'under'],
]

/** How far the year in "last year", "this year", "next year" lies from the one it is told from. */
export const RELATIVE_YEAR: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
