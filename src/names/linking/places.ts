/** Which names of places are one: countries, states and cities by the list of their variants, "the North" by its country. */
import type { Form, Groups } from './forms.js'
import { places } from './gazetteer.js'

/** Words that may stand before or behind a place's own name. */
const BEFORE = /^(?:(?:city|town|village|state|republic|commonwealth|kingdom|county|province|islamic republic|people's republic|emirate|district|port|township|borough) of|lake|mount|the|greater|downtown)$/
const BEHIND = /^(?:dc|state|county|autonomous region|special administrative region|peninsula|island|islands|sea|ocean|bay|strip|area|region|canal|airport|international airport|air base|air force base|herzegovina|valley)$/

const POINTS = /^(?:north|south|east|west)$/

/** Joins the places of a document. */
export function linkPlaces(forms: readonly Form[], groups: Groups): void {
  const own = forms.filter(form => form.family === 'PLACE'), known = places()
  const byLine = new Map<number, Form>(), byKey = new Map<string, Form>()
  for (const form of own) {
    const key = form.words.join(' ')
    byKey.set(key.toLowerCase(), form)
    const entry = known.get(key) ?? known.get(key.toLowerCase())
    if (!entry) continue
    const other = byLine.get(entry.line)
    if (other) groups.join(form.id, other.id)
    else byLine.set(entry.line, form)
  }
  for (const long of own) {
    if (long.words.length < 2 || long.words.length > 8) continue
    for (let cut = 1; cut < long.words.length; cut++) {
      const head = long.words.slice(0, cut).join(' '), tail = long.words.slice(cut).join(' ')
      const behind = BEFORE.test(head) ? byKey.get(tail) : undefined
      if (behind) groups.join(long.id, behind.id)
      const before = BEHIND.test(tail) ? byKey.get(head) : undefined
      if (before) groups.join(long.id, before.id)
    }
    const point = long.words.length === 2 && POINTS.test(long.words[0]) ? byKey.get(long.words[0]) : undefined
    if (point && known.has(long.words.join(' '))) groups.join(point.id, long.id)
  }
}
