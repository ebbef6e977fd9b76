/** Times that are only hinted at: "now", "recently", "the future", "a later date". */
import { REFERENCES } from '../lexicon.js'
import { wordAt, type Finder, type Reading } from '../match.js'
import { unresolved } from '../values.js'

const PHRASES: readonly (readonly [string, string])[] = [
  ['right now', 'PRESENT_REF'], ['these days', 'PRESENT_REF'], ['at the moment', 'PRESENT_REF'], ['at present', 'PRESENT_REF'], ['more recently', 'PAST_REF'], ['most recently', 'PAST_REF'],
  ['the near future', 'FUTURE_REF'], ['the foreseeable future', 'FUTURE_REF'], ['the future', 'FUTURE_REF'], ['a later date', 'FUTURE_REF'], ['the past', 'PAST_REF'],
]

/** Adjectives that are dates: "current" in half of its places in news, the others in histories only ("former" in 24 of 26 places there, in none of 17 in news). */
const ADJECTIVES: ReadonlyMap<string, string> = new Map([['former', 'PAST_REF'], ['recent', 'PAST_REF'], ['future', 'FUTURE_REF'], ['current', 'PRESENT_REF']])
const standsBeforeNoun = ({ tokens, sentence }: Reading, i: number): boolean => i + 1 < sentence.last && /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(tokens[i + 1].pos) && tokens[i].pos !== 'PROPN'

const SPLIT = PHRASES.map(([phrase, value]) => ({ words: phrase.split(' '), value }))

export const references: Finder = (reading, i) => {
  for (const { words, value } of SPLIT) {
    if (!words.every((word, k) => wordAt(reading, i + k) === word)) continue
    // "the past five years" is a duration.
    const next = reading.tokens[i + words.length]
    if (words.at(-1) === 'past' && next && next.sentence === reading.tokens[i].sentence && !/^(?:PUNCT|CCONJ|VERB|AUX|ADP|PRON|SCONJ|ADV)$/.test(next.pos)) return null
    return { first: i, last: i + words.length, type: 'DATE', rule: 'a time only hinted at', resolve: () => unresolved(value) }
  }
  const word = wordAt(reading, i), hint = ADJECTIVES.get(word)
  if (hint !== undefined) return standsBeforeNoun(reading, i) ? { first: i, last: i + 1, type: 'DATE', rule: 'a time only hinted at', history: word !== 'current', resolve: () => unresolved(hint) } : null
  const value = REFERENCES.get(word)
  if (value === undefined) return null
  if (word === 'soon' && (/^(?:as|so|too|how)$/.test(wordAt(reading, i - 1)) || wordAt(reading, i + 1) === 'after')) return null
  return { first: i, last: i + 1, type: 'DATE', rule: 'a time only hinted at', resolve: () => unresolved(value) }
}
