/** The packed lexicon says what wink's own model says. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from '@jest/globals'
import { readDocument } from '../src/document/index.js'
import { readLanguage } from '../src/language/index.js'
import { wordTable } from '../src/language/lexicon.js'
import { packLexicon } from '../src/language/train/lexicon.js'
import { ROOT } from './support/kpen.js'

const core = createRequire(`${ROOT}package.json`)('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json')

test('is what packing the installed model gives', () => {
  expect(packLexicon(core).equals(readFileSync(`${ROOT}src/language/data/lexicon.bin`))).toBe(true)
})

test('finds every word at its number, and no other', () => {
  const { find, wordAt } = wordTable(), words: string[] = core.features.lexeme.list
  for (let i = 0; i < words.length; i += 37) expect([find(words[i]), wordAt(i)]).toEqual([i, words[i]])
  for (const word of ['', 'Zzyzx', 'constructor', '__proto__', 'hasOwnProperty', '’', 'the ']) expect(find(word)).toBe(words.includes(word) ? words.indexOf(word) : undefined)
})

test('what a document gives does not depend on those read before it', () => {
  const read = (text: string) => readLanguage(readDocument({ id: 1, text }))
  const text = 'Zorblatt-Quix met k.l.m.n. at Fnarg/Blix, constructor __proto__ said; (Vlorp) don’t.'
  const alone = read(text)
  for (let i = 0; i < 300; i++) read(`Fnarg/Blix, k.l.m.n. W${i}zq${i} Zorblatt-Quix${i} (Vlorp) Fnarg Blix ${Array.from({ length: 90 }, (_, k) => `u${i}x${k}y`).join(' ')}`)
  expect(read(text)).toEqual(alone)
})
