/** Output formats read back by parsers that are not ours, and hostile text made harmless. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from '@jest/globals'
import { kpen } from './support/kpen.js'

const folder = mkdtempSync(join(tmpdir(), 'kpen-'))
const HOSTILE = '😀 "=cmd() & <b>\u001b[31mred\u202e </script>," said Ann Lee.\n\nAnn Lee met =SUM(A1) and Bob\u0000 Ray on Monday. "A | B," he said.\n'
writeFileSync(join(folder, 'hostile.txt'), HOSTILE.replace('\u0000', ''))
const run = (...args: string[]): string => kpen([...args, '--quiet', 'hostile.txt'], { cwd: folder }).stdout

test('csv and tsv are read back; a formula is neutralised; --excel writes a mark', () => {
  for (const [format, delimiter] of [['csv', ','], ['tsv', '\t']]) {
    const rows = parse(run('quotes', '-f', format), { columns: true, delimiter }) as Record<string, string>[]
    expect(rows.map(r => r.speaker)).toEqual(['Ann Lee', expect.any(String)])
    expect(rows[0].quote.startsWith('=')).toBe(false)
    expect(rows[0].sentence).toContain('said Ann Lee.')
  }
  expect(run('quotes', '-f', 'csv', '--excel').charCodeAt(0)).toBe(0xfeff)
})

test('json holds the text as it is; a table shows no escapes', () => {
  expect(JSON.parse(run('quotes', '--json'))[0].text).toContain('\u001b[31m')
  // eslint-disable-next-line no-control-regex
  expect(run('quotes')).not.toMatch(/[\u001b\u202e]/)
})

test('markdown keeps its columns', () => {
  for (const line of run('quotes', '-f', 'markdown').trim().split('\n')) expect(line.replace(/\\\|/g, '').split('|').length).toBe(7)
})

test('conll has four columns and well-formed IOB2', () => {
  let last = 'O'
  for (const line of run('analyze', '-f', 'conll').split('\n')) {
    if (line === '' || line.startsWith('# ')) {
      last = 'O'
      continue
    }
    const cells = line.split('\t')
    expect(cells).toHaveLength(4)
    if (cells[1].startsWith('I-')) expect(last.slice(2)).toBe(cells[1].slice(2))
    last = cells[1]
  }
})

test('the sentence of a csv row is whole in every unit', () => {
  const sentences = (unit: string): string[] => (parse(run('quotes', '-f', 'csv', '--offsets', unit), { columns: true }) as { sentence: string }[]).map(r => r.sentence)
  expect(sentences('byte')).toEqual(sentences('utf16'))
})

describe('offsets in other units', () => {
  test.each(['codepoint', 'byte'])('%s', unit => {
    const [quote] = JSON.parse(run('quotes', '--json', '--offsets', unit)) as { spans: { start: number; end: number; text: string }[] }[]
    const text = kpen(['text', 'hostile.txt'], { cwd: folder }).stdout, { start, end, text: words } = quote.spans[0]
    expect(unit === 'byte' ? Buffer.from(text).subarray(start, end).toString() : [...text].slice(start, end).join('')).toBe(words)
  })
})
