/** An entity's type and its most informative name. */
import type { EntityType, TextSpan } from '../../types.js'
import { foldName } from './forms.js'
import { organisations, places, roleNoun } from './gazetteer.js'
import { isBillNumber } from './organisations.js'

/** The type that most of the mentions have; of equals the one that came first. */
export function voteType(types: readonly EntityType[]): EntityType {
  if (types.every(type => type === types[0])) return types[0]
  const votes = new Map<EntityType, number>()
  for (const type of types) votes.set(type, (votes.get(type) ?? 0) + 1)
  let best = types[0]
  for (const [type, count] of votes) if (count > (votes.get(best) ?? 0)) best = type
  return best
}

const isShouted = (text: string): boolean => text.length > 4 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)

/** The name to show: the longest form, not an abbreviation, not shouted; a people's the first. */
export function bestName(mentions: readonly TextSpan[], type: EntityType): string {
  if (type === 'NORP' || mentions.every(({ text }) => text === mentions[0].text)) return mentions[0].text
  const texts = new Map<string, number>()
  for (const { text } of mentions) texts.set(text, (texts.get(text) ?? 0) + 1)
  const score = (text: string): number => {
    const key = foldName(text).join(' '), entry = (type === 'GPE' || type === 'LOC' ? places() : organisations()).get(key)
    // A letter more or less is spelling: there the form used most wins.
    let points = text.length + Math.min(1.4, 0.4 * Math.log2(texts.get(text)!))
    if (type === 'PERSON' && roleNoun(text.slice(0, Math.max(0, text.indexOf(' '))).toLowerCase()) !== null) points -= 20
    if (text.startsWith('The ') && type !== 'GPE') points -= 4.5
    if (type === 'LAW' && isBillNumber(text)) points -= 20
    if (isShouted(text)) points -= text.includes(' ') ? 2 : 100
    if (entry?.[0].unusual) points -= 60
    if (entry && entry[0].rank > 0 && /^\p{L}{1,5}$/u.test(text.replace(/\./g, ''))) points -= 50 + entry[0].rank
    if (/^U\.?[SNK]\.? /.test(text)) points += 8
    return points
  }
  let best = '', most = -Infinity
  for (const text of texts.keys()) {
    const points = score(text)
    if (points > most) [best, most] = [text, points]
  }
  return best
}
