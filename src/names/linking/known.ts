/** What persons of the news are called where a text takes it as known: "the Vermont senator" is Bernie Sanders, if he is named in it. */
import { readLines } from '../../data.js'
import { foldName } from './forms.js'
import { canonical } from './canonical.js'

/** Party and state behind a politician's name: "(R-Utah)", "of Utah". */
const HOME = /^\s*\(([RDI])[-–.]+\s?([A-Z][A-Za-z.]+)|^ of ([A-Z][\p{L}.]+(?: [A-Z][\p{L}.]+)?)/u
const PARTIES: Readonly<Record<string, readonly string[]>> = { R: ['republican'], D: ['democratic', 'democrat'], I: ['independent'] }

/** Words that a name's surroundings tell of a politician: party and state behind it. */
export function homeBehind(text: string, end: number): string[] {
  const home = HOME.exec(text.slice(end, end + 24))
  return home ? [...(home[1] ? PARTIES[home[1]] : []), ...foldName(home[2] ?? home[3] ?? '').flatMap(word => [word, canonical(word)])] : []
}

/** All words of titles and of what stands behind the names that end at `ends`, folded. */
export const rolesInText = (titles: readonly string[], ends: readonly number[], text: string): Set<string> =>
  new Set([...titles.flatMap(foldName), ...ends.flatMap(end => homeBehind(text, end))].filter(word => !word.startsWith('@')))

let persons: Map<string, ReadonlySet<string>> | undefined

/** What the person of a name is known to be called, or null. */
export function knownAs(name: string): ReadonlySet<string> | null {
  const words = name.split(/\s+/)
  if (words.length < 2) return null
  persons ??= new Map(readLines('names/data/known-persons.txt').map(line => {
    const cut = line.indexOf(': ')
    return [line.slice(0, cut), new Set(line.slice(cut + 2).split(' ').flatMap(word => [word, canonical(word)]))] as const
  }))
  return persons.get(`${words[0]} ${words[words.length - 1]}`) ?? null
}
