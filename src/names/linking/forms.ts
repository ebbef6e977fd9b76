/** The forms of a document's names: mentions written alike, folded to one key, so that each form is decided once. */
import type { Document, EntityType, NameMention } from '../../types.js'

/** Types that may name one thing in turn (a country's government is a GPE, its coast a LOC). */
export type Family = 'PERSON' | 'PLACE' | 'NORP' | 'LANGUAGE' | 'THING'

export const familyOf = (type: EntityType): Family =>
  type === 'GPE' || type === 'LOC' || type === 'FAC' ? 'PLACE' : type === 'PERSON' || type === 'NORP' || type === 'LANGUAGE' ? type : 'THING'

/** Mentions of one family written alike. `id` is its place in the list of forms. */
export interface Form {
  readonly id: number
  /** The folded words of the name, without "the", a final 's and full stops. */
  readonly words: readonly string[]
  readonly family: Family
  /** The type of its first mention. */
  readonly type: EntityType
  /** The name as it first stands in the text. */
  readonly text: string
  /** Indexes into the document's names, ascending. */
  mentions: number[]
  /** Whether it is the rarer of two places of one name, set apart by senses.ts. */
  readonly apart?: boolean
}

const SPELLINGS: Readonly<Record<string, string>> = {
  centre: 'center', centres: 'centers', defence: 'defense', labour: 'labor', theatre: 'theater', harbour: 'harbor',
  programme: 'program', organisation: 'organization', '&': 'and',
}

/** Names folded so far: news repeats its names. */
const folds = new Map<string, readonly string[]>()
const MOST_FOLDS = 10_000

/** A name's words, folded: no case, accents, full stops, final 's; British spelling as American. */
export function foldName(text: string): readonly string[] {
  let words = folds.get(text)
  if (words === undefined) {
    if (folds.size >= MOST_FOLDS) folds.clear()
    folds.set(text, words = fold(text))
  }
  return words
}

function fold(text: string): readonly string[] {
  const letters = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')
  const plain = letters.toLowerCase().replace(/[‘’ʼ`]/g, "'").replace(/\./g, '')
  const words: string[] = []
  if (/^[a-z]+$/.test(plain)) return [SPELLINGS[plain] ?? plain]
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*'?|&/gu)) {
    const bare = word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("'") ? word.slice(0, -1) : word
    if (bare !== '') words.push(SPELLINGS[bare] ?? bare)
  }
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words
}

const ABBREVIATION = /^(?:\p{Lu}\.){1,5}$|^\p{Lu}{2,6}$/u

/** Mentions written alike, before it is settled which families they are of. */
interface Spelling { readonly words: readonly string[]; readonly byFamily: Map<Family, number[]> }

const APART = (a: Family, b: Family): boolean => (a === 'NORP' || a === 'LANGUAGE') !== (b === 'NORP' || b === 'LANGUAGE') || (a !== b && (a === 'LANGUAGE' || b === 'LANGUAGE'))

/** First and last words of the names of several words, by family: what a short form of that family may rest on. */
function endsByFamily(spellings: Iterable<Spelling>): Map<Family, Set<string>> {
  const ends = new Map<Family, Set<string>>()
  for (const { words, byFamily } of spellings) if (words.length > 1) for (const family of byFamily.keys()) {
    const own = ends.get(family) ?? new Set<string>()
    own.add(words[0]).add(words[words.length - 1])
    ends.set(family, own)
  }
  return ends
}

/**
 * One family a spelling, by vote of its mentions, unless each has a longer name to rest on (Ford and Rob Ford, Ford and
 * Ford Motor Co.): a tagger is unsure at single places, a text seldom is.
 */
function settle({ words, byFamily }: Spelling, ends: ReadonlyMap<Family, ReadonlySet<string>>): void {
  if (byFamily.size < 2) return
  const rests = (family: Family): boolean => words.length === 1 && (ends.get(family)?.has(words[0]) ?? false)
  const ranked = [...byFamily].sort((a, b) => Number(rests(b[0])) - Number(rests(a[0])) || b[1].length - a[1].length || a[1][0] - b[1][0])
  const [winner, mentions] = ranked[0]
  for (const [family, own] of ranked.slice(1)) {
    if (rests(family) || APART(winner, family)) continue
    for (const mention of own) mentions.push(mention)
    byFamily.delete(family)
  }
  mentions.sort((a, b) => a - b)
}

/** Folds a document's names into forms, in order of first mention. `owner` gives each mention's form. */
export function collectForms(document: Document, names: readonly NameMention[]): { forms: Form[]; owner: Int32Array } {
  const spellings = new Map<string, Spelling>(), folded = new Map<string, Spelling>()
  names.forEach(({ start, end, type }, i) => {
    const text = document.text.slice(start, end), family = familyOf(type)
    let spelling = folded.get(text)
    if (!spelling) {
      let words = foldName(text)
      // "US" is not "us", "MA" not "Ma": what is written as an abbreviation is a form of its own.
      if (words.length === 1 && words[0].length <= 3 && ABBREVIATION.test(text)) words = [words[0].toUpperCase()]
      const key = words.join(' ')
      spelling = spellings.get(key) ?? { words, byFamily: new Map() }
      spellings.set(key, spelling)
      folded.set(text, spelling)
    }
    const own = spelling.byFamily.get(family)
    if (own) own.push(i)
    else spelling.byFamily.set(family, [i])
  })
  const ends = endsByFamily(spellings.values()), forms: (Form & { id: number })[] = []
  for (const spelling of spellings.values()) {
    settle(spelling, ends)
    for (const [family, mentions] of spelling.byFamily) {
      const { start, end, type } = names[mentions[0]]
      forms.push({ id: -1, words: spelling.words, family, type, text: document.text.slice(start, end), mentions })
    }
  }
  forms.sort((a, b) => a.mentions[0] - b.mentions[0])
  const owner = new Int32Array(names.length)
  forms.forEach((form, id) => {
    form.id = id
    for (const mention of form.mentions) owner[mention] = id
  })
  return { forms, owner }
}

/** Sets that only grow together. */
export interface Groups {
  find(item: number): number
  /** Joins two; the smaller number stands for both. Two with different labels stay apart. */
  join(a: number, b: number): void
  /** Gives an item's set a label. */
  mark(item: number, label: string): void
  labelOf(item: number): string | undefined
}

export function groupsOf(size: number): Groups {
  const parent = Int32Array.from({ length: size }, (_, i) => i), labels = new Map<number, string>()
  const find = (item: number): number => {
    let root = item
    while (parent[root] !== root) root = parent[root]
    while (parent[item] !== root) [parent[item], item] = [root, parent[item]]
    return root
  }
  return {
    find,
    join(a, b) {
      const x = find(a), y = find(b), from = labels.get(x), to = labels.get(y)
      if (x === y || (from !== undefined && to !== undefined && from !== to)) return
      const root = Math.min(x, y), label = from ?? to
      parent[Math.max(x, y)] = root
      if (label !== undefined) labels.set(root, label)
    },
    mark: (item, label) => { labels.set(find(item), label) },
    labelOf: item => labels.get(find(item)),
  }
}
