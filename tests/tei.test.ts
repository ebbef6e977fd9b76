/** TEI read back by an XML parser and held against TEI's rules for the elements that kpen writes; nothing that was found is lost. */
import fc from 'fast-check'
import { describe, expect, test } from '@jest/globals'
import { findParagraphs } from '../src/document/paragraphs.js'
import type { Result } from '../src/output/format.js'
import { tei } from '../src/output/tei.js'
import { kpen } from './support/kpen.js'
import { elementsOf, readTei, wordsOf } from './support/tei.js'
import { CONTEXT, date, entity, quote, resultOf, speaker } from './support/results.js'

const print = (result: Result): string => tei.document(result, CONTEXT, 0)

describe('what crosses stands in parts', () => {
  test('a name over a mark, a quote over paragraphs and round its cue, a date round a name', () => {
    const text = 'He met “the New York Times,” he said, “and left.\n\nThen May Day 2020 came.”'
    const spans = ['met “the New', 'York', 'and left.\n\nThen May Day'].map(piece => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length, text: piece }))
    const { root, wrong } = readTei(print(resultOf(text, {
      entities: [entity(text, 'e1', 'New York Times', 'ORG'), entity(text, 'e2', 'May', 'PERSON')], dates: [date(text, 'Day 2020', '2020-05-01'), date(text, 'Then May Day', 'PAST_REF', { from: null, to: null })],
      quotes: [quote(text, 'q1', 'York', speaker('He'), { spans: [spans[0], spans[2]] }), quote(text, 'q2', 'York', null, { kind: 'mixed', content: [spans[1]] })],
    })))
    expect(wrong).toEqual([])
    expect(wordsOf(root, 'orgName')).toEqual(['New| |York| Times'])
    expect(wordsOf(root, 'said')).toEqual(['met “the New|and left.|Then May Day', 'York'])
    expect(wordsOf(root, 'date')).toEqual(['Then May Day', 'Day| 2020'])
    expect(wordsOf(root, 'q', 'persName')).toEqual(['York', 'May'])
    expect(root.textContent).toContain('He met “the New York Times,” he said')
  })

  test('whatever was found, the text stays, the mark-up is well-formed and everything is there', () => {
    const text = 'ab cd ef gh ij kl\n\nmn op qr st uv wx yz\n\n<& "12\r\n34 \u0001€ \ud800 ]]> end'
    const span = fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({ start, end: Math.min(text.length, start + length) })).map(s => ({ ...s, text: text.slice(s.start, s.end) }))
      .filter(s => s.text.trim() !== '')
    const quotes = fc.array(fc.tuple(fc.constantFrom('direct', 'mixed', 'indirect'), fc.array(span, { minLength: 1, maxLength: 3 }), span), { maxLength: 4 })
    fc.assert(fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 3 }), quotes, (names, times, said) => {
      const result = resultOf(text, {
        entities: names.map((name, i) => entity(text, `e${i + 1}`, 'ab', (['PERSON', 'ORG', 'EVENT'] as const)[i % 3], { mentions: [{ ...name, kind: 'name', quote: null }] })),
        dates: times.map(time => ({ ...date(text, 'ab', 'P2D', { from: null, to: null }), ...time })),
        quotes: said.map(([kind, spans, content], i) => quote(text, `q${i + 1}`, 'ab', speaker('ab', null), { kind: kind as 'direct', spans: kind === 'indirect' ? [] : spans, content: kind === 'direct' ? spans : [content] })),
      })
      const { root, wrong } = readTei(print(result))
      expect(wrong).toEqual([])
      const kept = (words: string): string => words.replace(/[\u0001\ud800]/g, '\ufffd')
      expect(elementsOf(root).filter(e => e.nodeName === 'p').slice(2).map(p => p.textContent)).toEqual(findParagraphs(text).map(p => kept(text.slice(p.start, p.end))))
      const bare = (words: string): string => words.replace(/[\s|]/g, '')
      expect(wordsOf(root, 'persName', 'orgName', 'name').map(bare).sort()).toEqual(names.map(n => bare(kept(n.text))).sort())
      expect(wordsOf(root, 'date').map(bare).sort()).toEqual(times.map(t => bare(kept(t.text))).sort())
    }), { numRuns: 300 })
  })
})

test('the seed, articles with trouble, and the same article twice are one valid corpus', () => {
  const lines = ['“The “New York” Times,” said Ann Lee & <Co> in 1999. Officials said it rained for two days.', '', 'On Monday, Ann Lee said the bridge was “old,” and “gone,” in the 1990s.'].map((text, i) => JSON.stringify({ id: `a${i}`, title: '<i>', text }))
  const { stdout, status } = kpen(['analyze', '-f', 'tei', '--input-format', 'jsonl', '-'], { input: [...lines, ...lines].join('\n') })
  const { root, wrong } = readTei(stdout)
  expect({ wrong, status, documents: elementsOf(root).filter(e => e.nodeName === 'TEI').length }).toEqual({ wrong: [], status: 0, documents: 6 })
  expect(wordsOf(root, 'said').length).toBeGreaterThanOrEqual(6)
  const seed = readTei(kpen(['analyze', '-f', 'tei', '--quiet']).stdout)
  expect(seed.wrong).toEqual([])
  expect(wordsOf(seed.root, 'q')).toContain('talk past each other')
  expect(readTei('<TEI><p>a</TEI>').wrong.length).toBeGreaterThan(0)
})
