/** A text's paragraphs and its own date. */
import { describe, expect, test } from '@jest/globals'
import { dateOfName, dateOfText } from '../src/document/date.js'
import { dayOf, readDocument } from '../src/document/index.js'
import { findParagraphs } from '../src/document/paragraphs.js'

const paragraphs = (text: string): string[] => findParagraphs(text).map(p => text.slice(p.start, p.end))

describe('paragraphs', () => {
  test.each([
    ['One.\n\nTwo.', ['One.', 'Two.']],
    ['One.\nTwo.', ['One.', 'Two.']],
    ['One goes\non here.\nTwo.', ['One goes\non here.', 'Two.']],
    ['the North\n(DPRK) said', ['the North\n(DPRK) said']],
    ['One.\r\n\r\nTwo.\fThree.', ['One.', 'Two.', 'Three.']],
    ['  \n\n', []],
  ])('%j', (text, wanted) => expect(paragraphs(text)).toEqual(wanted))

  test('hard-wrapped lines are one paragraph, even where a line ends with a full stop', () => {
    const wrapped = [
      'The council of the small town met on the hill in the late evening hours.',
      'Nobody had expected that so many people would come to hear the speeches.',
      'When the doors were closed, the old mayor rose and asked for some quiet',
      'in the hall.',
    ].join('\n')
    expect(paragraphs(wrapped)).toEqual([wrapped])
  })
})

describe("a document's date", () => {
  test.each([
    [' date 2018-11-27 U.S. officials met', '2018-11-27'],
    ['Published: 2020-02-29\nText', '2020-02-29'],
    ['date 2018-02-30 no day', null],
    ['Friday, August 16, 2019\n\nText', '2019-08-16'],
    ['16 August 2019\n\nText', '2019-08-16'],
    ['OTTAWA, March 3, 2021 (Wire) -- Text', '2021-03-03'],
    ['He was born on March 3, 1921.', null],
    ['No date at all', null],
  ])('%j', (text, wanted) => expect(dateOfText(text)).toBe(wanted))

  test('of a file name', () => {
    expect(dateOfName('in/2018-11-27-title.txt')).toBe('2018-11-27')
    expect(dateOfName('2018-11-27/title.txt')).toBeNull()
    expect(dateOfName('2018-13-27.txt')).toBeNull()
  })

  test('is taken in order: field, text, file name, fallback', () => {
    const date = (input: object): string | null => readDocument({ id: 'x', text: 'Hello.', ...input }, '2001-01-01').date
    expect(date({})).toBe('2001-01-01')
    expect(date({ source: '2002-02-02.txt' })).toBe('2002-02-02')
    expect(date({ source: '2002-02-02.txt', text: 'date 2003-03-03' })).toBe('2003-03-03')
    expect(date({ date: '2004-04-04T10:00:00Z', source: '2002-02-02.txt', text: 'date 2003-03-03' })).toBe('2004-04-04')
    expect(date({ date: 'some day' })).toBe('2001-01-01')
  })
})

test.each([
  ['2021-05-06T23:30:00-05:00', '2021-05-06'], ['20210506', '2021-05-06'], ['2021/05/06 10:00', '2021-05-06'], ['Thu, 06 May 2021 10:00:00 GMT', '2021-05-06'], ['May 6th, 2021', '2021-05-06'],
  ['2021-13-45', null], ['1615248000', null], ['soon', null], ['', null],
])('the day that metadata state: %s', (stated, day) => expect(dayOf(stated)).toBe(day))
