/**
 * Definite noun phrases that name an entity again: "the Florida senator", "the U.S. top diplomat", "the department". The
 * entities in mind are ranked by whether their roles or names fit the noun and its modifiers, and by how they were named
 * last; "no one" is a candidate too, and wins where the text does not tell. Weights as for pronouns.
 */
import type { Document, Language } from '../../types.js'
import type { Observer } from './antecedents.js'
import { describe, featureList, SALIENCE, type Candidate, type Site, type Trail } from './salience.js'
import { foldName } from './forms.js'
import { canonical } from './canonical.js'
import { groupNouns, roleNoun, roleSynonyms, titleGenders } from './gazetteer.js'
import { homeBehind, knownAs } from './known.js'
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
/** Features of salience stand for all, and again for groups and for "it". */
const [SHARED, GROUP, IT] = ['', 'group: ', 'it: '].map(block => SALIENCE.map(name => feature(block + name))[0])
const SPEAKS_SUBJECT = feature('subject, speaks'), SPOKE_SPEAKS = feature('spoke last, speaks')
const FITS = feature('role fits'), SYNONYM = feature('role fits as synonym'), OTHER_ROLE = feature('role does not fit'), FITS_WHOLLY = feature('role fits, words fit')
const KNOWN = feature('known'), KNOWN_FITS = feature('known role fits'), KNOWN_WHOLLY = feature('known role fits, words fit'), KNOWN_WORDS = feature('known words fit')
const WORDS_FIT = feature('words fit'), WORDS_OTHER = feature('words do not fit'), PLACE_OTHER = feature('place does not fit')
const KIND_IN_NAME = feature('group, word in name'), KIND_TOLD = feature('group, called so'), KIND_OTHER = feature('group, called otherwise'), FIRST_GROUP = feature('group, first'), PLACE = feature('it, a place'), GENDER_TOLD = feature('person, gender told')
const NO_ONE = feature('no one'), NO_ONE_SPEAKS = feature('no one, speaks'), NO_ONE_GROUP = feature('no one, group'), NO_ONE_GROUP_SPEAKS = feature('no one, group, speaks')
const NO_ONE_FITTING = feature('no one, a role fits'), NO_ONE_WORDS = feature('no one, words'), NO_ONE_NAMED = feature('no one, a name fits'), NO_ONE_IT = feature('no one, it'), NO_ONE_KNOWN = feature('no one, a known role fits')

/** The model that nominals are resolved by. */
export const nominalRanker = rankerOf('nominal-weights.txt', names)

/** The least probability with which a nominal is taken for an entity. */
const SURE = 0.55

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
    for (const word of homeBehind(document.text, end)) {
      all.add(word)
      if (PARTISANS.has(word)) heads.add(word)
    }
  }
  const office = { heads, words: all }
  offices.set(draft, office)
  return office
}

const kinds = new WeakMap<Draft, ReadonlySet<string>>()
/** So many names of an organisation are looked at for what it is called. */
const MOST_NAMES = 6
/** An organisation's name, then what it is: "Grivik, a small toy company", "Grivik is an airline". */
const CALLED = /^(?:,| is| was)\s(?:the|an?)\s((?:[\p{L}'’-]+ ){0,4}?[\p{Ll}-]+)(?=[,.;]| (?:that|which|of|for|in|based|with|and|to)\b)/u
/** … and before it: "the airline EgyptAir". */
const CALLED_BEFORE = /([\p{Ll}-]+) $/u

/** The nouns that the text calls an organisation by, beside its names. */
function kindsOf(draft: Draft, { document: { text } }: NominalContext): ReadonlySet<string> {
  const known = kinds.get(draft)
  if (known) return known
  const own = new Set<string>()
  let seen = 0
  for (const { start, end, kind } of draft.mentions) {
    if (kind !== 'name') continue
    const behind = CALLED.exec(text.slice(end, end + 80)), before = CALLED_BEFORE.exec(text.slice(Math.max(0, start - 24), start))
    for (const phrase of [behind?.[1], before?.[1]]) {
      const word = phrase?.slice(phrase.lastIndexOf(' ') + 1)
      if (word && groupNouns().has(word)) own.add(word)
    }
    if (++seen === MOST_NAMES) break
  }
  kinds.set(draft, own)
  return own
}

/** "it" as a phrase that a group or a place speaks by. */
export const itAt = (at: number): Phrase => ({ last: at + 1, noun: 'it', words: [], group: true })

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
function featuresOf(phrase: Phrase, site: Site, c: Candidate, rank: number, context: NominalContext): Float64Array {
  const row = new Float64Array(names.length), { draft } = c, { trail, document } = context
  describe(row, site, c, rank, trail)
  if (trail.lastSpeaker === c && site.speaks) row[SPOKE_SPEAKS] = 1
  if (c.subject && site.speaks) row[SPEAKS_SUBJECT] = 1
  if (phrase.group) {
    const groups = groupNouns().get(phrase.noun), block = groups ? GROUP : IT
    for (let i = 0; i < SALIENCE.length; i++) row[block + i] = row[SHARED + i]
    if (groups) {
      const kinds = kindsOf(draft, context)
      if (foldName(draft.name).some(word => groups.has(word) || word === phrase.noun)) row[KIND_IN_NAME] = 1
      if (kinds.size > 0) row[kinds.has(phrase.noun) ? KIND_TOLD : KIND_OTHER] = 1
      if (rank === 0) row[FIRST_GROUP] = 1
    } else if (draft.type === 'GPE') row[PLACE] = 1
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
  const known = knownAs(draft.name)
  if (known) {
    row[KNOWN] = 1
    const knownFits = known.has(phrase.noun) || [...roleSynonyms().get(phrase.noun) ?? []].some(noun => known.has(noun))
    const knownAll = phrase.words.every(word => known.has(canonical(word)) || words.has(canonical(word)))
    if (knownFits) row[KNOWN_FITS] = 1
    if (knownFits && knownAll) row[KNOWN_WHOLLY] = 1
    if (knownAll && phrase.words.length > 0) row[KNOWN_WORDS] = 1
  }
  if ((fits || synonym) && (all || phrase.words.length === 0)) row[FITS_WHOLLY] = 1
  return row
}

/** Whom the phrase means, or null. */
export function pickNamed(phrase: Phrase, site: Site, context: NominalContext): Draft | null {
  const { inMind, observe } = context, gender = titleGenders().get(phrase.noun)
  const fitting: Candidate[] = []
  for (const c of inMind) {
    const { draft } = c
    if (phrase.group ? draft.type !== 'ORG' && !(phrase.noun === 'it' && draft.type === 'GPE') : draft.type !== 'PERSON' || (gender && draft.gender && gender !== draft.gender)) continue
    if (fitting.push(c) === MOST) break
  }
  if (fitting.length === 0) return null
  const rows = fitting.map((c, rank) => featuresOf(phrase, site, c, rank, context)), none = new Float64Array(names.length)
  none[NO_ONE] = 1
  if (site.speaks) none[NO_ONE_SPEAKS] = 1
  if (phrase.group) none[phrase.noun === 'it' ? NO_ONE_IT : NO_ONE_GROUP] = 1
  if (phrase.group && site.speaks) none[NO_ONE_GROUP_SPEAKS] = 1
  if (rows.some(row => row[FITS] || row[SYNONYM])) none[NO_ONE_FITTING] = 1
  if (rows.some(row => row[KNOWN_WHOLLY])) none[NO_ONE_KNOWN] = 1
  if (phrase.words.length > 0) none[NO_ONE_WORDS] = 1
  if (rows.some(row => row[KIND_IN_NAME] || row[KIND_TOLD])) none[NO_ONE_NAMED] = 1
  rows.push(none)
  if (site.mark < 0) observe?.('nominal', site.token, fitting, rows)
  const { index, probability } = nominalRanker.best(rows)
  return index < fitting.length && probability >= SURE ? fitting[index].draft : null
}
