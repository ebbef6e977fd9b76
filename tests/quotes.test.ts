import { describe, expect, test } from '@jest/globals'
import { analyze } from '../src/analyze.js'
import type { Quote } from '../src/types.js'
import { matchSpeaker } from '../src/quotes/speakers.js'

const read = (text: string, date = '2020-06-17') => analyze({ id: 1, text, date })
const brief = (q: Quote): string => `${q.kind}: ${q.text} | ${q.speaker?.name ?? '-'} | ${q.cue?.lemma ?? '-'}`
const marked = (text: string): string[] => read(text).quotes.filter(q => q.kind !== 'indirect').map(brief)

describe('direct quotes', () => {
  test.each([
    ['cue after', '“The bridge will open on time,” Mary Walker said.', ['direct: The bridge will open on time, | Mary Walker | say']],
    ['inverted', '“The bridge will open on time,” said Mary Walker, the mayor.', ['direct: The bridge will open on time, | Mary Walker | say']],
    ['cue before', 'Mary Walker told reporters: “The bridge will open on time.”', ['direct: The bridge will open on time. | Mary Walker | tell']],
    ['broken by its cue', '“The bridge is safe,” Mary Walker said. “It will open on time.”', ['direct: The bridge is safe, It will open on time. | Mary Walker | say']],
    ['anonymous', '“The bridge is safe,” said an engineer who asked not to be named.', ['direct: The bridge is safe, | an engineer | say']],
    ['by a group', '“The bridge is safe,” officials said.', ['direct: The bridge is safe, | officials | say']],
    ['signed', '“This bridge has been closed for far too long now.” — Mary Walker', ['direct: This bridge has been closed for far too long now. | Mary Walker | —']],
  ])('%s', (_, text, expected) => expect(marked(text)).toEqual(expected))

  test('over paragraphs that reopen the mark and close it once', () => {
    const text = 'Mary Walker said: “The bridge will open on time.\n\n“It will carry trams too.”\n\nThe council met later.'
    const [quote, ...more] = read(text).quotes
    expect(more).toEqual([])
    expect(quote.spans.map(span => span.text)).toEqual(['The bridge will open on time.', 'It will carry trams too.'])
    expect(quote.speaker?.name).toBe('Mary Walker')
  })

  test.each([
    ['the next paragraph goes on', '“The bridge is safe,” Mary Walker said.\n\n“It will carry trams too.”', ['The bridge is safe, It will carry trams too.']],
    ['a paragraph with a cue of its own is another', '“The bridge is safe,” Mary Walker said.\n\n“It will carry trams too,” she added.', ['The bridge is safe,', 'It will carry trams too,']],
    ['an abbreviation ends no sentence', '“By May,” Mr. Walker said, “the bridge will be open.”', ['By May, the bridge will be open.']],
    ['a title between parts nothing', '“The bridge is safe,” Mary Walker said on the show “Norvale This Week.” “It will open in May.”', ['The bridge is safe, It will open in May.']],
  ])('one utterance or two: %s', (_, text, expected) => expect(read(text).quotes.filter(q => q.kind !== 'indirect').map(q => q.text)).toEqual(expected))

  test.each([
    ['a clause between', 'Mary Walker, who met the council on Monday, told reporters that the bridge was “perfectly safe.”', 'Mary Walker'],
    ['an object between', 'Mary Walker thanked the council for its patience with the port, saying the bridge was “perfectly safe.”', 'Mary Walker'],
  ])('the source phrase with %s', (_, text, mention) => expect(read(text).quotes[0].speaker?.mention?.text).toBe(mention))

  test('two speakers in turn', () => {
    const text = '“The bridge is safe,” Mary Walker said on Tuesday.\n\n“I doubt it very much,” said John Brown, who opposes the plan.'
    expect(marked(text)).toEqual(['direct: The bridge is safe, | Mary Walker | say', 'direct: I doubt it very much, | John Brown | say'])
  })

  test('a pronoun is resolved and stays the mention', () => {
    const [, quote] = read('Mary Walker opened the bridge on Monday. She said “we are proud of it.” “It will last a century,” she added.').quotes
    expect(quote.speaker).toMatchObject({ name: 'Mary Walker', mention: { text: 'she', kind: 'pronoun' } })
  })

  test.each([
    ['a statement by', '“The dam is safe,” said a statement by the Port Authority of Norvale.', 'Port Authority of Norvale'],
    ['a possessive', 'The Port Authority met in Boston on Monday. “The dam is safe,” the Port Authority\'s website said.', 'Port Authority'],
    ['a title with a place', '“The dam is safe,” said US Ambassador to Peru Mary Walker.', 'Mary Walker'],
    ['a title that a comma parts', 'The dam is safe, according to the town council’s engineer, Professor Mary Walker, who saw it.', 'Mary Walker'],
    ['what was said in a statement', 'The dam held, Mary Walker said in a statement. It rained. “The dam is safe,” the statement said.', 'Mary Walker'],
    ['a warning put out on a day', '“The dam is safe,” said a tweet posted on Monday by Mary Walker.', 'Mary Walker'],
    ['an apposition', '“The dam is safe,” Mary Walker, a spokeswoman for the port, said.', 'Mary Walker'],
    ['another\'s poll is not its maker', 'CNN called voters. “The dam is safe,” the CNN poll said.', 'the CNN poll'],
    ['an aide is not whom he serves', '“The dam is safe,” said an adviser to Mr. Walker.', 'an adviser to Mr. Walker'],
  ])('who speaks through %s', (_, text, name) => expect(read(text).quotes[0].speaker?.name).toBe(name))

  test('a number tells how many speak', () => {
    const text = 'Ada Moss and Lee Hart visited the port on Monday.\n\n“The port must grow,” the N senators wrote.'
    expect(read(text.replace('N', 'two')).quotes[0].speaker?.name).toBe('Ada Moss & Lee Hart')
    expect(read(text.replace('N', 'three')).quotes[0].speaker?.name).toBe('the three senators')
  })

  test('a plural source stands for the people named together before', () => {
    const text = 'Senators Ada Moss and Lee Hart visited the port on Monday.\n\n“The port must grow,” the senators wrote.'
    expect(read(text).quotes.map(q => q.speaker?.name)).toEqual(['Ada Moss & Lee Hart'])
  })

  test('turns of a transcript', () => {
    const text = 'ROE: Will the bridge open?\n\nWALKER (through interpreter): It will open in May.\n\nROE: Are you certain of that?\n\nWALKER: Yes, I am.'
    expect(read(text).quotes.map(q => [q.speaker?.name, q.text])).toEqual([
      ['ROE', 'Will the bridge open?'], ['WALKER', 'It will open in May.'], ['ROE', 'Are you certain of that?'], ['WALKER', 'Yes, I am.'],
    ])
  })
})

describe('mixed quotes', () => {
  test('several stretches of one clause share content and utterance', () => {
    const text = 'Mary Walker said that the bridge “will open on time” and would “carry trams” by spring.'
    const quotes = read(text).quotes
    expect(quotes.map(q => q.kind)).toEqual(['mixed', 'mixed'])
    expect(new Set(quotes.map(q => q.utterance)).size).toBe(1)
    expect(new Set(quotes.map(q => JSON.stringify(q.content))).size).toBe(1)
    expect(quotes[0].speaker?.name).toBe('Mary Walker')
    expect(text.slice(quotes[0].content[0].start, quotes[0].content[0].end)).toMatch(/^the bridge “will open on time” and would “carry trams”/)
  })
})

describe('words that nobody said', () => {
  test.each([
    ['a title', 'She starred in “The Long Winter” before she moved to London.'],
    ['a nickname', 'William “Bill” Harper won the race in Denver on Sunday.'],
  ])('%s', (_, text) => {
    const { quotes, unsaid } = read(text)
    expect(quotes.filter(q => q.kind !== 'indirect')).toEqual([])
    expect(unsaid).toHaveLength(1)
    expect(unsaid[0].reason).not.toBe('')
  })
})

describe('what a quote carries', () => {
  test('when it was said, from the cue’s clause; null without a date', () => {
    const [first, second] = read('On June 12, Mary Walker said “the bridge is safe.”\n\n“It was built in 1950,” she said.').quotes
    expect(first.said).toMatchObject({ value: '2020-06-12', text: 'June 12' })
    expect(second.said).toBeNull()
  })

  test('spans cut out their text, ids run in text order, confidence lies between 0 and 1', () => {
    const text = '“A bridge?” asked Tom Reed. Mary Walker said that it “is safe” and that it rains. ”Odd marks” and "open'
    const { quotes } = read(text)
    quotes.forEach((q, i) => {
      expect(q.id).toBe(`q${i + 1}`)
      for (const span of q.spans) expect(text.slice(span.start, span.end)).toBe(span.text)
      expect(q.confidence).toBeGreaterThanOrEqual(0)
      expect(q.confidence).toBeLessThanOrEqual(1)
      expect(q.evidence?.length).toBeGreaterThan(0)
    })
  })

  test('about names the entities inside the content', () => {
    const [quote] = read('“Paris will host the fair,” Mary Walker said in London.').quotes
    expect(quote.about.map(({ name }) => name)).toEqual(['Paris'])
  })
})

test('a speaker is found by alias, role, without accents', () => {
  const people = [
    { id: 'e1', name: 'José Núñez', aliases: ['Núñez'], roles: ['prime minister'] },
    { id: 'e2', name: 'Ana Nunez', aliases: [], roles: [] },
  ]
  expect(matchSpeaker(people, 'nunez')).toEqual(['e1', 'e2'])
  expect(matchSpeaker(people, 'Prime Minister')).toEqual(['e1'])
  expect(matchSpeaker(people, 'min')).toEqual([])
})

test.each([
  ['marks in one paragraph', '"a b c," he said. '.repeat(1_000)],
  ['marks never closed', '"a b c\n\n'.repeat(1_000)],
  ['no full stop', 'he said that "it rains" and '.repeat(1_000)],
  ['labels', 'ROE: yes\n\nWALKER: no\n\n'.repeat(800)],
])('reads %s in linear time', (_, text) => {
  const time = (part: string): number => {
    const started = performance.now()
    analyze({ id: 1, text: part })
    return performance.now() - started
  }
  time(text.slice(0, text.length / 4))
  const quarter = time(text.slice(0, text.length / 4)), whole = time(text)
  expect(whole).toBeLessThan(16 * quarter + 1000)
}, 60_000)
