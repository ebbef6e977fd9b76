import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readDocument } from '../src/document/index.js'
import { readLanguage } from '../src/language/index.js'
import { findNumbers } from '../src/names/numbers.js'
import { agreementFeaturesOf, compareNames, isDisputed, MOST_AGREEMENT } from '../src/names/tagger/agreement.js'
import { readDocumentForNames } from '../src/names/tagger/features.js'
import { afterHonorifics } from '../src/names/tagger/honorifics.js'
import { LABELS, labelOf, partOf, typeOf, UNIT } from '../src/names/tagger/labels.js'
import { findNames } from '../src/names/tagger/index.js'
import { theLexicon } from '../src/names/tagger/lexicon.js'
import { joinLongForms } from '../src/names/tagger/longforms.js'
import { readModel, scoreLabels } from '../src/names/tagger/model.js'
import { segmentsOf } from '../src/names/tagger/segments.js'
import { bestLabels, newLattice, STRIDE } from '../src/names/tagger/viterbi.js'
import { recased } from '../src/names/train/casing.js'
import { random } from '../src/names/train/random.js'
import type { NameMention } from '../src/types.js'

const find = (text: string, finder: typeof findNames = findNames): { text: string; mentions: NameMention[]; language: ReturnType<typeof readLanguage> } => {
  const document = readDocument({ id: 'x', text }), language = readLanguage(document)
  return { text, mentions: finder(document, language), language }
}
const names = (text: string, finder?: typeof findNames): string[] => find(text, finder).mentions.map(m => `${m.type} ${text.slice(m.start, m.end)}`)
const file = (name: string): URL => new URL(`../src/names/data/${name}`, import.meta.url)

describe('names', () => {
  test.each([
    ['Mr. Paulo Andrade met officials in Nairobi on Monday.', ['PERSON Paulo Andrade', 'GPE Nairobi']],
    ['The European Commission said that Germany’s plan was late.', ['ORG European Commission', 'GPE Germany']],
    ['NAIROBI, Kenya (AP) — The police arrested three men.', ['GPE NAIROBI', 'GPE Kenya', 'ORG AP']],
    ['Park Sung-min, a South Korean envoy, flew to Tokyo.', ['PERSON Park Sung-min', 'NORP South Korean', 'GPE Tokyo']],
    ['President Recep Erdoğan will visit Wrocław in May.', ['PERSON Recep Erdoğan', 'GPE Wrocław']],
    ['A U.S.-led force attacked al-Shabaab near Mogadishu.', ['GPE U.S.', 'ORG al-Shabaab', 'GPE Mogadishu']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))

  test.each([
    ['PRESIDENT ANDRADE MEETS CHANCELLOR IN BERLIN', ['PERSON ANDRADE', 'GPE BERLIN']],
    ['Greece and Turkey Agree to Hold Talks in Geneva', ['GPE Greece', 'GPE Turkey', 'GPE Geneva']],
    ['my cousin moved from london to canada last week', ['GPE london', 'GPE canada']],
  ])('%s: headlines, shouting, small letters', (text, expected) => expect(names(text)).toEqual(expected))

  test.each(['ORTEGA: Maria Lopez will be there.', 'JOHN ORTEGA, MAYOR: Maria Lopez, I think.', 'ORTEGA: Well, nobody knows.'])('no name crosses the colon of a label: %s', text => {
    expect(names(text).filter(name => name.includes(':'))).toEqual([])
    const { tokens, sentences } = find(text).language, { live } = readDocumentForNames({ tokens, sentences }, theLexicon()).context
    expect(live[tokens.findIndex(t => t.text === ':')]).toBe(0)
  })

  test('a colon elsewhere may stand in a name', () => {
    const { language } = find('They all saw Star Rovers: Return Of Maria on Monday.'), { live } = readDocumentForNames(language, theLexicon()).context
    expect(live[language.tokens.findIndex(t => t.text === ':')]).toBe(1)
  })

  test.each([
    'She said that nobody had known of it before.',
    'Yesterday it rained. Nobody minded, and the shops were full.',
    '',
    ' \n\t ',
    '12 13 14. 3-2, 4-4!',
  ])('none in: %s', text => expect(names(text)).toEqual([]))

  test('titles, articles and a final possessive stand outside', () => {
    const found = find('Prime Minister Julia Hansen’s visit to the United Nations pleased Senator Mark Doyle.')
    for (const { start, end } of found.mentions) expect(found.text.slice(start, end)).not.toMatch(/^(?:the|Prime Minister|Senator) |['’]s$/)
    expect(found.mentions.map(m => m.type)).toEqual(['PERSON', 'ORG', 'PERSON'])
  })

  test.each([
    ['Alhaji Sadiq Bature', 1], ['Datuk Seri Rahim Osman', 2], ['Tan Sri Dr. Rahim', 3], ['Engr. Obi Nwosu', 2], ['Shri Mehra', 1], ['Alhaji', 0], ['Tan Wei Ling', 0],
  ])('%s: titles of many countries are no names', (text, titles) => {
    const { tokens } = readLanguage(readDocument({ id: 'x', text }))
    expect(afterHonorifics(tokens, 0, tokens.length)).toBe(titles)
  })
})

describe('recased sentences to learn from', () => {
  const text = 'We met Paulo Andrade in Straße 5 near İzmir. Nobody else was there. Ana Souza left.', gold = { entities: [[7, 20, 'PERSON'], [38, 43, 'GPE'], [68, 77, 'PERSON']] as const }
  const { sentences } = find(text).language
  const copies = Array.from({ length: 40 }, (_, seed) => [...recased({ id: 'x', text, gold }, sentences, random(seed))]).flat()

  test('every name stands where the annotation says, in capitals, small letters or as it was', () => {
    const original = new Set(gold.entities.map(([start, end]) => text.slice(start, end).toLowerCase()))
    expect(copies.length).toBeGreaterThan(5)
    for (const { annotated, taken } of copies) {
      for (const [start, end] of annotated.gold.entities) expect(original).toContain(annotated.text.slice(start, end).toLowerCase())
      expect(taken.every(({ start, end }) => start < end)).toBe(true)
    }
    expect(copies.some(({ annotated }) => annotated.text.includes('PAULO ANDRADE'))).toBe(true)
    expect(copies.some(({ annotated }) => annotated.text.includes('paulo andrade'))).toBe(true)
  })

  test('the same draws make the same copies', () => {
    const once = [...recased({ id: 'x', text, gold }, sentences, random(3))]
    expect([...recased({ id: 'x', text, gold }, sentences, random(3))]).toEqual(once)
  })
})

describe('bad input', () => {
  const texts = {
    'a million capitals in one run': 'A'.repeat(1_000_000),
    'a hundred thousand capitalised words': 'Abel Karim '.repeat(50_000),
    'a name of 200 words': `We met ${'Maria '.repeat(200)}today.`,
    Cyrillic: 'Президент Владимир Орлов приехал в Москву. '.repeat(50),
    Arabic: 'قال الرئيس إن الحكومة في القاهرة. '.repeat(50),
    Chinese: '王小明昨天访问了北京市。'.repeat(50),
    emoji: '😀 Maria 👩‍👩‍👧 Lopez 🇰🇪 Kenya '.repeat(50),
    'zero width': 'Ma\u200bria Lo\u200dpez went to Ke\ufeffnya. '.repeat(50),
    marks: '"“(-&\'’.,;:!?)”'.repeat(20_000),
  }
  test.each(Object.entries(texts))('%s: in order, within tokens, quick', (_, text) => {
    const began = performance.now(), { mentions, language } = find(text)
    const fits = mentions.every(({ start, end, first, last }, i) =>
      start >= (mentions[i - 1]?.end ?? 0) && end > start && language.tokens[first].start === start && language.tokens[last - 1].end === end)
    expect(fits).toBe(true)
    expect(performance.now() - began).toBeLessThan(20_000)
  }, 60_000)

  test('the same text gives the same names whatever was read before', () => {
    const text = 'Alma Reyes of Norfolk Steel spoke in Lagos.', once = names(text)
    find(texts.emoji)
    expect(names(text)).toEqual(once)
  })
})

describe('agreement within a document', () => {
  const PERSON = labelOf(0, UNIT), PLACE = labelOf(3, UNIT)
  /** The document read as told: the label and the margin of each place where the word stands. */
  const reread = (text: string, word: string, told: readonly (readonly [label: number, margin: number])[]) => {
    const language = readLanguage(readDocument({ id: 'x', text })), { tokens } = language, reading = readDocumentForNames(language, theLexicon())
    const places = tokens.flatMap((t, i) => (t.text === word ? [i] : [])), labels = new Uint8Array(tokens.length), margins = new Float32Array(tokens.length)
    places.forEach((i, k) => [labels[i], margins[i]] = told[k])
    const segments = segmentsOf(language, reading.context.live), agreement = compareNames(reading, segments, { labels, margins }), out = new Int32Array(MOST_AGREEMENT)
    return places.map(i => ({
      disputed: isDisputed(agreement, segments.find(({ from, to }) => from <= i && i < to)!),
      features: [...out.subarray(0, agreementFeaturesOf(agreement, i, out))],
    }))
  }
  const text = 'We saw Odobo there. Then Odobo left. In the end, Odobo won.'

  test('a doubtful reading is disputed where the other places are read otherwise', () => {
    expect(reread(text, 'Odobo', [[PERSON, 150], [PLACE, 5], [PERSON, 150]]).map(p => p.disputed)).toEqual([false, true, false])
  })

  test('a sure reading stands, and so does one that all places share', () => {
    expect(reread(text, 'Odobo', [[PERSON, 150], [PLACE, 150], [PERSON, 150]]).some(p => p.disputed)).toBe(false)
    expect(reread(text, 'Odobo', [[PERSON, 5], [PERSON, 5], [PERSON, 5]]).some(p => p.disputed)).toBe(false)
  })

  test('what the other places say differs with what they are read as; a word met once is told nothing', () => {
    const [, persons] = reread(text, 'Odobo', [[PERSON, 150], [PLACE, 5], [PERSON, 150]]), [, places] = reread(text, 'Odobo', [[PLACE, 150], [PLACE, 5], [PLACE, 150]])
    expect(persons.features.length).toBeGreaterThan(1)
    expect(persons.features).not.toEqual(places.features)
    expect(reread('We saw Odobo there.', 'Odobo', [[PERSON, 5]])).toEqual([{ disputed: false, features: [] }])
  })
})

describe('the model', () => {
  test('is small', () => {
    expect(['weights', 'agreement', 'lexicon'].reduce((sum, name) => sum + statSync(file(`${name}.bin`)).size, 0)).toBeLessThanOrEqual(6_000_000)
  })

  test.each(['weights.bin', 'agreement.bin'])('%s holds what its header says', name => {
    const bytes = readFileSync(file(name)), { rows, entries, transitions, step } = readModel(bytes)
    expect(rows).toHaveLength(bytes.readUInt32LE(8))
    expect(rows.every(row => (row >> 6) + (row & 63) <= entries.length)).toBe(true)
    expect(step).toBeGreaterThan(0)
    expect(transitions).toHaveLength(LABELS * STRIDE)
    expect(entries.every(e => (e & 63) < LABELS && e >> 6 !== 0)).toBe(true)
  })

  test('features without a row weigh nothing', () => {
    const index = Int32Array.of(0b100, 0), rows = Int32Array.of(2), entries = Int16Array.of(5 * 64 + 3, -7 * 64 + 1)
    const model = { shift: 27, step: 1, transitions: new Float32Array(), index, rows, entries, full: new Float64Array(), unpacked: 0 }
    const out = new Float32Array(STRIDE)
    scoreLabels(model, Int32Array.of(2 << 27, 3 << 27), 2, new Float64Array(LABELS / 3), 0, out, 0)
    expect([...out.subarray(0, 5)]).toEqual([0, -7, 0, 5, 0])
  })

  test('a row with many entries weighs the same when it is first used as later', () => {
    const entries = Int16Array.from({ length: 15 }, (_, label) => (label - 9) * 64 + 2 * label), rows = Int32Array.of(15)
    const model = { shift: 27, step: 1, transitions: new Float32Array(), index: Int32Array.of(0b1, 0), rows, entries, full: new Float64Array(LABELS / 3), unpacked: 0 }
    for (let time = 0; time < 2; time++) {
      const out = new Float32Array(STRIDE)
      scoreLabels(model, Int32Array.of(0), 1, new Float64Array(LABELS / 3), 0, out, 0)
      expect(Array.from({ length: 15 }, (_, label) => out[2 * label])).toEqual(Array.from({ length: 15 }, (_, label) => label - 9))
      expect(model.unpacked).toBe(1)
    }
  })

  test('labels part into type and place and back', () => {
    for (let label = 1; label < LABELS; label++) expect(labelOf(typeOf(label), partOf(label))).toBe(label)
  })

  test('no name is left open', () => {
    const count = 6, emissions = new Float32Array(count * STRIDE), labels = new Uint8Array(count)
    // Every token would rather be inside a person's name than anything else.
    for (let i = 0; i < count; i++) emissions[i * STRIDE + labelOf(0, 1)] = 10
    bestLabels(emissions, count, new Float32Array(LABELS * STRIDE), newLattice(), labels)
    expect([...labels]).toEqual([labelOf(0, 0), ...Array<number>(4).fill(labelOf(0, 1)), labelOf(0, 2)])
  })
})

describe('numbers', () => {
  test.each([
    ['The bank paid €40m and $2.5 billion.', ['MONEY €40m', 'MONEY $2.5 billion']],
    ['It cost 300 rupees or 20 U.S. dollars.', ['MONEY 300 rupees', 'MONEY 20 U.S. dollars']],
    ['Some 12% agreed, five percent did not.', ['PERCENT 12%', 'PERCENT five percent']],
    ['A 30-mile road over 12 square kilometres.', ['QUANTITY 30-mile', 'QUANTITY 12 square kilometres']],
    ['The third of twenty-five, after the 21st.', ['ORDINAL third', 'CARDINAL twenty-five', 'ORDINAL 21st']],
    ['In 1999, on May 5, after 20 years, at 10:30.', []],
  ])('%s', (text, expected) => expect(names(text, findNumbers)).toEqual(expected))
})

describe('long forms', () => {
  /** Names are the words given, in text order. */
  const join = (text: string, ...given: [string, NameMention['type']][]): string[] => {
    const language = readLanguage(readDocument({ id: 'x', text })), { tokens } = language
    const mentions = given.map(([name, type]) => {
      const start = text.indexOf(name), end = start + name.length
      return { start, end, type, first: tokens.findIndex(t => t.start === start), last: tokens.findIndex(t => t.end === end) + 1 }
    })
    return joinLongForms(language, mentions).map(m => `${m.type} ${text.slice(m.start, m.end)}`)
  }

  test('what an acronym spells is one name', () => {
    expect(join('The Rural Labour Party of Norland won. The RLPN sang.', ['Rural Labour Party', 'ORG'], ['Norland', 'GPE'], ['RLPN', 'ORG'])).toEqual(['ORG Rural Labour Party of Norland', 'ORG RLPN'])
    expect(join('The Office of the Bridge Warden (OBW) wrote.', ['Bridge Warden', 'ORG'], ['OBW', 'ORG'])).toEqual(['ORG Office of the Bridge Warden', 'ORG OBW'])
  })

  test('a name that reaches beyond it, a person in it and another acronym stand', () => {
    expect(join('The Great Bridge Warden Union and the BWU met.', ['Great Bridge Warden Union', 'ORG'], ['BWU', 'ORG'])).toEqual(['ORG Great Bridge Warden Union', 'ORG BWU'])
    expect(join('Senator Bob Carr met the SBC.', ['Bob Carr', 'PERSON'], ['SBC', 'ORG'])).toEqual(['PERSON Bob Carr', 'ORG SBC'])
    expect(join('The OAU and Norland met the OAN.', ['OAU', 'ORG'], ['Norland', 'GPE'], ['OAN', 'ORG'])).toEqual(['ORG OAU', 'GPE Norland', 'ORG OAN'])
  })
})
