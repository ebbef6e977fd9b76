/** TEI read back by an XML parser and held against TEI's rules for the elements that kpen writes; nothing that was found is lost. */
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from '@jest/globals'
import { findParagraphs } from '../src/document/paragraphs.js'
import type { Result } from '../src/output/format.js'
import { tei } from '../src/output/tei.js'
import { kpen } from './support/kpen.js'
import { CONTEXT, date, entity, quote, resultOf, speaker } from './support/results.js'

const PHRASES = ['persName', 'orgName', 'placeName', 'name', 'date', 'time'], NAMES = ['said', ...PHRASES]
const words = (children: readonly string[], ...attributes: string[]) => ({ text: true, children, attributes })
const parts = (children: readonly string[], ...attributes: string[]) => ({ text: false, children, attributes })
const TIME = ['when', 'when-custom', 'dur-iso', 'from', 'to']

/** From the schema of TEI P5 4.12 (tei_all): what may stand in each element; its own attributes beside those that all have. */
const RULES: Readonly<Record<string, ReturnType<typeof words>>> = {
  teiCorpus: parts(['teiHeader', 'TEI']), TEI: parts(['teiHeader', 'text']), teiHeader: parts(['fileDesc']), fileDesc: parts(['titleStmt', 'publicationStmt', 'sourceDesc']),
  titleStmt: parts(['title']), title: words(PHRASES), publicationStmt: parts(['p']), sourceDesc: parts(['p']), text: parts(['body', 'back']), body: parts(['p']), back: parts(['list']),
  list: parts(['item']), item: words(NAMES), p: words(['q', ...NAMES]), said: words(['q', ...NAMES], 'who', 'direct'), q: words(['q', ...NAMES], 'who', 'type'),
  persName: words(NAMES, 'ref', 'type'), orgName: words(NAMES, 'ref', 'type'), placeName: words(NAMES, 'ref', 'type'), name: words(NAMES, 'ref', 'type'),
  date: words(PHRASES, ...TIME), time: words(PHRASES, ...TIME),
}
const GLOBAL = ['xml:id', 'n', 'next', 'prev', 'xmlns']
const FORMS: Readonly<Record<string, RegExp>> = {
  'xml:id': /^[a-z][\w.]*$/, direct: /^(?:true|false)$/, when: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/, from: /^\d{4}-\d\d-\d\d$/, to: /^\d{4}-\d\d-\d\d$/, 'dur-iso': /^P[\dTYMWDHS.]+$/,
  who: /^#\S+$/, ref: /^#\S+$/, next: /^#\S+$/, prev: /^#\S+$/, type: /^\S+$/, 'when-custom': /^\S+$/,
}

type Node = NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>
const childrenOf = (node: Node): Node[] => Array.from(node.childNodes as ArrayLike<unknown>) as Node[]
const elementsOf = (node: Node): Node[] => [node, ...childrenOf(node).filter(child => child.nodeType === 1).flatMap(elementsOf)]

function read(xml: string): { root: Node; wrong: string[] } {
  const wrong: string[] = [], log = (message: string): void => { wrong.push(message) }
  const root = new DOMParser({ errorHandler: { warning: log, error: log, fatalError: log } }).parseFromString(xml, 'text/xml').documentElement!
  const elements = elementsOf(root), ids = elements.map(e => e.getAttribute('xml:id')).filter(id => id !== '' && id !== null)
  for (const repeated of ids.filter((id, i) => ids.indexOf(id) !== i)) wrong.push(`id ${repeated}`)
  for (const element of elements) {
    const rule = RULES[element.nodeName]
    if (!rule) wrong.push(element.nodeName)
    for (const child of childrenOf(element)) {
      if (child.nodeType === 1 ? !rule?.children.includes(child.nodeName) : !rule?.text && child.nodeValue!.trim() !== '') wrong.push(`${child.nodeName} in ${element.nodeName}`)
    }
    for (const { name, value } of Array.from(element.attributes)) {
      if (![...GLOBAL, ...rule?.attributes ?? []].includes(name) || FORMS[name]?.test(value) === false) wrong.push(`${name}="${value}" of ${element.nodeName}`)
      if (['who', 'ref', 'next', 'prev'].includes(name) && !ids.includes(value.slice(1))) wrong.push(`${value} points nowhere`)
    }
    if (element.getAttribute('when') && element.getAttribute('from')) wrong.push('when with from')
  }
  return { root, wrong }
}

/** For each element of a name its words, over all its parts, in order. */
function wordsOf(root: Node, ...names: string[]): string[] {
  const all = elementsOf(root).filter(e => names.includes(e.nodeName))
  return all.filter(e => !e.getAttribute('prev')).map(first => {
    let words = first.textContent ?? ''
    for (let next = first.getAttribute('next'); next;) {
      const part = all.find(e => `#${e.getAttribute('xml:id')}` === next)!
      words += `|${part.textContent}`
      next = part.getAttribute('next')
    }
    return words
  })
}

const print = (result: Result): string => tei.document(result, CONTEXT, 0)

describe('what crosses stands in parts', () => {
  test('a name over a mark, a quote over paragraphs and round its cue, a date round a name', () => {
    const text = 'He met “the New York Times,” he said, “and left.\n\nThen May Day 2020 came.”'
    const spans = ['met “the New', 'York', 'and left.\n\nThen May Day'].map(piece => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length, text: piece }))
    const { root, wrong } = read(print(resultOf(text, {
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
      const { root, wrong } = read(print(result))
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
  const { root, wrong } = read(stdout)
  expect({ wrong, status, documents: elementsOf(root).filter(e => e.nodeName === 'TEI').length }).toEqual({ wrong: [], status: 0, documents: 6 })
  expect(wordsOf(root, 'said').length).toBeGreaterThanOrEqual(6)
  const seed = read(kpen(['analyze', '-f', 'tei', '--quiet']).stdout)
  expect(seed.wrong).toEqual([])
  expect(wordsOf(seed.root, 'q')).toContain('talk past each other')
  expect(read('<TEI><p>a</TEI>').wrong.length).toBeGreaterThan(0)
})
