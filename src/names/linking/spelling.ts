/**
 * Which forms are one name spelt in two ways: plural and singular, with or without a blank, hyphen or bracket, a letter
 * lost, doubled or turned round, a word left out in the middle ("Afghan National Army", "Afghan Army").
 */
import type { Family, Form, Groups } from './forms.js'
import { places } from './gazetteer.js'

const plain = (word: string): string => word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)) : word

/** More names with the same first and last words than this are not compared. */
const MOST = 20

/** All ways to leave one letter out. */
const without = (word: string): string[] => {
  const ways: string[] = []
  for (let i = 1; i < word.length; i++) ways.push(word.slice(0, i) + word.slice(i + 1))
  return ways
}

const turned = (word: string): string => word[0] + Array.from(word.slice(1)).sort().join('')

/** Whether the words of `few` stand in `many` in their order. */
const within = (few: readonly string[], many: readonly string[]): boolean => {
  let i = 0
  for (const word of many) if (word === few[i]) i++
  return i === few.length
}

/** Whether a form, its words written as one, may be another's with a letter lost, doubled or turned round. */
const mayErr = ({ family, words }: Form, solid: string): boolean => {
  if (family === 'NORP' || solid.length < 6 || solid.length > 31) return false
  // Iceland is not Ireland.
  if (family === 'PLACE' && places().has(words.join(' '))) return false
  // Of persons only full names without initials: two may differ by no more than a letter (Orr Jr., Orr Sr.).
  return (family !== 'PERSON' || (words.length > 1 && words.every(word => word.length > 2))) && !/\d/.test(solid) && !/^[ivx]+$/.test(words[words.length - 1])
}

/** Length and first letter as one number. */
const likenessOf = (solid: string, length: number): number => length * 0x10000 + solid.charCodeAt(0)

/** What the forms of one family are met by. */
interface Kin {
  /** Forms by their words written as one. */
  readonly exact: Map<string, Form>
  /** Forms by what an error may leave of them. */
  readonly typos: Map<string, Form>
  /** How many forms have a length and first letter: one without another near it need not be spelt out. */
  readonly likes: Map<number, number>
}

/** Joins forms of one family (and type, where it tells) that are spelling variants. Linear in the names' lengths. */
export function linkSpellings(forms: readonly Form[], groups: Groups): void {
  const families = new Map<Family, Kin>(), ends = new Map<string, Form[]>(), solids = forms.map(({ words }) => words.join(''))
  const kinOf = (family: Family): Kin => {
    let kin = families.get(family)
    if (!kin) families.set(family, kin = { exact: new Map(), typos: new Map(), likes: new Map() })
    return kin
  }
  forms.forEach((form, i) => {
    if (!mayErr(form, solids[i])) return
    const { likes } = kinOf(form.family), key = likenessOf(solids[i], solids[i].length)
    likes.set(key, (likes.get(key) ?? 0) + 1)
  })
  forms.forEach((form, i) => {
    const { family, type, words, text } = form, solid = solids[i]
    if (form.apart || words.length === 0 || words.length > 16 || text.length > 200) return
    const { exact, typos, likes } = kinOf(family)
    const meet = (map: Map<string, Form>, key: string): void => {
      const other = map.get(key)
      if (other && other.type === type) groups.join(form.id, other.id)
      else if (!other) map.set(key, form)
    }
    const ofThing = family !== 'PERSON' && family !== 'NORP'
    if (solid.length > 1 || ofThing) meet(exact, solid)
    if (ofThing) {
      const last = words[words.length - 1], bare = plain(last)
      if (bare !== last) meet(exact, [...words.slice(0, -1), bare].join(''))
      const open = text.indexOf('('), close = text.indexOf(')', open)
      if (open > 0 && close > open) {
        const inner = new Set(text.slice(open + 1, close).toLowerCase().split(/[^\p{L}\p{N}]+/u))
        meet(exact, words.filter(word => !inner.has(word)).join(''))
      }
      if (words.length > 2) {
        const key = `${type} ${words[0]} ${last}`, list = ends.get(key)
        if (list) list.push(form)
        else ends.set(key, [form])
      }
    }
    if (!mayErr(form, solid)) return
    const near = (length: number): number => likes.get(likenessOf(solid, length)) ?? 0
    if (near(solid.length - 1) + near(solid.length) + near(solid.length + 1) > 1) {
      meet(typos, turned(solid))
      for (const way of [solid, ...without(solid)]) meet(typos, way)
    }
  })
  if (ends.size === 0) return
  for (const form of forms) {
    const { words, type, family } = form
    if (words.length < 2 || family === 'PERSON' || family === 'NORP') continue
    const alike = ends.get(`${type} ${words[0]} ${words[words.length - 1]}`) ?? []
    if (alike.length > MOST) continue
    const longs = alike.filter(long => long.words.length > words.length)
    if (longs.length === 1 && within(words, longs[0].words)) groups.join(form.id, longs[0].id)
  }
}
