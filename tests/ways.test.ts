import { expect, test } from '@jest/globals'
import { traitsOf, wayBetween } from '../src/quotes/ways.js'
import type { MarkedTokens } from '../src/quotes/stretches.js'
import type { Language, PartOfSpeech } from '../src/types.js'

/** "word/TAG word/TAG …"; what stands in marks ends in an asterisk. */
function way(words: string): string {
  const parts = words.split(' ').map(word => word.split('/')), owner = new Int32Array(parts.map(([, tag]) => Number(tag.endsWith('*'))))
  const tokens = parts.map(([lower, tag]) => ({ lower, text: lower, pos: tag.replace('*', '') as PartOfSpeech, start: 0, end: 0, spaced: true, sentence: 0 }))
  return wayBetween({ tokens, sentences: [] } as Language, { owner } as unknown as MarkedTokens, 0, tokens.length)
}

test.each([
  ['phrases and verb groups are one step', 'the/DET old/ADJ mayor/NOUN had/AUX met/VERB them/PRON', 'nvr'],
  ['adverbs are none', 'also/ADV later/ADV met/VERB', 'v'],
  ['relatives, commas, participles', ',/PUNCT who/PRON met/VERB us/PRON ,/PUNCT saying/VERB', ',wvr,g'],
  ['marks are one step', 'called/VERB a/DET* b/NOUN* by/ADP', 'vqp'],
  ['long ways keep their ends', 'a/NOUN of/ADP b/NOUN of/ADP c/NOUN of/ADP d/NOUN of/ADP e/NOUN met/VERB', 'npn~pnv'],
])('%s', (_, words, expected) => expect(way(words)).toBe(expected))

test('traits of a way', () => {
  expect(traitsOf(',wv,')).toBe('12w,,')
  expect(traitsOf('')).toBe('00')
})
