/** No text makes the time grow faster than its length: each is read against prose of as many characters. */
import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { ROOT } from './support/kpen.js'

const LENGTH = 50_000, SLOWEST = 6
const UNITS = [
  '"', '" ', '”', '“ ', "'", "' ", '’s ', '(', ') ', '.', '. ', '? ', '…', '- ', '—', ', ', ': ', '$ ', '/', '\n', '\n\n', '\u0000', '\ud800', 'a\u0301', '😀', '中',
  'a', 'A ', 'A. ', 'a-b-', '1', '1 ', '1,', '12:', 'of ', 'and ', 'the ', 'he ', 'Ann Lee ', 'Ann Lee\n', 'Ann Lee: yes\n\n', 'U.S. ', 'Bank of ',
  'May ', 'on Monday, May 2, ', 'last year ', 'from 2018 to ', 'Monday ', 'will go Monday ', '12 BC and ', 'mid-March ', 'the end of the year ', '“a ', '“a” ', '“a\n\n', '“He said “she said ”', 'he said that ', '“a” said Ann Lee. ', 'said: ', 'http://a.b/', '<p>',
]

/** In a process of its own: jest's contexts slow some calls down and not others. */
const script = `
  const { analyze } = await import(${JSON.stringify(`${ROOT}dist/analyze.js`)})
  const { articleText } = await import(${JSON.stringify(`${ROOT}tests/support/articles.mjs`)})
  const cpuOf = text => {
    const start = process.cpuUsage()
    analyze({ id: 'x', date: '2021-03-09', text })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  cpuOf(articleText(1, ${LENGTH}))
  const prose = cpuOf(articleText(2, ${LENGTH}))
  console.log(JSON.stringify(${JSON.stringify(UNITS)}.map(unit => [unit, cpuOf(unit.repeat(Math.ceil(${LENGTH} / unit.length))) / prose])))`

test('a unit repeated without end', () => {
  const times = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })) as [string, number][]
  expect(times).toHaveLength(UNITS.length)
  expect(times.filter(([, times]) => times > SLOWEST)).toEqual([])
})
