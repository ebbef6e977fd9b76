/** The lists that linking knows names by, read at first use. */
import { readLines, readSet } from '../../data.js'
import type { Gender } from '../../types.js'
import { foldName } from './forms.js'

const lazy = <T>(read: () => T): (() => T) => {
  let value: T | undefined
  return () => (value ??= read())
}

const keyOf = (name: string): string => foldName(name).join(' ')

/** A list's line that has a name, and the name's place in it (0 is the fullest usual name). */
export interface Variant { readonly line: number; readonly rank: number; readonly unusual: boolean }

/** Folded name → the lines that have it. */
const variants = (file: string): Map<string, Variant[]> => {
  const found = new Map<string, Variant[]>()
  readLines(`names/data/${file}`).forEach((entry, line) => entry.split('|').forEach((name, rank) => {
    const unusual = name.trim().startsWith('~'), key = keyOf(name.trim().replace('~', '')), own = found.get(key)
    if (!own) found.set(key, [{ line, rank, unusual }])
    else if (own.every(other => other.line !== line)) own.push({ line, rank, unusual })
  }))
  return found
}

/** Of the lines that have a name, the first that the text has a fuller name of, else the first. */
export const lineOf = (own: readonly Variant[] | undefined, lines: ReadonlyMap<number, number>): number | undefined =>
  own && (own.length === 1 ? own[0] : own.find(({ line, rank }) => (lines.get(line) ?? rank) < rank) ?? own[0]).line

/** The lowest rank with which each line of a list occurs among names. */
export function linesAmong(keys: Iterable<string>, list: ReadonlyMap<string, readonly Variant[]>): Map<number, number> {
  const lines = new Map<number, number>()
  for (const key of keys) for (const { line, rank } of list.get(key) ?? []) lines.set(line, Math.min(rank, lines.get(line) ?? rank))
  return lines
}

const wordGroups = (file: string): Map<string, number> =>
  new Map(readLines(`names/data/${file}`).flatMap((line, i) => line.split(/\s+/).map(word => [foldName(word)[0], i] as const)))

export const places = lazy(() => variants('countries.txt'))
export const organisations = lazy(() => variants('acronyms.txt'))
export const peoples = lazy(() => wordGroups('norps.txt'))
export const nicknames = lazy(() => wordGroups('nicknames.txt'))

/** Title or kinship word → gender. */
export const titleGenders = lazy(() => new Map(readLines('names/data/titles.txt').map(line => line.split(' ') as [string, Gender])))

const firstNames = lazy(() => new Map(readLines('names/data/first-names-gender.txt').map(line => line.split(' ') as [string, Gender])))

/** The gender that a first name tells, or null where both bear it or it is unknown. `name` is folded. */
export const genderOfName = (name: string): Gender | null => firstNames().get(name) ?? null

/** Nouns that say what a person is, singular. */
export const roleNouns = lazy(() => readSet('names/data/role-nouns.txt'))

const listed = (file: string): Map<string, ReadonlySet<string>> => new Map(readLines(`names/data/${file}`).map(line => {
  const [noun, words] = line.split(': ')
  return [noun, new Set(words.split(' '))] as const
}))

/** Noun → roles whose bearer it may call again. */
export const roleSynonyms = lazy(() => listed('role-synonyms.txt'))

/** Noun → words of which an organisation's name must hold one for the noun to call it again. */
export const groupNouns = lazy(() => listed('group-nouns.txt'))

/** A role noun's singular ("senators" → senator), or null where the word is none. `word` is lower case. */
export function roleNoun(word: string): string | null {
  const bare = word.endsWith('.') ? word.slice(0, -1) : word, nouns = roleNouns()
  if (nouns.has(bare)) return bare
  if (bare.startsWith('ex-') || bare.startsWith('then-')) return roleNoun(bare.slice(bare.indexOf('-') + 1))
  if (bare.endsWith('men') && nouns.has(`${bare.slice(0, -3)}man`)) return `${bare.slice(0, -3)}man`
  if (bare.endsWith('ies') && nouns.has(`${bare.slice(0, -3)}y`)) return `${bare.slice(0, -3)}y`
  return bare.endsWith('s') && nouns.has(bare.slice(0, -1)) ? bare.slice(0, -1) : null
}

/** Adjective of a country → the country. */
export const countries = lazy(() => new Map(readLines('names/data/demonyms.txt').map(line => line.split(', ') as [string, string])))

/** Folded name of two places → the words near the one and near the other. */
export const senses = lazy(() => new Map(readLines('names/data/senses.txt').map(line => {
  const [name, first, second] = line.split('|')
  return [keyOf(name), [new Set(first.trim().split(' ')), new Set(second.trim().split(' '))]] as const
})))
