/** The forms of a document's names: mentions written alike, folded to one key, so that each form is decided once. */
import type { Document, EntityType, NameMention } from '../../types.js'

/** Types that may name one thing in turn (a country's government is a GPE, its coast a LOC). */
export type Family = 'PERSON' | 'PLACE' | 'NORP' | 'LANGUAGE' | 'THING'

export const familyOf = (type: EntityType): Family =>
  type === 'GPE' || type === 'LOC' || type === 'FAC' ? 'PLACE' : type === 'PERSON' || type === 'NORP' || type === 'LANGUAGE' ? type : 'THING'

/** Mentions of one family written alike. `id` is its place in the list of forms. */
export interface Form {
  readonly id: number
  readonly key: string
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

/** A name's words, folded: no case, accents, full stops, final 's; British spelling as American. */
export function foldName(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[‘’ʼ`]/g, "'").replace(/\./g, '')
  const words: string[] = []
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*'?|&/gu)) {
    const bare = word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("'") ? word.slice(0, -1) : word
    if (bare !== '') words.push(SPELLINGS[bare] ?? bare)
  }
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words
}

const ABBREVIATION = /^(?:\p{Lu}\.){1,5}$|^\p{Lu}{2,6}$/u

/** Folds a document's names into forms, in order of first mention. `owner` gives each mention's form. */
export function collectForms(document: Document, names: readonly NameMention[]): { forms: Form[]; owner: Int32Array } {
  const forms: Form[] = [], byKey = new Map<string, Form>(), folded = new Map<string, string[]>()
  const owner = new Int32Array(names.length)
  names.forEach(({ start, end, type }, i) => {
    const text = document.text.slice(start, end), family = familyOf(type)
    let words = folded.get(text)
    if (!words) {
      words = foldName(text)
      // "US" is not "us", "MA" not "Ma": what is written as an abbreviation is a form of its own.
      if (words.length === 1 && words[0].length <= 3 && ABBREVIATION.test(text)) words = [words[0].toUpperCase()]
      folded.set(text, words)
    }
    const key = `${family} ${words.join(' ')}`
    let form = byKey.get(key)
    if (!form) {
      form = { id: forms.length, key, words, family, type, text, mentions: [] }
      forms.push(form)
      byKey.set(key, form)
    }
    form.mentions.push(i)
    owner[i] = form.id
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
