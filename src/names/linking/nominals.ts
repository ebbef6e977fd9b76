/**
 * Definite noun phrases that name an entity again: "the Florida senator", "the U.S. top diplomat", "the department". The
 * entities in mind are ranked by whether their roles or names fit the noun and its modifiers, and by how they were named
 * last; "no one" is a candidate too, and wins where the text does not tell. Weights as for pronouns.
 */
import type { Document, Language } from '../../types.js'
import type { Candidate, Observer, Trail } from './antecedents.js'
import { foldName } from './forms.js'
import { countries, groupNouns, places, roleNoun, roleSynonyms, titleGenders } from './gazetteer.js'
import { rankerOf } from './ranker.js'
import type { Draft } from './draft.js'

export interface NominalContext {
  readonly document: Document
  readonly language: Language
  readonly drafts: readonly Draft[]
  readonly entityAt: Int32Array
  readonly marked: Int32Array
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

export const FEATURES = [
  'sentence 0', 'sentence 1', 'sentence 2', 'sentence 3', 'sentence 4-5', 'sentence 6+', 'rank 0', 'rank 1', 'rank 2', 'rank 3+',
  'subject', 'subject, sentence 1', 'was pronoun', 'was nominal', 'full name', 'possessive', 'count', 'most named', 'same paragraph',
  'spoke last', 'spoke last, speaks', 'inside marks', 'role fits', 'role fits as synonym', 'role does not fit', 'words fit', 'words do not fit',
  'place does not fit', 'group, word in name', 'group, first', 'person, gender told', 'role fits, words fit', 'subject, speaks',
  'no one', 'no one, speaks', 'no one, group', 'no one, group, speaks', 'no one, a role fits', 'no one, words', 'no one, a name fits',
] as const

/** The model that nominals are resolved by. */
export const nominalRanker = rankerOf('nominal-weights.txt', FEATURES)

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
  if (after && (after.lower === 'of' || after.lower === 'for') && noun === word) {
    let k = last + 1
    if (tokens[k]?.lower === 'the' && k < end) k++
    const from = k
    while (k < end && (entityAt[k] >= 0 || tokens[k].pos === 'PROPN') && k - from < 6) k++
    if (k === from && k < end && OFFICES.has(document.text.slice(tokens[head].start, tokens[k].end).toLowerCase())) k++
    if (k === from || (k < end && tokens[k].lower === "'s")) return null
    words.push(...foldName(document.text.slice(tokens[from].start, tokens[k - 1].end)))
    last = k
    after = last < end ? tokens[last] : undefined
  }
  if (after && /^(?:of|for|who|whose|that|-|'s|')$/.test(after.lower)) return null
  return { last, noun: word, words, group: noun !== word }
}

/** Fills a candidate's row; its last places are those of "no one". */
function featuresOf(phrase: Phrase, c: Candidate, rank: number, clock: number, paragraph: number, speaks: boolean, context: NominalContext): Float64Array {
  const row = new Float64Array(FEATURES.length), distance = clock - c.clock, { trail } = context, { draft } = c
  row[distance < 4 ? distance : distance < 6 ? 4 : 5] = 1
  row[6 + Math.min(rank, 3)] = 1
  if (c.subject) row[10] = 1
  if (c.subject && distance === 1) row[11] = 1
  if (c.kind === 'pronoun') row[12] = 1
  if (c.kind === 'nominal') row[13] = 1
  if (c.full) row[14] = 1
  if (c.possessive) row[15] = 1
  row[16] = Math.log2(1 + c.count)
  if (c.count >= trail.most) row[17] = 1
  if (c.paragraph === paragraph) row[18] = 1
  if (trail.lastSpeaker === c) row[19] = 1
  if (trail.lastSpeaker === c && speaks) row[20] = 1
  if (c.inside) row[21] = 1
  if (c.subject && speaks) row[32] = 1
  if (phrase.group) {
    const groups = groupNouns().get(phrase.noun)!
    if (foldName(draft.name).some(word => groups.has(word))) row[28] = 1
    if (rank === 0) row[29] = 1
    return row
  }
  const { heads, words } = officeOf(draft, context.document), near = phrase.words[phrase.words.length - 1]
  const full = near === undefined ? phrase.noun : `${near}-${phrase.noun}`
  const fits = heads.has(full) || (heads.has(phrase.noun) && !(near !== undefined && LESSER.test(near)))
  const synonym = !fits && [...roleSynonyms().get(phrase.noun) ?? []].some(noun => heads.has(noun))
  const all = phrase.words.length > 0 && phrase.words.every(word => words.has(canonical(word)))
  if (fits) row[22] = 1
  else if (synonym) row[23] = 1
  else if (heads.size > 0) row[24] = 1
  if (all) row[25] = 1
  else if (phrase.words.length > 0) row[26] = 1
  if (!all && words.size > 0 && phrase.words.some(word => canonical(word).startsWith('@') && !words.has(canonical(word)))) row[27] = 1
  if (titleGenders().has(phrase.noun)) row[30] = 1
  if ((fits || synonym) && (all || phrase.words.length === 0)) row[31] = 1
  return row
}

/** Whom the phrase means, or null. `speaks`: whether a verb of saying is next to it. */
export function pickNamed(phrase: Phrase, first: number, sentence: number, clock: number, speaks: boolean, context: NominalContext): Draft | null {
  const { inMind, language: { sentences }, observe, marked } = context, gender = titleGenders().get(phrase.noun)
  const fitting: Candidate[] = []
  for (const c of inMind) {
    const { draft } = c
    if (phrase.group ? draft.type !== 'ORG' : draft.type !== 'PERSON' || (gender && draft.gender && gender !== draft.gender)) continue
    if (fitting.push(c) === MOST) break
  }
  if (fitting.length === 0) return null
  const rows = fitting.map((c, rank) => featuresOf(phrase, c, rank, clock, sentences[sentence].paragraph, speaks, context))
  const none = new Float64Array(FEATURES.length)
  none[33] = 1
  if (speaks) none[34] = 1
  if (phrase.group) none[35] = 1
  if (phrase.group && speaks) none[36] = 1
  if (rows.some(row => row[22] || row[23])) none[37] = 1
  if (phrase.words.length > 0) none[38] = 1
  if (rows.some(row => row[28])) none[39] = 1
  rows.push(none)
  if (marked[first] < 0) observe?.('nominal', first, fitting, rows)
  const { index, probability } = nominalRanker.best(rows)
  return index < fitting.length && probability >= SURE ? fitting[index].draft : null
}
