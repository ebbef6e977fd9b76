/** A person's gender as titles, roles and first names tell it; null where they do not or contradict one another. */
import type { Gender, Language, NameMention } from '../../types.js'
import { foldName } from './forms.js'
import { genderOfName, titleGenders } from './gazetteer.js'
import type { Role } from './roles.js'

/** The gender that the word before a name tells ("Mrs."), or null. */
export function titleGenderOf({ tokens }: Language, name: NameMention): Gender | null {
  let i = name.first - 1
  if (i >= 0 && tokens[i].text === '.') i--
  if (i < 0 || tokens[i].sentence !== tokens[name.first]?.sentence) return null
  const { lower } = tokens[i]
  return titleGenders().get(lower.endsWith('.') ? lower.slice(0, -1) : lower) ?? null
}

/** Gender by votes: titles and roles first, then the first words of the names. `texts` are the forms of the name. */
export function genderOf(texts: readonly string[], roles: readonly Role[], titles: readonly (Gender | null)[]): Gender | null {
  let men = 0, women = 0
  const vote = (gender: Gender | null | undefined): void => {
    if (gender === 'm') men++
    else if (gender === 'f') women++
  }
  titles.forEach(vote)
  for (const role of roles) vote(titleGenders().get(role.head))
  if (men !== women) return men > women ? 'm' : 'f'
  for (const text of texts) {
    const words = foldName(text)
    // "J. Edgar": the first word that is no initial.
    if (words.length > 1) vote(genderOfName(words[0].length > 1 ? words[0] : words.length > 2 ? words[1] : ''))
    else if (texts.length === 1 && words.length === 1) vote(genderOfName(words[0]))
  }
  if (men !== women) return men > women ? 'm' : 'f'
  return null
}
