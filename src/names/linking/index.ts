/** Links the names of a document into entities: Pompeo is Mike Pompeo, DPRK is North Korea. */
import type { Cast, Document, Entity, Language, NameMention } from '../../types.js'
import { collectForms, groupsOf } from './forms.js'
import { bestName, voteType } from './naming.js'
import { linkAcronyms, linkThings } from './organisations.js'
import { linkPeoples } from './peoples.js'
import { linkPersons } from './persons.js'
import { linkPlaces } from './places.js'
import { titleGenderOf } from './titles.js'

export { referenceIndex } from './lookup.js'

/** Every entity of the document, in order of first mention, ids e1, e2, … */
export function linkNames(document: Document, language: Language, names: readonly NameMention[]): Cast {
  const { forms, owner } = collectForms(document, names), groups = groupsOf(forms.length)
  linkPlaces(forms, groups)
  linkPeoples(forms, groups)
  linkThings(forms, groups)
  linkAcronyms(document, names, forms, owner, groups)
  linkPersons({ forms, groups, owner, titleGender: mention => titleGenderOf(language, names[mention]) })

  const members = new Map<number, number[]>()
  names.forEach((_, i) => {
    const root = groups.find(owner[i]), list = members.get(root)
    if (list) list.push(i)
    else members.set(root, [i])
  })
  const entities: Entity[] = []
  for (const own of members.values()) {
    const mentions = own.map(i => ({ start: names[i].start, end: names[i].end, text: document.text.slice(names[i].start, names[i].end), kind: 'name' as const }))
    const type = voteType(own.map(i => names[i].type)), name = bestName(mentions, type)
    const aliases = [...new Set(mentions.map(mention => mention.text))].filter(text => text !== name)
    entities.push({ id: `e${entities.length + 1}`, name, type, aliases, roles: [], gender: null, mentions })
  }
  return { entities }
}
