/** Links the names of a document into entities: Pompeo is Mike Pompeo, DPRK is North Korea. */
import type { Cast, Document, Entity, EntityType, Language, Mention, NameMention } from '../../types.js'
import type { Knowledge } from '../knowledge.js'
import { genderOf, titleBefore, titleGenderOf } from './gender.js'
import type { Observer } from './antecedents.js'
import { collectForms, groupsOf, type Groups } from './forms.js'
import { bestName, voteType } from './naming.js'
import { linkAcronyms, linkThings } from './organisations.js'
import { linkPeoples } from './peoples.js'
import { linkPersons } from './persons.js'
import { linkPlaces } from './places.js'
import type { Draft } from './draft.js'
import { addReferences } from './references.js'
import { findTitles } from './titles.js'
import { splitSenses } from './senses.js'
import { linkSpellings } from './spelling.js'
import { findRoles, namesByToken, type Role } from './roles.js'

export { referenceIndex, titleIndex } from './lookup.js'

/** Every entity of the document, in order of first mention, ids e1, e2, … `observe` sees each pronoun (for training). */
export function linkNames(document: Document, language: Language, names: readonly NameMention[], knowledge?: Knowledge, observe?: Observer): Cast {
  const { forms, owner } = collectForms(document, names)
  splitSenses(language, names, forms, owner)
  const groups = groupsOf(forms.length)
  const types = knowledge ? joinKnown(document, names, owner, groups, knowledge) : new Map<string, EntityType>()
  linkSpellings(forms, groups)
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
  const nameAt = namesByToken(language, names), roles = findRoles(document, language, names, nameAt)
  const drafts: Draft[] = [], draftOf = new Int32Array(names.length), mentionOf: Mention[] = []
  for (const own of members.values()) {
    const mentions: Mention[] = own.map(i => mentionOf[i] = ({ start: names[i].start, end: names[i].end, text: document.text.slice(names[i].start, names[i].end), kind: 'name' }))
    const label = groups.labelOf(owner[own[0]]), known = label === undefined ? undefined : types.get(label)
    const type = known ?? voteType(own.map(i => names[i].type)), person = type === 'PERSON'
    const given = person ? own.flatMap(i => roles.get(i) ?? []) : []
    const gender = person ? genderOf([...new Set(mentions.map(m => m.text))], given, own.map(i => titleBefore(language, names[i]))) : { gender: null, sure: false }
    for (const i of own) draftOf[i] = drafts.length
    drafts.push({ at: drafts.length, name: label ?? bestName(mentions, type), type, roles: given, ...gender, mentions })
  }
  const entityAt = new Int32Array(nameAt.length)
  for (let i = 0; i < nameAt.length; i++) entityAt[i] = nameAt[i] < 0 ? -1 : draftOf[nameAt[i]]
  addReferences(document, language, drafts, entityAt, observe)
  const entities = drafts.map(draft => entityOf(draft, document))
  return { entities, titles: findTitles(language, roles, mentionOf, name => entities[draftOf[name]]) }
}

/** Joins the names that the user's knowledge has under one name; gives the type of each such name. */
function joinKnown(document: Document, names: readonly NameMention[], owner: Int32Array, groups: Groups, knowledge: Knowledge): Map<string, EntityType> {
  const first = new Map<string, number>(), types = new Map<string, EntityType>()
  names.forEach(({ start, end }, i) => {
    const known = knowledge.find(document.text.slice(start, end))
    if (!known) return
    const other = first.get(known.canonical)
    if (other !== undefined) groups.join(owner[i], other)
    else {
      first.set(known.canonical, owner[i])
      types.set(known.canonical, known.type)
    }
    groups.mark(owner[i], known.canonical)
  })
  return types
}

const rolesOf = (roles: readonly Role[], document: Document): string[] => {
  const byKey = new Map<string, string>()
  for (const { start, end } of roles) {
    const text = document.text.slice(start, end).replace(/\s+/g, ' ')
    if (!byKey.has(text.toLowerCase())) byKey.set(text.toLowerCase(), text)
  }
  return [...byKey.values()]
}

const entityOf = ({ at, name, type, roles, gender, mentions }: Draft, document: Document): Entity => ({
  id: `e${at + 1}`, name, type,
  aliases: [...new Set(mentions.filter(m => m.kind === 'name').map(m => m.text))].filter(text => text !== name),
  roles: rolesOf(roles, document), gender, mentions,
})
