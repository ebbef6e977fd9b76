/** Tables for people: widths as they are seen, groups, transcripts, reasons in words. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { quoteReasons, unsaidReason } from '../src/output/explain.js'
import { cut, lineOf, widthOf, wrapped } from '../src/output/layout.js'
import { table } from '../src/output/table.js'
import { wordsOf } from '../src/output/words.js'
import { kpen } from './support/kpen.js'
import { CONTEXT, date, entity, quote, resultOf, speaker } from './support/results.js'

const TEXT = 'Ann Lee met the Harbor Trust on May 4. "Yes," she said. "No more," said Bo Wu of 東京都 in 東京.'
const EVIDENCE = ['chosen: cue “said” with “she”: score 0.87', 'runner-up: said by nobody: score 0.07', 'runner-up: cue “told” with “Wu”: score 0.03', 'runner-up: cue “met” with “she”: score 0.02', 'runner-up: goes on with the attribution before it: score 0.00']
const RESULT = resultOf(TEXT, {
  entities: [entity(TEXT, 'e1', 'Harbor Trust', 'ORG', { count: 2 }), entity(TEXT, 'e2', 'Ann Lee', 'PERSON'), entity(TEXT, 'e3', 'Bo Wu', 'PERSON', { count: 3 }), entity(TEXT, 'e4', '東京', 'GPE')],
  dates: [date(TEXT, 'May 4', '2020-05-04', { rule: 'month and day' })],
  quotes: [
    quote(TEXT, 'q1', 'Yes,', speaker('Ann Lee', 'e2'), { evidence: EVIDENCE }),
    quote(TEXT, 'q2', 'No more,', speaker('Ann Lee', 'e2')),
    quote(TEXT, 'q3', 'met', null, { kind: 'indirect', spans: [] }),
  ],
})
const print = (command: 'entities' | 'dates' | 'quotes' | 'analyze', more = {}): string => table.document(RESULT, { ...CONTEXT, command, ...more }, 0)

describe('layout', () => {
  test('wide letters take two columns', () => {
    expect([widthOf('東京'), widthOf('👩‍👩‍👧'), widthOf('e\u0301'), widthOf('abc')]).toEqual([4, 2, 1, 3])
    expect(wrapped('東京都千代田区', 6)).toEqual(['東京都', '千代田', '区'])
    expect(cut('東京都千代田区', 6)).toBe('東京…')
    expect(lineOf([{ text: '東京' }, { text: 'x' }], [6, 1])).toBe('東京    x\n')
  })

  test('no line is wider than asked, and no letter is lost', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 30, unit: 'grapheme' }).filter(w => !/\s/.test(w))), fc.integer({ min: 4, max: 20 }), (words, width) => {
      const text = words.join(' '), lines = wrapped(text, width)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }))
  })

  test('a word of a million letters takes no time', () => {
    const start = performance.now()
    expect(wrapped('x'.repeat(1_000_000), 20)).toHaveLength(50_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

test('entities stand in groups by type, the most named first', () => {
  expect(print('entities')).toBe([
    'NAME          COUNT', '', 'PERSON 2', 'Bo Wu             3', 'Ann Lee           1', '', 'ORG 1', 'Harbor Trust      2', '', 'GPE 1', '東京              1', '', '4 names, named 7 times', '',
  ].join('\n'))
})

test('asked for columns or an order, the table is flat', () => {
  expect(print('entities', { columns: ['type', 'name'] }).split('\n').slice(0, 2)).toEqual(['TYPE    NAME', 'ORG     Harbor Trust'])
  expect(print('entities', { sorted: true })).toMatch(/^TYPE/)
})

test('quotes read like a transcript: a speaker is named once', () => {
  const lines = print('quotes').split('\n')
  expect(lines.filter(line => line.startsWith('Ann Lee'))).toHaveLength(1)
  expect(lines[0]).toBe('Ann Lee       “Yes,”')
  expect(lines).toContain('(not told)    met')
  expect(lines.at(-2)).toBe('3 quotes by 1 speaker, 1 by nobody who is told')
})

test('colour only repeats what the words say', () => {
  const coloured = print('quotes', { color: true })
  expect(coloured).toContain('\x1b[1mAnn Lee\x1b[22m')
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(print('quotes'))
})

test('no line is wider than the terminal, wrapped or cut', () => {
  const text = 'word '.repeat(60).trim(), result = resultOf(text, { quotes: [quote(text, 'q1', text, speaker('A Very Long Name Of A Speaker Indeed', 'e1'))] })
  for (const cuts of [true, false]) {
    for (const columns of [null, ['speaker', 'quote', 'sentence']]) {
      const lines = table.document(result, { ...CONTEXT, command: 'quotes', cut: cuts, columns, width: 50 }, 0).split('\n')
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(50)
    }
  }
})

test('terminal escapes of a document stay out', () => {
  const text = 'Eve\x1b[2J Ray', result = resultOf(text, { entities: [entity(text, 'e1', text, 'PERSON')] })
  expect(table.document(result, { ...CONTEXT, command: 'entities' }, 0)).not.toContain('\x1b')
})

test('a quote that its cue breaks is closed and opened again, one over paragraphs goes on', () => {
  const text = '"It is late," she said, "and dark.\n\n"We go."', spans = ['It is late,', 'and dark.', 'We go.'].map(words => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words }))
  expect(wordsOf({ ...quote(text, 'q', 'It is late,', null), spans, text: 'It is late, and dark. We go.' }, text)).toBe('“It is late,” … “and dark. We go.”')
})

describe('reasons', () => {
  test('why this speaker, and who else', () => {
    const said = { ...quote(TEXT, 'q1', 'Yes,', { ...speaker('Ann Lee', 'e2'), mention: { start: 44, end: 47, text: 'she', kind: 'pronoun' as const } }), cue: { start: 0, end: 4, text: 'said', lemma: 'say' }, evidence: EVIDENCE }
    expect(quoteReasons(said)).toEqual(['why: “said” points to “she” (Ann Lee); 90% sure', 'or: nobody says it (7%); “Wu”, by the word “told” (3%)'])
  })

  test('a quote that goes on, a reported one, one by a rule of its own', () => {
    const reasons = (more: object): string => quoteReasons(quote(TEXT, 'q', 'Yes,', speaker('Ann Lee', 'e2'), more))[0]
    expect(reasons({ rule: 'goes on' })).toBe('why: it goes on with what Ann Lee said before; 90% sure')
    expect(reasons({ rule: 'say: content after the cue', cue: { start: 0, end: 4, text: 'said', lemma: 'say' } })).toBe('why: “said” reports what Ann Lee says: the words after it; 90% sure')
    expect(reasons({ rule: 'turn of a transcript' })).toBe('why: turn of a transcript; 90% sure')
  })

  test('why marks are no quote, how a date was resolved', () => {
    expect(unsaidReason({ start: 0, end: 4, text: 'King', reason: 'a title (score 0.80)' })).toBe('“King” is no quote: a title; 80% sure')
    expect(print('dates', { explain: true })).toContain('  why: month and day, so 2020-05-04')
    expect(print('quotes', { explain: true })).toContain('or: nobody says it (7%); “Wu”, by the word “told” (3%)')
  })

  test('the words fit what the engine writes down', () => {
    const input = 'Ann Lee met Bo Wu. "Yes," she told him.\n\nWu, whom Lee had called, nodded: "It may be so." "We shall see." The film "Harbor Nights" was shown.'
    const { stdout } = kpen(['quotes', '--explain', '-'], { input })
    expect(stdout).toMatch(/why: “told” points to “she” \(Ann Lee\); \d+% sure/)
    expect(stdout).toMatch(/^ +or: .*\(\d+%\)/m)
    expect(stdout).toMatch(/^“Harbor Nights” is no quote: .*; \d+% sure$/m)
    expect(stdout).not.toContain('score')
  })
})
