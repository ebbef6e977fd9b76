/** Expressions of time: what is found, what it resolves to, what is none. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readingOf } from '../src/dates/compounds.js'
import { FINDERS, findersAt } from '../src/dates/finders/index.js'
import { findDates } from '../src/dates/index.js'
import { readDocument } from '../src/document/index.js'
import { readLanguage } from '../src/language/index.js'
import type { TimeExpression } from '../src/types.js'
import { ROOT } from './support/kpen.js'

const dates = (text: string, date: string | null = '2018-11-27'): TimeExpression[] => {
  const document = readDocument({ id: 'x', text, date })
  return findDates(document, readLanguage(document))
}
const found = (text: string, date?: string | null): string[] => dates(text, date).map(d => `${d.text} ${d.value}`)

describe('found and resolved against Tuesday, 2018-11-27', () => {
  test.each<[string, string[]]>([
    // days
    ['They met on Nov. 20, 2017.', ['Nov. 20, 2017 2017-11-20']],
    ['They met on 20 November.', ['20 November 2018-11-20']],
    ['The shop opens on January 5.', ['January 5 2019-01-05']],
    ['She left on Monday and came back on Tuesday.', ['Monday 2018-11-26', 'Tuesday 2018-11-27']],
    ['The vote is next Friday.', ['next Friday 2018-11-30']],
    ['He arrived late Sunday night.', ['late Sunday night 2018-11-25TNI']],
    ['They spoke today, not yesterday.', ['today 2018-11-27', 'yesterday 2018-11-26']],
    ['On Friday, March 2, it rained.', ['Friday, March 2 2018-03-02']],
    ['On 11/23/2018 the shop closed.', ['11/23/2018 2018-11-23']],
    // weeks, months, quarters, years and more
    ['The firm grew last week and this month.', ['last week 2018-W47', 'this month 2018-11']],
    ['It began in June and ended in early October.', ['June 2018-06', 'early October 2018-10']],
    ['Sales fell in the third quarter of 2016.', ['the third quarter of 2016 2016-Q3']],
    ['It was built in the summer of 1998.', ['the summer of 1998 1998-SU']],
    ['Since 1994 he has worked there.', ['1994 1994']],
    ['In the early 1980s prices rose.', ['the early 1980s 198']],
    ['The house is from the 19th century.', ['the 19th century 18']],
    ['The rally is in mid-March.', ['mid-March 2019-03']],
    // told from a point in time
    ['Three days ago she signed.', ['Three days ago 2018-11-24']],
    ['He was elected two years ago.', ['two years ago 2016']],
    ['He resigned on May 3, 2015. Two days later he was gone.', ['May 3, 2015 2015-05-03', 'Two days later 2015-05-05']],
    ['On Nov. 20 they met. They dined earlier on the same day.', ['Nov. 20 2018-11-20', 'the same day 2018-11-20']],
    // durations and sets
    ['She stayed for two weeks.', ['two weeks P2W']],
    ['It lasted several months.', ['several months PXM']],
    ['A 30-year lease was signed.', ['30-year P30Y']],
    ['They meet every Monday.', ['every Monday XXXX-WXX-1']],
    ['He runs daily.', ['daily P1D']],
    // lists and ranges
    ['The talks ran from 22-25 April 2017.', ['22 2017-04-22', '25 April 2017 2017-04-25']],
    ['It was held on June 4 and 5.', ['June 4 2018-06-04', '5 2018-06-05']],
    ['The war of 1915-17 was cruel.', ['1915 1915', '17 1917']],
    // hinted at
    ['He recently moved and is now happy.', ['recently PAST_REF', 'now PRESENT_REF']],
    ['It would take place at a later date.', ['a later date FUTURE_REF']],
    // times of day and named days
    ['The train left at 5:30 p.m. on Monday.', ['5:30 p.m. on Monday 2018-11-26T17:30']],
    ['They meet on Christmas Day.', ['Christmas Day 2018-12-25']],
    ['Thanksgiving was quiet.', ['Thanksgiving 2018-11-22']],
    // what the verb looks to
    ['They will meet on Friday.', ['Friday 2018-11-30']],
    ['The court is to sit on Thursday.', ['Thursday 2018-11-29']],
    ['On Monday, the court will sit.', ['Monday 2018-12-03']],
    ['The vote is scheduled for Friday.', ['Friday 2018-11-30']],
    ['They have until Friday, not until last week.', ['Friday 2018-11-30', 'last week 2018-W47']],
    ['It was not until Friday that he spoke.', ['Friday 2018-11-23']],
    ['The lease had been due to expire on Friday.', ['Friday 2018-11-23']],
    ['She would have left on Monday.', ['Monday 2018-11-26']],
    ['The mine will shut in February.', ['February 2019-02']],
    ['The mine shut in February.', ['February 2018-02']],
    ['The work is due by June.', ['June 2019-06']],
    ['It lasts from December 3 to January 5.', ['December 3 2018-12-03', 'January 5 2019-01-05']],
    // business
    ['In the third quarter it earned a dollar, in the 2017 quarter it lost one.', ['the third quarter 2018-Q3', 'the 2017 quarter 2017-Q3']],
    ["Sales in last year's third quarter rose.", ["last year's third quarter 2017-Q3"]],
    ['In the third quarter sales rose. The fourth quarter will be poor. A year earlier they fell.', ['the third quarter 2018-Q3', 'The fourth quarter 2018-Q4', 'A year earlier 2017-Q3']],
    ['It lost money in the third quarter, and in the corresponding period last year.', ['the third quarter 2018-Q3', 'the corresponding period last year 2017-Q3']],
    ['The quarter ended June 30 was good, the year ended March 31 was not.', ['The quarter 2018-Q2', 'June 30 2018-06-30', 'the year P1Y', 'March 31 2018-03-31']],
    // years in other dress
    ['He was born in nineteen forty-two and left in the year two thousand and one.', ['nineteen forty-two 1942', 'the year two thousand and one 2001']],
    ['They met in the spring of 480 BC, in April 479 BC and in the 4th century BC.', ['the spring of 480 BC BC0480-SP', 'April 479 BC BC0479-04', 'the 4th century BC BC03']],
    ['The wars of 499 to 449 BC ended the peace of the 510s BC.', ['499 BC0499', '449 BC BC0449', 'the 510s BC BC051']],
    ['They left at 2.30pm on Sunday.', ['2.30pm on Sunday 2018-11-25T14:30']],
    ['In 1990 it rose, and fell on July 25 of that year.', ['1990 1990', 'July 25 of that year 1990-07-25']],
    ['It is planned for the spring of next year.', ['the spring of next year 2019-SP']],
    ["In the 1950's it shut.", ["the 1950's 195"]],
    // parts of days, hours
    ['He left on the night of May 13 and came in the early hours of Sunday.', ['the night of May 13 2018-05-13TNI', 'the early hours of Sunday 2018-11-25TMO']],
    ['It rang at 4 in the morning, and at 0930 local time.', ['4 in the morning 2018-11-27T04:00', '0930 local time 2018-11-27T09:30']],
    ['It was mid-afternoon yesterday.', ['mid-afternoon yesterday 2018-11-26TAF']],
    ['He plays on Tuesday nights.', ['Tuesday nights XXXX-WXX-2TNI']],
    // open ends
    ['It takes two to three weeks, or a year or so.', ['two to three weeks P2W', 'a year or so P1Y']],
    ['A year and a half ago he left, days after the vote.', ['A year and a half ago 2017-05', 'days PXD']],
    ['It ends by the end of the month, or by year-end.', ['the end of the month 2018-11', 'year-end 2018']],
    ['A day-long hunt began a decades-long feud.', ['day-long P1D', 'decades-long PXE']],
    ['It lasted over ten years and cost two million over five years.', ['over ten years P10Y', 'five years P5Y']],
    ['The current plan will soon fail.', ['current PRESENT_REF', 'soon FUTURE_REF']],
    ['Two decades ago it rose.', ['Two decades ago 1998']],
    // in and beside names
    ['He told the station Saturday Ontario would pay.', ['Saturday 2018-11-24']],
  ])('%s', (text, wanted) => expect(found(text)).toEqual(wanted))

  test('from and to are the days that a value spans', () => {
    const [week, month] = dates('It rose last week and in February.')
    expect([week.from, week.to]).toEqual(['2018-11-19', '2018-11-25'])
    expect([month.from, month.to]).toEqual(['2018-02-01', '2018-02-28'])
    expect(dates('It lasted two weeks.')[0].from).toBeNull()
  })
})

test('without a date of the document relative expressions stay found and unresolved', () => {
  expect(found('On Monday he left, a day after June 5, and came back last week.', null)).toEqual(['Monday XXXX-WXX-1', 'June 5 XXXX-06-05', 'last week XXXX-WXX'])
})

test('years before Christ have a value and no days', () => {
  expect(dates('He died in 323 BC.').map(({ value, from, to }) => ({ value, from, to }))).toEqual([{ value: 'BC0323', from: null, to: null }])
})

test('a history is told from its own dates', () => {
  const years = Array.from({ length: 10 }, (_, i) => `In ${1901 + i} the river rose.`).join(' ')
  expect(found(`${years} The former mayor soon left.`, '2018-11-27').slice(-1)).toEqual(['former PAST_REF'])
  expect(found(`${years} On May 3, 1911, the bridge fell. By June 7 it was rebuilt.`, '2018-11-27').slice(-2)).toEqual(['May 3, 1911 1911-05-03', 'June 7 1911-06-07'])
})

describe('sentences without a date', () => {
  const lines = readFileSync(`${ROOT}tests/dates/negative.txt`, 'utf8').split('\n').filter(Boolean)
  test('there are a hundred', () => expect(lines.length).toBeGreaterThanOrEqual(100))
  test.each(lines)('%s', line => expect(found(line)).toEqual([]))
})

describe('a finder that is not tried would have found nothing', () => {
  const WORDS = ['the', 'a', 'an', 'at', 'least', 'no', 'more', 'than', 'last', 'this', 'that', 'same', 'first', 'half', 'May', 'Monday', 'night', 'of', 'year', 'years', "'s", 'end', 'latest', 'fiscal', 'quarter', 'third', 'century', 'mid', 'mid-March',
    'early', 'two-year', 'year-end', 'summer', 'current', 'day', 'before', 'ago', 'few', 'full', 'future', 'moment', 'recently', '1998', '20', "'90s", '1914-18', '5:30', 'p.m.', 'BC', 'nineteen', 'two', 'thousand', 'comparable', 'period', 'past', 'weekend', 'daylong', ',']
  test('on strings of words of time', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), words => {
      const document = readDocument({ id: 'x', text: `It was ${words.join(' ')} then.`, date: '2018-11-27' }), language = readLanguage(document)
      for (const sentence of language.sentences) {
        const reading = readingOf(language, sentence)
        for (let i = reading.sentence.first; i < reading.sentence.last; i++) {
          const tried = findersAt(reading, i)
          for (const find of FINDERS) if (!tried.includes(find)) expect(find(reading, i)?.rule ?? null).toBeNull()
        }
      }
    }), { numRuns: 150, seed: 5 })
  })
})

describe('odd input', () => {
  test.each([['Feb. 30'], ['31 September'], ['0000-00-00'], ['99/99/9999'], ['February 30, 2018'], ['year 0'], ['1'.repeat(10_000)], ['25:99 p.m.']])('%s gives a value or none', text => {
    for (const { value, from } of dates(`It was ${text} then.`)) expect([typeof value, from === null || /^\d{4}-\d{2}-\d{2}$/.test(from)]).toEqual(['string', true])
  })

  test('a megabyte of weekdays', () => {
    const found = dates('Monday '.repeat(150_000))
    expect(found.every(({ text, value }) => text === 'Monday' && value === '2018-11-26')).toBe(true)
  })

  test('spans cut out their text, whatever is strung together', () => {
    const part = fc.constantFrom('Monday', 'May', '3', ',', '2018', 'the', 'last', 'two', 'years', 'ago', '-', 'a', 'week', 'of', 'early', 'quarter', 'third', '1990s', '10', 'p.m.', 'later', '.', 'that', 'day', 'every', 'BC', '0', '99', 'century', 'summer', "New Year's Eve", 'next')
    fc.assert(fc.property(fc.array(part, { maxLength: 30 }), fc.constantFrom<string | null>('2018-11-27', '0001-01-01', '9999-12-31', null), (parts, date) => {
      const text = parts.join(' ')
      let end = 0
      for (const d of dates(text, date)) {
        expect(text.slice(d.start, d.end)).toBe(d.text)
        expect(d.start).toBeGreaterThanOrEqual(end)
        end = d.end
      }
    }), { numRuns: 400, seed: 3 })
  })
})
