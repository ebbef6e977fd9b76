/** Which names of places are one: countries, states and cities by the list of their variants, "the North" by its country. */
import type { Form, Groups } from './forms.js'
import { linesAmong, lineOf, places } from './gazetteer.js'

/** Words that may stand before or behind a place's own name. */
const BEFORE = /^(?:(?:city|town|village|state|republic|commonwealth|kingdom|county|province|emirate|port|township|borough) of|lake|mount|the|greater)$/
const BEHIND = /^(?:dc|county|autonomous region|special administrative region|peninsula|island|islands|herzegovina)$/
/** Lands with parts that bear their names: West Africa is not Africa. */
const CONTINENT = /^(?:africa|america|asia|europe|antarctica)$/
const POINTS = /^(?:north|south|east|west)$/
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** The number of a congressional district ("NY-17", "17th Congressional District", "Ninth District"), or null. */
function districtOf(words: readonly string[]): number | null {
  if (words.length === 2 && /^[a-z]{2}$/.test(words[0]) && /^\d{1,2}$/.test(words[1])) return Number(words[1])
  if (words.length < 2 || words[words.length - 1] !== 'district') return null
  const first = words.length < 4 ? words[0] : words[words.length - 3], spelt = ORDINALS.indexOf(first)
  return spelt > 0 ? spelt : /^\d{1,2}(?:st|nd|rd|th)$/.test(first) ? parseInt(first) : null
}

/** Joins the places of a document. */
export function linkPlaces(forms: readonly Form[], groups: Groups): void {
  const own = forms.filter(form => form.family === 'PLACE' && !form.apart), known = places()
  const byLine = new Map<number, Form>(), byKey = new Map<string, Form>(), byDistrict = new Map<number, Form>()
  for (const form of own) byKey.set(form.words.join(' ').toLowerCase(), form)
  const lines = linesAmong(byKey.keys(), known)
  for (const form of own) {
    const key = form.words.join(' '), line = lineOf(known.get(key) ?? known.get(key.toLowerCase()), lines)
    if (line !== undefined) {
      const other = byLine.get(line)
      if (other) groups.join(form.id, other.id)
      else byLine.set(line, form)
    }
    const district = form.type === 'GPE' ? districtOf(form.words) : null
    if (district !== null) {
      const other = byDistrict.get(district)
      if (other && (other.words[0] === form.words[0] || (other.words.length === 2) !== (form.words.length === 2) || other.words[other.words.length - 1] === 'district')) groups.join(form.id, other.id)
      else byDistrict.set(district, form)
    }
  }
  const alone = new Map<Form, Form | null>()
  for (const long of own) {
    const { words, type } = long
    if (words.length < 2 || words.length > 8) continue
    for (let cut = 1; cut < words.length; cut++) {
      const head = words.slice(0, cut).join(' '), tail = words.slice(cut).join(' ')
      const behind = BEFORE.test(head) ? byKey.get(tail) : undefined
      if (behind && behind.type === type) groups.join(long.id, behind.id)
      const before = BEHIND.test(tail) ? byKey.get(head) : undefined
      if (before && before.type === type) groups.join(long.id, before.id)
    }
    // "the Strait", "the Canal", "Heathrow": a landscape's or building's name cut to its first word or its last ones.
    if (type !== 'GPE') for (const word of new Set([words[0], words[words.length - 1], words.slice(-2).join(' ')])) {
      const short = CONTINENT.test(word) ? undefined : byKey.get(word)
      if (short && short.type === type) alone.set(short, alone.has(short) ? null : long)
    }
    const point = words.length === 2 && POINTS.test(words[0]) ? byKey.get(words[0]) : undefined
    if (point && known.has(words.join(' '))) groups.join(point.id, long.id)
  }
  for (const [short, long] of alone) if (long) groups.join(short.id, long.id)
}
