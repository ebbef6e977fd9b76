/** The lists that linking knows names by, read at first use. */
import { readLines } from '../../data.js'
import type { Gender } from '../../types.js'
import { foldName } from './forms.js'

const lazy = <T>(read: () => T): (() => T) => {
  let value: T | undefined
  return () => (value ??= read())
}

const keyOf = (name: string): string => foldName(name).join(' ')

/** Folded name → the index of its line and its place in it (0 is the fullest usual name). */
const variants = (file: string): Map<string, { line: number; rank: number }> => {
  const found = new Map<string, { line: number; rank: number }>()
  readLines(`names/data/${file}`).forEach((entry, line) => entry.split('|').forEach((name, rank) => {
    const key = keyOf(name.trim())
    if (!found.has(key)) found.set(key, { line, rank })
  }))
  return found
}

const wordGroups = (file: string): Map<string, number> =>
  new Map(readLines(`names/data/${file}`).flatMap((line, i) => line.split(/\s+/).map(word => [foldName(word)[0], i] as const)))

export const places = lazy(() => variants('countries.txt'))
export const organisations = lazy(() => variants('acronyms.txt'))
export const peoples = lazy(() => wordGroups('norps.txt'))
export const nicknames = lazy(() => wordGroups('nicknames.txt'))

/** Title or kinship word → gender. */
export const titleGenders = lazy(() => new Map(readLines('names/data/titles.txt').map(line => line.split(' ') as [string, Gender])))

const firstNames = lazy(() => new Map(readLines('names/data/first-names.txt').map(line => {
  const [name, men, women] = line.split(' ')
  return [name, [Number(men), Number(women)]] as const
})))

/** The gender that a first name tells, or null where it is borne by both or unknown. `name` is folded. */
export function genderOfName(name: string): Gender | null {
  const counts = firstNames().get(name)
  if (!counts) return null
  const [men, women] = counts, all = men + women
  return men > 0.9 * all ? 'm' : women > 0.9 * all ? 'f' : null
}
