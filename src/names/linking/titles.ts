/** What stands right before a name: titles and the gender they tell. */
import type { Gender, Language, NameMention } from '../../types.js'
import { titleGenders } from './gazetteer.js'

/** The gender that the word before a name tells ("Mrs."), or null. */
export function titleGenderOf({ tokens }: Language, name: NameMention): Gender | null {
  let i = name.first - 1
  if (i >= 0 && tokens[i].text === '.') i--
  if (i < 0 || tokens[i].sentence !== tokens[name.first].sentence) return null
  return titleGenders().get(tokens[i].lower.replace(/\.$/, '')) ?? null
}
