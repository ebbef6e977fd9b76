/** The measuring scripts: converters of public sets, the scorer, the naive rival. All sentences are made up. */
import { describe, expect, test } from '@jest/globals'
// @ts-expect-error: scripts without types
import { polnear, timeml, uner } from './measure/convert.mjs'
// @ts-expect-error: scripts without types
import { naive } from './measure/naive.mjs'
// @ts-expect-error: scripts without types
import { byId, sameName, score } from './measure/score.mjs'

describe('converters', () => {
  test('Universal NER: sentences are paragraphs, names end where the next begins', () => {
    const rows = (words: string): string => words.split(' ').map((word, i) => `${i + 1}\t${word.split('/')[0]}\t${word.split('/')[1] ?? 'O'}\t-\t-`).join('\n')
    const source = `# newdoc id = d1\n# sent_id = 1\n# text = Ann Lee left Lima.\n${rows('Ann/B-PER Lee/I-PER left Lima/B-LOC .')}\n\n# text = Lee sang.\n${rows('Lee/B-PER sang .')}\n\n# newdoc id = d2\n# text = It rained.\n${rows('It rained .')}\n`
    expect([...uner(source)]).toEqual([
      { id: 'd1', text: 'Ann Lee left Lima.\n\nLee sang.', gold: { entities: [[0, 7, 'PERSON'], [13, 17, 'PLACE'], [20, 23, 'PERSON']] } },
      { id: 'd2', text: 'It rained.', gold: { entities: [] } },
    ])
  })

  test('TimeML: tags and entities go, offsets fit', () => {
    const source = '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-05-05">5/5</TIMEX3></DCT><TEXT>A &amp; B <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2020-05-04">Monday</TIMEX3>.</TEXT></TimeML>'
    const document = timeml(source, 'x')
    expect(document).toEqual({ id: 'x', date: '2020-05-05', text: 'A & B met on Monday.', gold: { dates: [{ start: 13, end: 19, type: 'DATE', value: '2020-05-04' }] } })
  })

  test('PolNeAR: code points become UTF-16, kinds follow the marks', () => {
    const text = '😀 "We go," Ann said. She said it was late.', annotation = 'T1\tContent 2 10\t"We go,"\nT2\tSource 11 14\tAnn\nT3\tContent 30 41\tit was late\nE1\tAttribution:T9 Content:T1 Source:T2\nE2\tAttribution:T8 Content:T3\n'
    const { gold } = polnear(text, annotation, 'x')
    expect(gold.quotes.map((q: { kind: string; content: number[][] }) => [q.kind, text.slice(...q.content[0])])).toEqual([['direct', '"We go,"'], ['other', ' it was late'.trim()]])
    expect(text.slice(...(gold.quotes[0].source[0] as [number, number]))).toBe('Ann')
  })
})

describe('scores', () => {
  const text = 'Ann Lee said on May 4: "We go." "No," he said.'
  const gold = {
    entities: [[0, 7, 'PERSON']], dates: [{ start: 16, end: 21, value: '2020-05-04' }],
    quotes: [{ kind: 'direct', content: [[24, 30]], source: [[0, 7]], speaker: 'Ann Lee' }, { kind: 'direct', content: [[33, 36]], source: [[38, 40]], speaker: '?unknown' }],
  }
  const scoreOf = (found: object): unknown => score([{ id: 1, text, gold }], byId([{ id: 1, ...found }]))

  test('all right', () => {
    const said = { kind: 'direct', spans: [{ start: 24, end: 30 }], speaker: { name: 'Lee', mention: { start: 0, end: 7 } } }, no = { ...said, spans: [{ start: 33, end: 36 }], speaker: { name: 'he', mention: { start: 38, end: 40 } } }
    expect(scoreOf({ entities: [{ type: 'PERSON', mentions: [{ start: 0, end: 7 }, { start: 38, end: 40, kind: 'pronoun' }] }], dates: [{ start: 19, end: 21, value: '2020-05-04' }], quotes: [said, no] }))
      .toEqual({ names: { P: 100, R: 100, F1: 100 }, dates: { 'overlap F1': 100, 'value F1': 100 }, quotes: { P: 100, R: 100, source: 100, 'found and named': 100 } })
  })

  test('half right, nothing found', () => {
    expect(scoreOf({ entities: [{ type: 'ORG', mentions: [{ start: 0, end: 7 }] }], dates: [{ start: 16, end: 21, value: '2020' }, { start: 0, end: 3, value: '2020' }], quotes: [{ kind: 'direct', spans: [{ start: 0, end: 7 }, { start: 24, end: 30 }], speaker: null }] }))
      .toEqual({ names: { P: 0, R: 0, F1: 0 }, dates: { 'overlap F1': expect.closeTo(66.7, 1), 'value F1': 0 }, quotes: { P: 100, R: 50, source: 0, 'found and named': 0 } })
    expect(scoreOf({})).toMatchObject({ quotes: { P: 0, R: 0 } })
  })

  test('names that are the same', () => {
    expect([sameName('Ann Lee', 'Lee'), sameName('A. Lee', 'Ann Lee'), sameName('Justice Department', 'State Department'), sameName('Ann Lee', 'Bo Lee'), sameName('', '')]).toEqual([true, true, false, false, false])
  })
})

test('the naive rival takes words in marks and the name beside the verb', () => {
  const text = '"We go," said Ann Lee.\nBo Wu added: "No."'
  const { quotes } = naive({ id: 1, text })
  expect(quotes.map((q: { spans: { start: number; end: number }[]; speaker: { name: string; mention: { start: number } } }) => [text.slice(q.spans[0].start, q.spans[0].end), q.speaker.name, q.speaker.mention.start])).toEqual([['We go,', 'Ann Lee', 14], ['No.', 'Bo Wu', 23]])
})
