/** Several people named in one breath ("Ada Moss and Lee Hart"), whom "they" or "the lawmakers" speak for later. */
import { roleNoun } from '../names/linking/gazetteer.js'
import { partitionPoint } from '../search.js'
import type { Cast, Language } from '../types.js'
import type { Phrase } from './phrases.js'

export interface Group {
  readonly start: number
  readonly end: number
  readonly name: string
  /** Id of the one named first. */
  readonly entity: string
}

/** What stands between two names of a list: brackets, commas, "and", titles. */
const JOINT = /^(?:,? ?\([^()]{1,25}\))?(?:,\s*and|,|\s+and|\s+&)\s+(?:(?:\p{Lu}[\p{L}.]*|\([^()]{1,25}\))\s+){0,5}$/u
const LONGEST_JOINT = 70

/** The groups of a text in order of their ends. */
export function findGroups(text: string, { entities }: Cast): Group[] {
  const names = entities.filter(({ type }) => type === 'PERSON')
    .flatMap(entity => entity.mentions.filter(({ kind }) => kind === 'name').map(({ start, end }) => ({ start, end, entity }))).sort((a, b) => a.start - b.start)
  const groups: Group[] = []
  for (let i = 0; i < names.length;) {
    let k = i + 1
    while (k < names.length && names[k].start > names[k - 1].end && names[k].start - names[k - 1].end <= LONGEST_JOINT && JOINT.test(text.slice(names[k - 1].end, names[k].start))) k++
    const members = new Map(names.slice(i, k).map(({ entity }) => [entity.id, entity.name]))
    // A comma alone may as well part two clauses.
    if (members.size > 1 && /and|&/.test(text.slice(names[i].end, names[k - 1].start))) groups.push({ start: names[i].start, end: names[k - 1].end, name: [...members.values()].join(' & '), entity: names[i].entity.id })
    i = k
  }
  return groups
}

const PLURALS = new Set(['lawmakers', 'senators', 'members', 'congressmen', 'representatives', 'legislators', 'leaders', 'ministers', 'pair', 'duo', 'two', 'couple', 'authors', 'researchers', 'scientists', 'brothers', 'sisters', 'journalists', 'economists', 'diplomats'])
const NUMBERS: ReadonlyMap<string, number> = new Map([['two', 2], ['three', 3], ['four', 4], ['five', 5]])
/** How far back, in characters, a group may stand. */
const FAR = { they: 700, nominal: 12_000 }

/** A look-up of the group that a plural source phrase stands for; null for any other phrase. */
export function groupIndex(groups: readonly Group[], { tokens }: Language): (phrase: Phrase) => Group | null {
  return ({ first, last, head }) => {
    const lead = tokens[first].lower, they = last - first === 1 && (lead === 'they' || lead === 'both'), noun = tokens[head].lower
    const many = lead === 'both' ? 2 : NUMBERS.get(tokens[first + 1]?.lower ?? '') ?? 0
    const counted = many > 0 && first + 1 < last && (lead === 'the' || lead === 'all' || lead === 'both') && noun.endsWith('s') && roleNoun(noun) !== null
    if (!they && !counted && !(lead === 'the' && PLURALS.has(noun))) return null
    const at = tokens[first].start
    const low = partitionPoint(groups.length, i => groups[i].end <= at)
    const group = groups[low - 1]
    if (group && many > 0 && group.name.split(' & ').length !== many) return null
    return group && at - group.end <= (they ? FAR.they : FAR.nominal) ? group : null
  }
}
