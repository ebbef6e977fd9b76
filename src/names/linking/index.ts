/** Links the names of a document into entities: Pompeo is Mike Pompeo, DPRK is North Korea. */
import type { Cast, Document, Entity, Language, Mention, NameMention } from '../../types.js'

/** Every entity of the document, in order of first mention, ids e1, e2, … */
export function linkNames(document: Document, _language: Language, names: readonly NameMention[]): Cast {
  const byName = new Map<string, { type: NameMention['type']; mentions: Mention[] }>()
  for (const { start, end, type } of names) {
    const text = document.text.slice(start, end), entry = byName.get(text) ?? { type, mentions: [] }
    entry.mentions.push({ start, end, text, kind: 'name' })
    byName.set(text, entry)
  }
  const entities: Entity[] = [...byName].map(([name, { type, mentions }], i) =>
    ({ id: `e${i + 1}`, name, type, aliases: [], roles: [], gender: null, mentions }))
  return { entities }
}
