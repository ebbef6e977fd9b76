/** Names that truly are two places in one text: Georgia on the Black Sea and Georgia in the United States. */
import type { Language, NameMention } from '../../types.js'
import type { Form } from './forms.js'
import { senses } from './gazetteer.js'

/** The sense (0, 1) that a mention's sentence tells, or -1. */
function senseOf({ tokens, sentences }: Language, name: NameMention, words: readonly ReadonlySet<string>[]): number {
  const { first, last } = sentences[tokens[name.first].sentence], found = [0, 0]
  for (let i = Math.max(first, name.first - 40); i < Math.min(last, name.last + 40); i++) {
    if (words[0].has(tokens[i].lower)) found[0]++
    else if (words[1].has(tokens[i].lower)) found[1]++
  }
  return found[0] === found[1] ? -1 : found[0] > found[1] ? 0 : 1
}

/** Splits forms whose mentions mean two places; a mention that nothing tells of goes with the one before it. */
export function splitSenses(language: Language, names: readonly NameMention[], forms: Form[], owner: Int32Array): void {
  for (const form of forms.slice()) {
    const words = form.family === 'PLACE' && form.mentions.length > 1 ? senses().get(form.words.join(' ')) : undefined
    if (!words) continue
    const told = form.mentions.map(mention => senseOf(language, names[mention], words))
    if (!told.includes(0) || !told.includes(1)) continue
    let now = told.find(sense => sense >= 0)!
    const second = form.mentions.filter((_, i) => (now = told[i] < 0 ? now : told[i]) === 1), own = new Set(second)
    forms.push({ ...form, id: forms.length, mentions: second, apart: true })
    for (const mention of second) owner[mention] = forms.length - 1
    form.mentions = form.mentions.filter(mention => !own.has(mention))
  }
}
