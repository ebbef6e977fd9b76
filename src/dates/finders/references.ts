/** Times that are only hinted at: "now", "recently", "the future", "a later date". */
import { REFERENCES } from '../lexicon.js'
import { wordAt, type Finder, type Reading } from '../match.js'
import { MODALS } from '../outlook.js'
import { unresolved } from '../values.js'

const PHRASES: readonly (readonly [string, string])[] = [
  ['right now', 'PRESENT_REF'], ['these days', 'PRESENT_REF'], ['at the moment', 'PRESENT_REF'], ['at present', 'PRESENT_REF'], ['more recently', 'PAST_REF'], ['most recently', 'PAST_REF'],
  ['the near future', 'FUTURE_REF'], ['the foreseeable future', 'FUTURE_REF'], ['the future', 'FUTURE_REF'], ['a later date', 'FUTURE_REF'], ['the past', 'PAST_REF'], ['a while ago', 'PAST_REF'], ['some time ago', 'PAST_REF'], ['long ago', 'PAST_REF'],
]

/** Adjectives that are dates: "current" in half of its places in news, the others in histories only ("former" in 24 of 26 places there, in none of 17 in news). */
const ADJECTIVES: ReadonlyMap<string, string> = new Map([['former', 'PAST_REF'], ['recent', 'PAST_REF'], ['future', 'FUTURE_REF'], ['current', 'PRESENT_REF']])
const standsBeforeNoun = ({ tokens, sentence }: Reading, i: number): boolean => i + 1 < sentence.last && /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(tokens[i + 1].pos) && tokens[i].pos !== 'PROPN'

/** Whether "soon" tells of what is to come: not "as soon as", "soon after", "soon became", "was soon released". */
const isAhead = (reading: Reading, i: number): boolean => {
  const before = wordAt(reading, i - 1), next = i + 1 < reading.sentence.last ? reading.tokens[i + 1] : undefined
  if (/^(?:as|so|too|how|was|were)$/.test(before) || next?.lower === 'after' || next?.lower === 'afterward') return false
  return MODALS.has(before) || before === 'to' || next?.pos !== 'VERB'
}

const BY_FIRST = new Map<string, { readonly words: readonly string[]; readonly value: string }[]>()
for (const [phrase, value] of PHRASES) {
  const words = phrase.split(' ')
  BY_FIRST.set(words[0], [...(BY_FIRST.get(words[0]) ?? []), { words, value }])
}

export const references: Finder = (reading, i) => {
  const word = wordAt(reading, i), hint = ADJECTIVES.get(word)
  for (const { words, value } of BY_FIRST.get(word) ?? []) {
    if (!words.every((word, k) => wordAt(reading, i + k) === word)) continue
    // "the past five years" is a duration.
    const next = reading.tokens[i + words.length]
    if (words.at(-1) === 'past' && next && next.sentence === reading.tokens[i].sentence && !/^(?:PUNCT|CCONJ|VERB|AUX|ADP|PRON|SCONJ|ADV)$/.test(next.pos)) return null
    return { first: i, last: i + words.length, type: 'DATE', rule: 'a time only hinted at', resolve: () => unresolved(value) }
  }
  if (hint !== undefined) return standsBeforeNoun(reading, i) ? { first: i, last: i + 1, type: 'DATE', rule: 'a time only hinted at', history: word !== 'current', resolve: () => unresolved(hint) } : null
  const value = REFERENCES.get(word)
  if (value === undefined) return null
  if (word === 'soon') return isAhead(reading, i) ? { first: i, last: i + 1, type: 'DATE', rule: 'a time only hinted at', history: false, resolve: () => unresolved(value) } : null
  return { first: i, last: i + 1, type: 'DATE', rule: 'a time only hinted at', resolve: () => unresolved(value) }
}
