/**
 * Definite noun phrases that name an entity again: "the Florida senator", "the U.S. top diplomat", "the department". The
 * entities in mind are ranked by whether their roles or names fit the noun and its modifiers, and by how they were named
 * last; "no one" is a candidate too, and wins where the text does not tell. Weights as for pronouns.
 */
import type { Document, Language } from '../../types.js'
import type { Observer } from './antecedents.js'
import { describe, featureList, SALIENCE, type Candidate, type Site, type Trail } from './salience.js'
import { foldName } from './forms.js'
import { countries, groupNouns, places, roleNoun, roleSynonyms, titleGenders } from './gazetteer.js'
import { rankerOf } from './ranker.js'
import type { Draft } from './draft.js'

export interface NominalContext {
  readonly document: Document
  readonly language: Language
  readonly drafts: readonly Draft[]
  readonly entityAt: Int32Array
  readonly inMind: readonly Candidate[]
  readonly trail: Trail
  readonly observe?: Observer
}

/** A definite noun phrase: tokens up to `last`, its noun, the words that tell whom it means. */
export interface Phrase { readonly last: number; readonly noun: string; readonly words: readonly string[]; readonly group: boolean }

const LONGEST = 9
/** Words that say nothing of who it is. */
const IDLE = /^(?:former|top|senior|current|new|late|veteran|longtime|outgoing|incoming|own|same|two|three|first|second|then|old|young|now|once)$/
/** Words that change an office to another. */
const LESSER = /^(?:vice|deputy|assistant|associate|lieutenant|under|acting)$/
const MOST = 8

const { names, feature } = featureList()
/** Features of salience stand twice: for all nominals and for groups. */
const SHARED = SALIENCE.map(name => feature(name))[0], GROUP = SALIENCE.map(name => feature(`group: ${name}`))[0]
const SPEAKS_SUBJECT = feature('subject, speaks'), SPOKE_SPEAKS = feature('spoke last, speaks')
const FITS = feature('role fits'), SYNONYM = feature('role fits as synonym'), OTHER_ROLE = feature('role does not fit'), FITS_WHOLLY = feature('role fits, words fit')
const WORDS_FIT = feature('words fit'), WORDS_OTHER = feature('words do not fit'), PLACE_OTHER = feature('place does not fit')
const KIND_IN_NAME = feature('group, word in name'), FIRST_GROUP = feature('group, first'), GENDER_TOLD = feature('person, gender told')
const NO_ONE = feature('no one'), NO_ONE_SPEAKS = feature('no one, speaks'), NO_ONE_GROUP = feature('no one, group'), NO_ONE_GROUP_SPEAKS = feature('no one, group, speaks')
const NO_ONE_FITTING = feature('no one, a role fits'), NO_ONE_WORDS = feature('no one, words'), NO_ONE_NAMED = feature('no one, a name fits')

/** The model that nominals are resolved by. */
export const nominalRanker = rankerOf('nominal-weights.txt', names)

/** The least probability with which a nominal is taken for an entity. */
const SURE = 0.6

const canonical = (word: string): string => {
  const country = countries().get(word) ?? word, entry = places().get(country)
  return entry ? `@${entry[0].line}` : country
}

/** Party and state behind a politician's name: "(R-Utah)", "of Utah". */
const HOME = /^\s*\(([RDI])[-–.]+\s?([A-Z][A-Za-z.]+)|^ of ([A-Z][\p{L}.]+(?: [A-Z][\p{L}.]+)?)/u
const PARTIES: Readonly<Record<string, readonly string[]>> = { R: ['republican'], D: ['democratic', 'democrat'], I: ['independent'] }
const PARTISANS = new Set(['republican', 'democrat'])
/** Offices whose name goes on with a common noun: "the secretary of state". */
const OFFICES = new Set(['secretary of state', 'secretary of defense', 'speaker of the house', 'chief of staff', 'secretary of the treasury'])

/** What an entity's roles say, folded once: offices ("president", "vice-president") and all words. */
interface Office { readonly heads: ReadonlySet<string>; readonly words: ReadonlySet<string> }
const offices = new WeakMap<Draft, Office>()

function officeOf(draft: Draft, document: Document): Office {
  const known = offices.get(draft)
  if (known) return known
  const heads = new Set<string>(), all = new Set<string>()
  for (const role of draft.roles) {
    const words = foldName(document.text.slice(role.start, role.end))
    for (const word of words) all.add(canonical(word)).add(word)
    for (let i = 0; i + 1 < words.length; i++) heads.add(`${words[i]}-${words[i + 1]}`)
    const at = words.indexOf(role.head)
    if (at < 1 || !LESSER.test(words[at - 1])) heads.add(role.head)
    if (words.join(' ').includes('secretary of state')) heads.add('secretary-of-state')
  }
  for (const { end, kind } of draft.mentions) {
    if (kind !== 'name') continue
    const home = HOME.exec(document.text.slice(end, end + 24))
    for (const word of foldName(home?.[2] ?? home?.[3] ?? '')) all.add(canonical(word)).add(word)
    for (const party of home?.[1] ? PARTIES[home[1]] : []) {
      all.add(party)
      if (PARTISANS.has(party)) heads.add(party)
    }
  }
  const office = { heads, words: all }
  offices.set(draft, office)
  return office
}

/** The definite noun phrase with a noun for persons or groups that begins at token `first`, or null. */
export function phraseAt(first: number, end: number, { language: { tokens }, document, entityAt, drafts }: NominalContext): Phrase | null {
  if (tokens[first].lower !== 'the') return null
  let last = first + 1, head = -1
  for (; last < end && last - first <= LONGEST; last++) {
    const token = tokens[last]
    if (entityAt[last] >= 0) {
      if (drafts[entityAt[last]].type === 'PERSON') return null
      // "the Florida Republican"
      head = PARTISANS.has(token.lower) ? last : -1
    } else if (token.pos === 'NOUN' || token.pos === 'PROPN') head = last
    else if (token.pos !== 'ADJ' && token.pos !== 'NUM' && token.lower !== '-' && token.lower !== "'s" && token.lower !== '.' && !(token.pos === 'VERB' && roleNoun(token.lower) === null && last === first + 1)) break
  }
  if (head < 0 || head !== last - 1) return null
  // "the president's spokesman" is not the president.
  for (let i = first + 1; i < head; i++) if (tokens[i].lower === "'s" && roleNoun(tokens[i - 1].lower) !== null) return null
  const word = tokens[head].lower, noun = roleNoun(word), group = groupNouns().has(word)
  if (noun !== word && !group) return null
  const words = foldName(document.text.slice(tokens[first].end, tokens[head].start)).filter(w => !IDLE.test(w))
  let after = last < end ? tokens[last] : undefined
  if (after && /^(?:of|for|to)$/.test(after.lower) && noun === word) {
    let k = last + 1
    if (tokens[k]?.lower === 'the' && k < end) k++
    const from = k
    while (k < end && (entityAt[k] >= 0 || tokens[k].pos === 'PROPN') && k - from < 6) k++
    if (k === from && k < end && OFFICES.has(document.text.slice(tokens[head].start, tokens[k].end).toLowerCase())) k++
    const named = k > from && !(k < end && tokens[k].lower === "'s")
    if (!named && after.lower !== 'to') return null
    if (named) {
      words.push(...foldName(document.text.slice(tokens[from].start, tokens[k - 1].end)))
      last = k
      after = last < end ? tokens[last] : undefined
    }
  }
  if (after && /^(?:of|for|who|whose|that|-|'s|')$/.test(after.lower)) return null
  return { last, noun: word, words, group: noun !== word }
}

/** A candidate's row. */
function featuresOf(phrase: Phrase, site: Site, c: Candidate, rank: number, { trail, document }: NominalContext): Float64Array {
  const row = new Float64Array(names.length), { draft } = c
  describe(row, site, c, rank, trail)
  if (trail.lastSpeaker === c && site.speaks) row[SPOKE_SPEAKS] = 1
  if (c.subject && site.speaks) row[SPEAKS_SUBJECT] = 1
  if (phrase.group) {
    for (let i = 0; i < SALIENCE.length; i++) row[GROUP + i] = row[SHARED + i]
    const groups = groupNouns().get(phrase.noun)!
    if (foldName(draft.name).some(word => groups.has(word))) row[KIND_IN_NAME] = 1
    if (rank === 0) row[FIRST_GROUP] = 1
    return row
  }
  const { heads, words } = officeOf(draft, document), near = phrase.words[phrase.words.length - 1]
  const full = near === undefined ? phrase.noun : `${near}-${phrase.noun}`
  const fits = heads.has(full) || (heads.has(phrase.noun) && !(near !== undefined && LESSER.test(near)))
  const synonym = !fits && [...roleSynonyms().get(phrase.noun) ?? []].some(noun => heads.has(noun))
  const all = phrase.words.length > 0 && phrase.words.every(word => words.has(canonical(word)))
  if (fits) row[FITS] = 1
  else if (synonym) row[SYNONYM] = 1
  else if (heads.size > 0) row[OTHER_ROLE] = 1
  if (all) row[WORDS_FIT] = 1
  else if (phrase.words.length > 0) row[WORDS_OTHER] = 1
  if (!all && words.size > 0 && phrase.words.some(word => canonical(word).startsWith('@') && !words.has(canonical(word)))) row[PLACE_OTHER] = 1
  if (titleGenders().has(phrase.noun)) row[GENDER_TOLD] = 1
  if ((fits || synonym) && (all || phrase.words.length === 0)) row[FITS_WHOLLY] = 1
  return row
}

/** Whom the phrase means, or null. */
export function pickNamed(phrase: Phrase, site: Site, context: NominalContext): Draft | null {
  const { inMind, observe } = context, gender = titleGenders().get(phrase.noun)
  const fitting: Candidate[] = []
  for (const c of inMind) {
    const { draft } = c
    if (phrase.group ? draft.type !== 'ORG' : draft.type !== 'PERSON' || (gender && draft.gender && gender !== draft.gender)) continue
    if (fitting.push(c) === MOST) break
  }
  if (fitting.length === 0) return null
  const rows = fitting.map((c, rank) => featuresOf(phrase, site, c, rank, context)), none = new Float64Array(names.length)
  none[NO_ONE] = 1
  if (site.speaks) none[NO_ONE_SPEAKS] = 1
  if (phrase.group) none[NO_ONE_GROUP] = 1
  if (phrase.group && site.speaks) none[NO_ONE_GROUP_SPEAKS] = 1
  if (rows.some(row => row[FITS] || row[SYNONYM])) none[NO_ONE_FITTING] = 1
  if (phrase.words.length > 0) none[NO_ONE_WORDS] = 1
  if (rows.some(row => row[KIND_IN_NAME])) none[NO_ONE_NAMED] = 1
  rows.push(none)
  if (site.mark < 0) observe?.('nominal', site.token, fitting, rows)
  const { index, probability } = nominalRanker.best(rows)
  return index < fitting.length && probability >= SURE ? fitting[index].draft : null
}
