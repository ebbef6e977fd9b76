/** Years, decades, centuries and seasons. */
import { partsOf } from '../calendar.js'
import { DECADES, MODIFIERS, ORDINALS, SEASONS } from '../lexicon.js'
import { wordAt, type Anchor, type Finder, type Reading, type Value } from '../match.js'
import { afterTail, yearAt } from '../numbers.js'
import { isBeforeChrist, yearBeforeChrist, yearReference } from '../year-reference.js'
import { century, decade, nearestYear, reference, season, unresolved, year } from '../values.js'

const DECADE = /^['’]?((?:1[1-9]|20)?\d0)['’]?s$/
const BEFORE_YEAR = new Set(['in', 'since', 'of', 'by', 'until', 'till', 'from', 'before', 'after', 'during', 'early', 'late', 'mid', 'through', 'fiscal', 'between', 'back', 'around', 'circa', 'for', 'to', 'and', 'the', 'year', 'years', 'summer', 'spring', 'fall', 'autumn', 'winter', 'election', '(', '–', '-'])
const PREPOSITION = new Set(['in', 'since', 'by', 'until', 'till', 'before', 'after', 'during', 'early', 'late', 'mid', 'through', 'fiscal', 'circa', '('])
const NO_YEAR_BEFORE = new Set(['$', '€', '£', '#', 'no.', 'nos.', 'number', 'about', 'over', 'nearly', 'almost', 'than', 'some', 'approximately', 'roughly', 'least', 'page', 'room', 'route', 'flight', 'boeing', 'at', ':', '.'])
const NO_YEAR_AFTER = new Set(['%', 'percent', 'km', 'miles', 'people', 'feet', 'meters', 'metres', 'dollars', 'points', 'million', 'billion', 'tons', 'tonnes', 'troops', 'men', 'soldiers', 'gmt', 'est', 'hours', 'kilometers'])

const fitsYear = (reading: Reading, i: number, last: number): boolean => {
  const before = wordAt(reading, i - 1), after = wordAt(reading, last), { tokens, sentence } = reading
  if (last > i + 1) return wordAt(reading, i) !== 'two' && (wordAt(reading, i) !== 'twenty' || PREPOSITION.has(before)) && (last >= sentence.last || !/^(?:NOUN|ADJ)$/.test(tokens[last].pos))
  if (NO_YEAR_BEFORE.has(before) || NO_YEAR_AFTER.has(after)) return false
  if (PREPOSITION.has(before) || /^[-–]$/.test(before) || /^[-–]$/.test(after)) return true
  const next = last < sentence.last ? tokens[last] : undefined
  if (next && next.pos === 'NOUN' && next.lower.endsWith('s') && !BEFORE_YEAR.has(before)) return false
  if (next && (next.pos === 'NOUN' || next.pos === 'ADJ') && (before === 'of' || before === 'to' || before === 'for' || before === 'and') && next.lower.endsWith('s')) return false
  return i > sentence.first || next === undefined || /^[,:.]$/.test(after) || /^(?:NOUN|PROPN|AUX)$/.test(next.pos)
}

/** "1998", "early 1990", "mid-1996", "fiscal 1989". */
export const years: Finder = (reading, i) => {
  const word = wordAt(reading, i)
  let at = i
  if (MODIFIERS.has(word) || word === 'fiscal') at = /^(?:-|in)$/.test(wordAt(reading, i + 1)) ? i + 2 : i + 1
  else if (word === 'the') {
    if (wordAt(reading, i + 1) !== 'year') return null
    at = i + 2
  }
  const hyphened = at === i && word.includes('-') ? /^(?:mid|early|late|pre|post)-(\d{4})$/.exec(word) : null, found = hyphened ? { year: Number(hyphened[1]), last: at + 1 } : yearAt(reading, at)
  if (!found || found.year < 1100 || !(hyphened || at > i || fitsYear(reading, at, found.last))) return null
  const { year: y, last } = found
  return { first: i, last: afterTail(reading, last), type: 'DATE', rule: 'year', grain: 'year', absolute: true, resolve: () => year(y) }
}

/** "the 1990s", "the early '80s", "the nineties". */
export const decades: Finder = (reading, i) => {
  let at = i
  if (wordAt(reading, at) === 'the') at++
  if (MODIFIERS.has(wordAt(reading, at))) at = wordAt(reading, at + 1) === '-' ? at + 2 : at + 1
  const word = wordAt(reading, at), hyphened = word.includes('-') ? /^(?:mid|early|late)-(.+)$/.exec(word) : null, plain = hyphened ? hyphened[1] : word
  // "the 1950's"
  const parted = at > i && /^(?:1[1-9]|20)\d0$/.test(plain) && wordAt(reading, at + 1) === "'s" ? Number(plain) : null
  if (parted !== null) return { first: i, last: at + 2, type: 'DATE', rule: 'decade', grain: 'decade', absolute: true, resolve: () => decade(parted) }
  if (!plain.endsWith('s')) return null
  const found = DECADE.exec(plain), named = DECADES.get(plain)
  if (!found && (named === undefined || at === i)) return null
  const n = found ? Number(found[1]) : 10 * named!, own = n >= 100 ? n : 1900 + n
  if (found && found[1].length === 2 && plain === `${found[1]}s` && !(at > i)) return null
  return { first: i, last: at + 1, type: 'DATE', rule: 'decade', grain: 'decade', absolute: true, resolve: () => decade(own) }
}

/** "the 19th century". */
export const centuries: Finder = (reading, i) => {
  let at = i
  if (wordAt(reading, at) === 'the') at++
  if (MODIFIERS.has(wordAt(reading, at)) || wordAt(reading, at) === 'mid') at = wordAt(reading, at + 1) === '-' ? at + 2 : at + 1
  const hyphened = /^(?:mid|early|late)-(.+)$/.exec(wordAt(reading, at)), n = ORDINALS.get(hyphened ? hyphened[1] : wordAt(reading, at))
  if (n === undefined || !/^(?:century|centuries)$/.test(wordAt(reading, at + 1))) return null
  const before = isBeforeChrist(wordAt(reading, at + 2))
  return { first: i, last: before ? at + 3 : at + 2, type: 'DATE', rule: 'century', grain: 'decade', absolute: true, resolve: () => century(before ? 1 - n : n) }
}

/** "last summer", "the summer of 1998", "spring 2019", "this fall". A bare "fall" or "spring" may be a verb: not alone. */
export const seasons: Finder = (reading, i) => {
  const word = wordAt(reading, i)
  let at = i, direction = ''
  if (word === 'last' || word === 'next' || word === 'this') {
    direction = word
    at = wordAt(reading, i + 1) === 'past' || wordAt(reading, i + 1) === 'coming' ? i + 2 : i + 1
  } else {
    if (word === 'the' || word === 'that') at++
    if (MODIFIERS.has(wordAt(reading, at))) at++
  }
  const code = SEASONS.get(wordAt(reading, at))
  if (code === undefined) return null
  const found = yearReference(reading, at + 1)
  const before = wordAt(reading, i - 1), alone = at === i && !found, article = word === 'the' && at > i
  if (alone && !(before === 'in' || before === 'by' || before === 'during' || before === 'since')) return null
  if (!found && direction === '' && (wordAt(reading, at) === 'fall' || wordAt(reading, at) === 'spring') && !(article ? /^(?:in|by|during|since|of|until|throughout|over|for)$/ : /^(?:in|by|during|since|of|until)$/).test(before)) return null
  return {
    first: i, last: found ? found.last : at + 1, type: 'DATE', rule: 'season', grain: 'season', absolute: found?.absolute === true,
    resolve: anchor => {
      const y = found?.of(anchor)
      if (y != null) return season(y, code)
      const from = reference(anchor)
      if (from === null) return unresolved(`XXXX-${code}`)
      const now = partsOf(from), start = { SP: 3, SU: 6, FA: 9, WI: 12 }[code]!
      if (direction === 'last') return season(now.month >= start + 3 && code !== 'WI' ? now.year : now.year - 1, code)
      if (direction === 'next') return season(now.month < start ? now.year : now.year + 1, code)
      return season(direction === 'this' ? now.year : nearestYear(anchor, Math.min(12, start + 1))!, code)
    },
  }
}

/** "499 BC", "the 470s BC", the first year of "between 499 and 449 BC": TIMEX3 writes BC0499. */
export const beforeChrist: Finder = (reading, i) => {
  const at = wordAt(reading, i) === 'the' ? i + 1 : i, word = wordAt(reading, at), lone = at === i ? yearBeforeChrist(reading, i) : null
  if (lone) return { first: i, last: lone.last, type: 'DATE', rule: 'year before Christ', grain: 'year', absolute: true, resolve: () => year(lone.year) }
  const found = /^(\d{1,4})s$/.exec(word)
  if (found) return at > i && isBeforeChrist(wordAt(reading, at + 1)) ? { first: i, last: at + 2, type: 'DATE', rule: 'decade before Christ', grain: 'decade', absolute: true, resolve: () => decade(-Number(found[1]) - 8) } : null
  const link = wordAt(reading, i + 1), to = /^(?:[-–]|to|and|or)$/.test(link) ? yearBeforeChrist(reading, i + 2) : null
  if (!to || at > i || !/^\d{1,4}$/.test(word) || Number(word) < 1 || Number(word) <= 1 - to.year) return null
  return { first: i, last: i + 1, type: 'DATE', rule: 'year before Christ', grain: 'year', absolute: true, resolve: () => year(1 - Number(word)) }
}

/** The second year of "1915-17": the century is the first one's. */
export function shortYear(reading: Reading, full: { readonly last: number; readonly resolve: (anchor: Anchor) => Value }): ReturnType<Finder> {
  const at = full.last + 1, word = wordAt(reading, at)
  if (!/^[-–]$/.test(wordAt(reading, full.last)) || !/^\d{2}$/.test(word) || reading.tokens[at].spaced) return null
  const { from } = full.resolve({ document: null, text: null, quarter: null, narrative: false })
  if (from === null) return null
  const first = partsOf(from).year, own = Math.floor(first / 100) * 100 + Number(word)
  return own <= first ? null : { first: at, last: at + 1, type: 'DATE', rule: 'year, short for its century', grain: 'year', absolute: true, resolve: () => year(own) }
}
