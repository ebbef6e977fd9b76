/** A person's gender as titles, roles and first names tell it; null where they do not or contradict one another. */
import type { Gender, Language, NameMention } from '../../types.js'
import { foldName } from './forms.js'
import { genderOfName, titleGenders } from './gazetteer.js'
import type { Role } from './roles.js'

/** The word before a name that tells its gender ("Mrs."), or null. */
export function titleBefore({ tokens }: Language, name: NameMention): string | null {
  let i = name.first - 1
  if (i >= 0 && tokens[i].text === '.') i--
  if (i < 0 || tokens[i].sentence !== tokens[name.first]?.sentence) return null
  const { lower } = tokens[i], word = lower.endsWith('.') ? lower.slice(0, -1) : lower
  return titleGenders().has(word) ? word : null
}

/** The gender that the word before a name tells ("Mrs."), or null. */
export function titleGenderOf(language: Language, name: NameMention): Gender | null {
  const word = titleBefore(language, name)
  return word === null ? null : titleGenders().get(word)!
}

/** Words for men that women are called by, too: spokesman, actor. */
const GENERIC = /man$|^actor$/

/** More for one than for the other, or null. */
function majority(genders: readonly (Gender | null | undefined)[]): Gender | null {
  let balance = 0
  for (const gender of genders) balance += gender === 'm' ? 1 : gender === 'f' ? -1 : 0
  return balance > 0 ? 'm' : balance < 0 ? 'f' : null
}

/**
 * Gender by votes: titles and roles first, then the first words of the names, then roles that fit both. `texts` are the
 * forms of the name, `titles` the words before them. It is sure where "Mr." or the like tells it.
 */
export function genderOf(texts: readonly string[], roles: readonly Role[], titles: readonly (string | null)[]): { gender: Gender | null; sure: boolean } {
  const words = [...titles.flatMap(title => title ?? []), ...roles.map(role => role.head)], vote = (word: string): Gender | undefined => titleGenders().get(word)
  const told = majority(words.filter(word => !GENERIC.test(word)).map(vote))
  if (told) return { gender: told, sure: titles.some(title => title !== null && !GENERIC.test(title)) }
  const first = texts.map(foldName).map(parts => {
    // "J. Edgar": the first word that is no initial.
    if (parts.length > 1) return genderOfName(parts[0].length > 1 ? parts[0] : parts.length > 2 ? parts[1] : '')
    return texts.length === 1 && parts.length === 1 ? genderOfName(parts[0]) : null
  })
  return { gender: majority(first) ?? majority(words.map(vote)), sure: false }
}
