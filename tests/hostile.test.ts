/** Text that would harm whoever shows it, through every output format; and its ids, titles and file names. */
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { HtmlValidate } from 'html-validate'
import { formatsOf } from '../src/output/index.js'
import { complaints } from './support/brat.js'
import { kpen } from './support/kpen.js'
import { readTei } from './support/tei.js'

const LONG = 'x'.repeat(10_000)
const TEXTS = [
  '"=cmd|\'/C calc\'!A0" said Ann Lee. "+1 \u001b[31mred\u001b]0;title\u0007 \u202eeno\u2066," said Bob\u0000 Ray on Monday.',
  '“</script><script>alert(1)</script><!-- ]]> & \u2028next,” said Zoë Ray. @SUM(A1) met -Ann Lee- and =Bob Ray=.\u009b2J\u0085More.\tTab.\r\nEnd.',
  `Ann Lee said “${LONG} it is,” in ${LONG}. “${'é'.repeat(10_000)},” said Bob ${LONG} Ray on May 4, 2020.`,
  '| `a` | *b* | <b>c</b> \ud800 lone, “\udfff so,” said Ann Lee. \ufdd0\uffff “🏴‍☠️ \u202b,” said Lee.',
]
const IDS = ['=HYPERLINK("x")', '\u001b[2J\u202e</script>\n| id |', '../../../etc/passwd\u0000', 'a"b&<c>']
const INPUT = TEXTS.map((text, i) => `${JSON.stringify({ id: IDS[i], title: IDS[i], date: '2020-05-05', text })}\n`).join('')
const run = (...args: string[]): string => {
  const { status, stdout, stderr } = kpen([...args, '--input-format', 'jsonl', '-'], { input: INPUT })
  expect({ status, stderr: stderr.replace(/kpen: .* does not look like English[^\n]*\n/g, '') }).toEqual({ status: 0, stderr: '' })
  return stdout
}

/** What could steer a terminal, or turn round what stands beside it. */
// eslint-disable-next-line no-control-regex
const STEERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u
const LISTS = ['entities', 'dates', 'quotes'] as const

const CHECKS: Readonly<Record<string, () => void | Promise<void>>> = {
  table() {
    for (const command of [...LISTS, 'analyze']) for (const more of [[], ['--explain'], ['--cut']]) {
      const page = run(command, '-f', 'table', ...more)
      expect(page).not.toMatch(STEERS)
      for (const line of page.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
    }
  },
  markdown() {
    for (const command of LISTS) {
      const lines = run(command, '-f', 'markdown').trimEnd().split('\n')
      expect(lines.join('\n')).not.toMatch(STEERS)
      for (const line of lines) expect(line.replace(/\\./g, '')).toMatch(/^\|(?:[^|<`]*\|)+$/)
      expect(new Set(lines.map(line => line.replace(/\\./g, '').split('|').length)).size).toBe(1)
    }
  },
  csv: () => separated('csv', ','),
  tsv: () => separated('tsv', '\t'),
  json() {
    const records = JSON.parse(run('analyze', '--json')) as { id: string; quotes: { spans: { start: number; end: number; text: string }[] }[] }[]
    expect(records.map(r => r.id)).toEqual(IDS)
    expect(records.flatMap(r => r.quotes).length).toBeGreaterThanOrEqual(5)
    records.forEach((record, i) => { for (const { spans } of record.quotes) for (const s of spans) expect(TEXTS[i].slice(s.start, s.end)).toBe(s.text) })
  },
  jsonl() {
    for (const command of [...LISTS, 'analyze']) expect(run(command, '-f', 'jsonl').trimEnd().split('\n').map(line => typeof JSON.parse(line)).every(type => type === 'object')).toBe(true)
  },
  brat() {
    const folder = join(mkdtempSync(join(tmpdir(), 'kpen-')), 'out')
    run('analyze', '-f', 'brat', '-o', folder)
    const names = readdirSync(folder).filter(name => name.endsWith('.ann')), read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    expect(names).toHaveLength(4)
    for (const name of names) expect(complaints(read(name.replace('.ann', '.txt')), read(name), read('annotation.conf'))).toEqual([])
  },
  conll() {
    const page = run('analyze', '-f', 'conll')
    expect(page).not.toMatch(STEERS)
    for (const line of page.split(/[\n\u0085\u2028\u2029]/)) if (line !== '' && !line.startsWith('# ')) expect(line).toMatch(/^\S+\t(?:O|[BI]-\w+)\t(?:O|[BI]-\w+)\t(?:O|[BI]-QUOTE)$/)
  },
  tei: () => expect(readTei(run('analyze', '-f', 'tei')).wrong).toEqual([]),
  async html() {
    for (const command of [...LISTS, 'analyze']) {
      const page = run(command, '-f', 'html', '--explain')
      expect(page).not.toMatch(STEERS)
      expect(page.match(/<script/g)).toHaveLength(1)
      const report = await new HtmlValidate().validateString(page)
      expect(report.results.flatMap(r => r.messages.map(m => `${m.line}: ${m.ruleId} ${m.message}`.slice(0, 200)))).toEqual([])
    }
  },
}

function separated(format: string, delimiter: string): void {
  for (const [command, ...more] of [...LISTS.map(name => [name]), ['entities', '--mentions'], ['quotes', '--explain']]) {
    const page = run(command, '-f', format, ...more), rows = parse(page, { delimiter }) as string[][]
    expect(page).not.toMatch(STEERS)
    expect(new Set(rows.map(row => row.length)).size).toBe(1)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
  }
}

describe('hostile text', () => {
  test.each([...new Set([...LISTS, 'analyze' as const].flatMap(formatsOf))])('as %s', name => CHECKS[name]())
})

test('messages show what steers a terminal', () => {
  const { stderr } = kpen(['quotes', 'no\u001b[2Jsuch\u202efile\n.txt'])
  expect(stderr).toMatch(/^kpen: no\ufffd\[2Jsuch\ufffdfile \.txt: no such file or folder\n$/)
})
