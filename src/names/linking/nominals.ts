/** Definite noun phrases that name an entity again: "the Florida senator", "the U.S. top diplomat", "the department". */
import type { Document, Language } from '../../types.js'
import type { Candidate } from './antecedents.js'
import { foldName } from './forms.js'
import { groupNouns, places, roleNoun, roleSynonyms } from './gazetteer.js'
import type { Draft } from './references.js'
import type { Role } from './roles.js'

export interface NominalContext {
  readonly document: Document
  readonly language: Language
  readonly drafts: readonly Draft[]
  readonly entityAt: Int32Array
  readonly inMind: readonly Candidate[]
}

export interface Nominal { readonly draft: Draft; readonly last: number; readonly rule: string }

const LONGEST = 8
/** Words before a head noun that say nothing of who it is. */
const IDLE = /^(?:former|top|senior|current|new|late|veteran|longtime|outgoing|incoming|chief|then|u|s|us|american|national|own|same)$/

/** The words of a role that a nominal may rest on: its head and what it is called with ("prime-minister"). */
function headsOf(role: Role, document: Document): Set<string> {
  const words = foldName(document.text.slice(role.start, role.end)), heads = new Set([role.head])
  for (let i = 0; i + 1 < words.length; i++) heads.add(`${words[i]}-${words[i + 1]}`)
  if (words.join(' ').includes('secretary of state')) heads.add('secretary-of-state')
  return heads
}

const fits = (noun: string, heads: ReadonlySet<string>): boolean => {
  if (heads.has(noun)) return true
  const synonyms = roleSynonyms().get(noun)
  if (synonyms) for (const word of synonyms) if (heads.has(word)) return true
  return false
}

/** The nominal that begins at token `first`, or null. `end` is its sentence's end. */
export function nominalAt(first: number, end: number, context: NominalContext): Nominal | null {
  const { language: { tokens }, document, entityAt, inMind, drafts } = context
  if (tokens[first].lower !== 'the') return null
  let last = first + 1, head = -1
  for (; last < end && last - first <= LONGEST; last++) {
    const token = tokens[last]
    if (entityAt[last] >= 0) {
      if (drafts[entityAt[last]].type === 'PERSON') return null
      head = -1
      continue
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = last
    else if (token.pos !== 'ADJ' && token.pos !== 'NUM' && token.lower !== '-' && token.lower !== "'s" && !(token.pos === 'VERB' && head < 0) && token.lower !== '.') break
  }
  if (head < 0 || head !== last - 1) return null
  const after = tokens[last]
  if (after && after.sentence === tokens[first].sentence && /^(?:of|for|who|whose|that|-|'s|’s)$/.test(after.lower)) return null
  const word = tokens[head].lower, noun = roleNoun(word), groups = groupNouns().get(word)
  if (noun === word) {
    const own = foldName(document.text.slice(tokens[first + 1]?.start ?? 0, tokens[head].start)).filter(w => !IDLE.test(w))
    let found: Candidate | null = null
    for (const candidate of inMind) {
      const { draft } = candidate
      if (draft.type !== 'PERSON') continue
      const roles = draft.roles.filter(role => fits(noun, headsOf(role, document)))
      if (roles.length === 0) continue
      if (own.length > 0) {
        const said = new Set(roles.flatMap(role => foldName(document.text.slice(role.start, role.end)).map(canonical)))
        if (!own.every(w => said.has(canonical(w)) || !isPlaceWord(w)) && !own.every(w => said.has(canonical(w)))) continue
      }
      if (found) {
        // Two of the same role: only the one just spoken of may be meant.
        return found.sentence > candidate.sentence + 2 ? { draft: found.draft, last, rule: 'role' } : null
      }
      found = candidate
    }
    return found ? { draft: found.draft, last, rule: 'role' } : null
  }
  if (groups && last - first === 2) {
    let found: Candidate | null = null
    for (const candidate of inMind) {
      if (candidate.draft.type !== 'ORG') continue
      const words = foldName(candidate.draft.name)
      if (!words.some(w => groups.has(w))) continue
      if (found && found.sentence - candidate.sentence < 2) return null
      found ??= candidate
    }
    return found ? { draft: found.draft, last, rule: 'kind' } : null
  }
  return null
}

const canonical = (word: string): string => {
  const entry = places().get(word)
  return entry ? `@${entry[0].line}` : word
}

const isPlaceWord = (word: string): boolean => places().has(word)
