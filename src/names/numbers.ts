/** Finds numbers: money, percentages, quantities, ordinals, cardinals. Dates and spans of time are left to their own room. */
import { readSet } from '../data.js'
import type { Document, Language, NameMention, Token } from '../types.js'

const SIGN = /^(?:(?:US|A|C|HK|NZ|S|R|NT)?\$|[£€¥₹₽₩₦₪฿₫₱₴]|Rs\.?)$/
const FIGURE = /^\d[\d,.]{0,40}$/
const ORDINAL = /^\d[\d,]{0,20}(?:st|nd|rd|th)$/
/** Scales written short after a figure: $20m, €3bn. */
const SCALE = /^(?:m|mn|bn|tn|k)$/i
const YEAR = /^(?:1[5-9]|20)\d\d$/

const readLists = () => ({
  words: readSet('names/data/number-words.txt'), ordinals: readSet('names/data/ordinal-words.txt'),
  units: readSet('names/data/units.txt'), currencies: readSet('names/data/currencies.txt'), calendar: readSet('names/data/calendar-words.txt'),
})
let lists: ReturnType<typeof readLists> | undefined

/** The numbers of a document in text order, not overlapping. */
export function findNumbers(_document: Document, { tokens, sentences }: Language): NameMention[] {
  const { words, ordinals, units, currencies, calendar } = (lists ??= readLists()), mentions: NameMention[] = []
  const isNumber = (t: Token | undefined): boolean => t !== undefined && (FIGURE.test(t.text) || (words.has(t.lower) && t.pos !== 'PRON'))
  const isOrdinal = (t: Token): boolean => ORDINAL.test(t.text) || (ordinals.has(t.lower) && (t.lower !== 'second' || t.pos === 'ADJ'))
  for (const { first, last } of sentences) {
    const at = (i: number): Token | undefined => (i >= first && i < last ? tokens[i] : undefined)
    const glued = (i: number): boolean => at(i)?.text === '-' && !tokens[i].spaced && at(i + 1)?.spaced === false
    const add = (from: number, to: number, type: NameMention['type']): number => {
      mentions.push({ start: tokens[from].start, end: tokens[to - 1].end, first: from, last: to, type })
      return to - 1
    }
    for (let i = first; i < last; i++) {
      if (isOrdinal(tokens[i])) {
        if (!calendar.has(at(i - 1)?.lower ?? '') && !calendar.has(at(i + 1)?.lower ?? '')) i = add(i, i + 1, 'ORDINAL')
        continue
      }
      const sign = SIGN.test(tokens[i].text), from = i
      if (sign ? !isNumber(at(i + 1)) : !isNumber(tokens[i])) continue
      let to = sign ? i + 2 : i + 1
      while (isNumber(at(to)) || (glued(to) && words.has(at(to + 1)?.lower ?? '') && words.has(tokens[to - 1].lower))) to++
      if (sign) {
        if (SCALE.test(at(to)?.text ?? '') && !tokens[to].spaced) to++
        i = add(from, to, 'MONEY')
        continue
      }
      const next = glued(to) ? to + 1 : to, after = at(next)?.lower ?? '', then = at(next + 1)?.lower ?? ''
      if (after === '%' || after === 'percent' || after === 'pct') i = add(from, next + 1, 'PERCENT')
      else if (after === 'per' && then === 'cent') i = add(from, next + 2, 'PERCENT')
      else if (after === 'percentage' && (then === 'point' || then === 'points')) i = add(from, next + 2, 'PERCENT')
      else if (currencies.has(after)) i = add(from, next + 1, 'MONEY')
      else if (currencies.has(then) && /^\p{Lu}/u.test(tokens[next].text)) i = add(from, next + 2, 'MONEY')
      else if (units.has(after)) i = add(from, next + 1, 'QUANTITY')
      else if ((after === 'square' || after === 'cubic' || after === 'metric' || after === 'nautical') && units.has(then)) i = add(from, next + 2, 'QUANTITY')
      else {
        const dated = calendar.has(after) || calendar.has(at(from - 1)?.lower ?? '') || YEAR.test(tokens[from].text) || at(to)?.text === ':'
        i = dated ? to - 1 : add(from, to, 'CARDINAL')
      }
    }
  }
  return mentions
}
