/** Every form in which articles come: real files made by LibreOffice and as a saved page, and broken ones. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { BIN, kpen, ROOT, shell } from './support/kpen.js'

const folder = mkdtempSync(join(tmpdir(), 'kpen-'))
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return name
}
const fixture = (name: string): string => `${ROOT}tests/fixtures/${name}`
interface Quote { text: string; speaker: { name: string } | null; start: number; end: number; spans: { start: number; end: number; text: string }[] }
const quotesOf = (...args: string[]): Quote[] => JSON.parse(kpen(['quotes', '--json', '--quiet', ...args], { cwd: folder }).stdout) as Quote[]
const textOf = (path: string): string => kpen(['text', path], { cwd: folder }).stdout

const READ = ['not sign away a single beach', 'We have listened to the fishermen for two years,” Almeida', 'a mistake that will cost 400 jobs.', 'We will stay in Portugal,']

describe('documents made by other tools', () => {
  test.each(['page.html', 'article.docx', 'article.pdf'])('%s: the quotes are what a reader sees', name => {
    const text = textOf(fixture(name))
    for (const words of READ) expect(text).toContain(words)
    const quotes = quotesOf(fixture(name))
    expect(quotes.map(q => q.spans[0].text)).toEqual(expect.arrayContaining(['not sign away a single beach', 'We have listened to the fishermen for two years,', 'a mistake that will cost 400 jobs.', 'We will stay in Portugal,']))
    for (const q of quotes) for (const s of q.spans) expect(text.slice(s.start, s.end)).toBe(s.text)
  })

  test('a page gives its title, date and author, and none of its furniture', () => {
    const [record] = JSON.parse(kpen(['analyze', '--json', fixture('page.html')]).stdout) as Record<string, unknown>[]
    expect(record).toMatchObject({ title: 'Minister turns harbor down', date: '2021-03-09', author: 'Rita Vale' })
    const text = textOf(fixture('page.html'))
    for (const words of ['Sport', 'Sardine prices', 'All rights', 'not text', 'example.org']) expect(text).not.toContain(words)
    expect(text).toContain('new school')
  })

  test('hyphens at line ends of a PDF are joined and paragraphs kept apart', () => {
    const text = textOf(fixture('article.pdf'))
    expect(text.split('\n\n').length).toBeGreaterThan(5)
    expect(text).not.toMatch(/\p{Ll}-\s\p{Ll}/u)
  })

  test('the format is told by content, not only by name', () => {
    for (const name of ['page.html', 'article.docx', 'article.pdf']) expect(shell(`kpen quotes --json --quiet - < ${fixture(name)}`).stdout).toContain('not sign away a single beach')
  })
})

describe('encodings and compression', () => {
  const article = '“Café prices will rise,” Zoë Ray said on Monday.\n'
  test('UTF-16 with a mark, gzip of text and of jsonl', () => {
    for (const name of [
      file('utf16le.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(article, 'utf16le')])),
      file('plain.txt.gz', gzipSync(article)),
      file('lines.jsonl.gz', gzipSync(JSON.stringify({ id: 1, text: article }))),
    ]) expect(quotesOf(name).map(q => [q.text, q.speaker?.name])).toEqual([['Café prices will rise,', 'Zoë Ray']])
  })

  test('another encoding is named or refused', () => {
    const name = file('latin1.txt', Buffer.from('"Caf\xe9 prices will rise," Ann Ray said.', 'latin1'))
    expect(kpen(['quotes', name], { cwd: folder })).toMatchObject({ status: 1, stderr: `kpen: ${name}: is not valid UTF-8: name its encoding with --encoding, e.g. windows-1252\n` })
    expect(quotesOf('--encoding', 'latin1', name)[0].text).toBe('Café prices will rise,')
    expect(kpen(['quotes', '--encoding', 'klingon', name], { cwd: folder })).toMatchObject({ status: 2, stderr: "kpen: --encoding: 'klingon' is no encoding: use e.g. utf-8, utf-16le, windows-1252\n" })
  })
})

describe('records', () => {
  test('csv and jsonl with fields of other names', () => {
    const csv = file('papers.csv', 'key,body,day,section\nk1,"""Yes,"" said Ann Lee on Monday.",2018-11-27,local\nk2,"It rained.",2018-11-28,\n')
    const lines = kpen(['analyze', '-f', 'jsonl', '--text-field', 'body', '--id-field', 'key', '--date-field', 'day', csv], { cwd: folder }).stdout.trim().split('\n').map(line => JSON.parse(line))
    expect(lines.map(r => [r.id, r.date, r.section, r.quotes.length, 'body' in r])).toEqual([['k1', '2018-11-27', 'local', 1, false], ['k2', '2018-11-28', '', 0, false]])
    const jsonl = file('papers.jsonl', `${JSON.stringify({ url: 'u1', body: 'It rained.' })}\n`)
    const [record] = JSON.parse(kpen(['analyze', '--json', '--text-field', 'body', '--id-field', 'url', jsonl], { cwd: folder }).stdout)
    expect([record.id, 'body' in record]).toEqual(['u1', false])
  })

  test('csv without the column says which', () => {
    const csv = file('wrong.csv', 'a,b\n1,2\n')
    expect(kpen(['quotes', csv], { cwd: folder })).toMatchObject({ status: 1, stderr: `kpen: ${csv}: is not in the format it should be in: no column "text" among a, b (--text-field names it)\n` })
  })
})

describe('broken files: one error each, the rest done', () => {
  test.each<[string, string | Buffer]>([
    ['broken.pdf', '%PDF-1.7\nnonsense'], ['broken.docx', Buffer.from('PK\u0003\u0004nonsense', 'latin1')], ['broken.txt.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])], ['empty.html', ''],
    ['cut.docx', readFileSync(fixture('article.docx')).subarray(0, 3000)], ['cut.pdf', readFileSync(fixture('article.pdf')).subarray(0, 300)],
  ])('%s', (name, content) => {
    file(name, content)
    file('good.txt', '"Yes," said Ann Lee.')
    const { status, stdout, stderr } = kpen(['quotes', '--json', name, 'good.txt'], { cwd: folder })
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr.startsWith(`kpen: ${name}: `)).toBe(true)
    expect(JSON.parse(stdout)).toHaveLength(1)
    expect(status).toBe(1)
  })
})

test('a text that is not English is analysed and says so', () => {
  const name = file('german.txt', 'Die Ministerin sagte am Montag, dass die Regierung keinen Strand verkaufen werde. Die Fischer der kleinen Stadt haben lange gewartet, und nun ist es Zeit, dass eine Entscheidung getroffen wird, sagte sie vor dem Rathaus.')
  const { stdout, stderr, status } = kpen(['analyze', '--json', name], { cwd: folder })
  expect(JSON.parse(stdout)[0].warnings).toEqual(['not-english'])
  expect(stderr).toBe(`kpen: ${name}: does not look like English: kpen reads English only\n`)
  expect(status).toBe(0)
})

test('plain text loads none of the heavy libraries', () => {
  const hooks = 'export async function resolve(s,c,n){const r=await n(s,c);process._rawDebug("LOADED "+r.url);return r}'
  const register = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)})`
  const { stderr } = spawnSync(process.execPath, ['--import', register, BIN, 'entities', '--quiet'], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  expect(stderr).toContain('LOADED')
  expect(stderr.split('\n').filter(line => /linkedom|readability|html-to-text|unpdf|mammoth|jszip|csv-parse|tinypool|csv-stringify/.test(line))).toEqual([])
})
