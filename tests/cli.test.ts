/** What the commands take, print and answer: inputs, exit statuses, errors. */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { BIN, kpen, ROOT, shell } from './support/kpen.js'

const ARTICLE = 'OTTAWA, March 3, 2021 (Wire) -- "We will rebuild the bridge," Mayor Clara Johnson said on Tuesday.\n'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpen-'))
  writeFileSync(join(folder, 'article.txt'), ARTICLE)
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'binary.txt'), Buffer.from([0x89, 0x50, 0, 1, 2, 3]))
  writeFileSync(join(folder, 'latin1.txt'), Buffer.from('caf\xe9 said', 'latin1'))
  mkdirSync(join(folder, 'bare'))
})

describe('standard input', () => {
  test('is read from a pipe, a file, a dash and execFileSync', () => {
    const lines = [
      'cat article.txt | kpen quotes --json', 'kpen quotes --json < article.txt', 'kpen quotes --json - < article.txt',
    ]
    const wanted = kpen(['quotes', '--json', join(folder, 'article.txt')]).stdout.replaceAll(JSON.stringify(join(folder, 'article.txt')), '"-"')
    expect(JSON.parse(wanted)).toHaveLength(1)
    for (const line of lines) expect(shell(line, folder)).toEqual({ status: 0, stdout: wanted, stderr: '' })
    expect(execFileSync(process.execPath, [BIN, 'quotes', '--json'], { input: ARTICLE, encoding: 'utf8' })).toBe(wanted)
  })

  test('left open as a socket gives the seed and ends', async () => {
    const stdout = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [BIN, 'entities', '--json', '--quiet'], (error, out) => (error ? reject(error) : resolve(out)))
    })
    expect(JSON.parse(stdout).length).toBeGreaterThan(5)
  })

  test('that is empty is an error, never the seed', () => {
    for (const line of [': | kpen quotes', ': | kpen quotes -', 'kpen quotes < empty.txt', 'kpen quotes - < /dev/null']) {
      expect(shell(line, folder)).toEqual({ status: 1, stdout: '', stderr: 'kpen: -: is empty\n' })
    }
  })

  test('that is /dev/null gives the seed and says so', () => {
    const { status, stderr } = kpen(['dates'])
    expect(status).toBe(0)
    expect(stderr).toMatch(/^kpen: no input given: reading the seed article[^\n]*\n$/)
  })
})

describe('bad input is one line each, the rest is done', () => {
  test.each([
    ['nowhere.txt', 'no such file or folder'],
    ['https://example.org/a', 'no such file or folder: kpen loads nothing from the net; pipe it in: curl -sL ADDRESS | kpen quotes'],
    ['"No," said Ann Lee.', 'no such file or folder: words themselves are piped in: echo WORDS | kpen quotes'],
    ['bare', 'the folder holds no file that kpen can read'],
    ['empty.txt', 'is empty'],
    ['binary.txt', 'is not text (binary data)'],
    ['latin1.txt', 'is not valid UTF-8: name its encoding with --encoding, e.g. windows-1252'],
  ])('%s', (name, message) => {
    const { status, stdout, stderr } = kpen(['quotes', '--json', name, 'article.txt'], { cwd: folder })
    expect(stderr).toBe(`kpen: ${name}: ${message}\n`)
    expect(JSON.parse(stdout)).toHaveLength(1)
    expect(status).toBe(1)
  })

  test('a broken line of jsonl is an error record on its line', () => {
    const input = ['{"id":1,"text":"Nothing here.","mine":[1,2]}', '{"id":2,"text":', '{"id":3}', '{"id":4,"text":""}', ''].join('\n')
    const { status, stdout, stderr } = kpen(['analyze', '--input-format', 'jsonl', '--format', 'jsonl', '-'], { input })
    const records = stdout.trim().split('\n').map(line => JSON.parse(line))
    expect(records.map(r => r.id)).toEqual([1, null, 3, 4])
    expect(records[0].mine).toEqual([1, 2])
    expect(records[0]).not.toHaveProperty('text')
    expect(records.map(r => r.error?.code)).toEqual([undefined, 'bad-json', 'bad-record', undefined])
    expect(stderr.split('\n')[0]).toMatch(/^kpen: -:2: is not valid JSON/)
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(status).toBe(1)
  })
})

describe('the command line', () => {
  test.each([
    [['entities', '--colour'], /^kpen: unknown option '--colour'/],
    [['entitys'], /^kpen: unknown command 'entitys' \(did you mean entities\?\)\n$/],
    [['entities', '--format', 'xls'], /^kpen: --format: 'xls' is none of table, json/],
    [['analyze', '--format', 'csv'], /^kpen: --format: 'csv' is none of table, json/],
    [['entities', '--type', 'person,king'], /^kpen: --type: 'king' is none of person, /],
    [['dates', '--type', 'person'], /^kpen: --type: 'person' is none of date, time/],
    [['quotes', '--type', 'person'], /^kpen: quotes has no --type: it is an option of entities, dates\n$/],
    [['quotes', '--nothing'], /^kpen: unknown option '--nothing' \(see kpen quotes --help\)\n$/],
    [['README.md'], /^kpen: 'README.md' is no command: say what to look for, e.g. kpen quotes README.md\n$/],
    [['schema', 'text'], /^kpen: schema: 'text' is none of entities, dates, quotes, analyze\n$/],
    [['completion'], /^kpen: missing required argument 'shell' \(see kpen completion --help\)\n$/],
    [['quotes', '--json', '--format', 'csv'], /^kpen: --json and --format csv exclude each other\n$/],
    [['quotes', '--excel'], /^kpen: --excel goes with --format csv or tsv\n$/],
    [['quotes', '--json', '--columns', 'speaker'], /^kpen: --columns goes with --format table, csv, tsv, markdown, not json\n$/],
    [['dates', '--from', '2020-02-01', '--to', '2020-01-01'], /^kpen: --from 2020-02-01 is later than --to 2020-01-01\n$/],
    [['dates', '--from', '2018-02-30'], /^kpen: --from: '2018-02-30' is no day/],
    [['quotes', '--min-confidence', '2'], /^kpen: --min-confidence: '2' is no number from 0 to 1/],
    [['quotes', '-o', '/nowhere/at/all.json'], /^kpen: --output \/nowhere\/at\/all\.json: cannot be written/],
  ])('%j is a usage error', (args, message) => {
    const { status, stdout, stderr } = kpen(args)
    expect(stderr).toMatch(message)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test('--version and --help answer on standard output', () => {
    expect(kpen(['--version'])).toEqual({ status: 0, stdout: `${JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version}\n`, stderr: '' })
    expect(kpen(['quotes', '--help']).stdout).toContain('--speaker')
  })

  test('--output writes the file whole, leaving nothing beside it', () => {
    const target = mkdtempSync(join(tmpdir(), 'kpen-'))
    const { status, stdout } = kpen(['dates', '--json', '-o', join(target, 'dates.json'), join(folder, 'article.txt')])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(JSON.parse(readFileSync(join(target, 'dates.json'), 'utf8')).length).toBeGreaterThan(0)
    expect(readdirSync(target)).toEqual(['dates.json'])
  })

  test('a reader of help, schema, completion or text that goes away does no harm', () => {
    for (const words of ['quotes --help', 'schema', 'completion zsh', 'text article.txt', '--version']) {
      expect(shell(`kpen ${words} | true; echo "\${PIPESTATUS[0]}" >&2`, folder).stderr).toMatch(/^0\n$/)
    }
  })

  test('a device or a pipe is written to, never replaced; a link stays; a folder is refused', () => {
    const target = mkdtempSync(join(tmpdir(), 'kpen-')), article = join(folder, 'article.txt')
    writeFileSync(join(target, 'real.json'), 'old')
    symlinkSync('real.json', join(target, 'link.json'))
    expect(shell(`mkfifo pipe; cat pipe > read & kpen dates --json -o pipe ${article}; wait`, target)).toEqual({ status: 0, stdout: '', stderr: '' })
    for (const name of ['link.json', 'report.json']) kpen(['dates', '--json', '-o', join(target, name), article])
    expect(lstatSync(join(target, 'pipe')).isFIFO() && lstatSync(join(target, 'link.json')).isSymbolicLink()).toBe(true)
    for (const name of ['read', 'real.json', 'report.json']) expect(JSON.parse(readFileSync(join(target, name), 'utf8')).length).toBeGreaterThan(0)
    expect(kpen(['dates', '-o', target, article])).toEqual({ status: 2, stdout: '', stderr: `kpen: --output ${target}: is a folder\n` })
  })

  test('a full disk is one line', () => {
    if (!existsSync('/dev/full')) return
    for (const line of ['kpen dates --json article.txt > /dev/full', 'kpen text article.txt > /dev/full']) {
      expect(shell(line, folder)).toEqual({ status: 2, stdout: '', stderr: 'kpen: standard output: cannot be written (ENOSPC)\n' })
    }
  })

  test('a reader that goes away ends the run in silence', () => {
    const { stderr } = shell(`yes '{"id":"x","text":"It rained."}' | head -n 3000 | kpen analyze --input-format jsonl -f jsonl - | head -n 1 > /dev/null; echo "\${PIPESTATUS[2]}" >&2`)
    expect(stderr).toBe('0\n')
  })

  test('prints each document as soon as its turn comes', async () => {
    const child = spawn(process.execPath, [BIN, 'analyze', '--input-format', 'jsonl', '-f', 'jsonl', '-'])
    const line = (): Promise<string> => new Promise(resolve => child.stdout.once('data', data => resolve(String(data))))
    for (const id of ['a', 'b']) {
      const next = line()
      child.stdin.write(`${JSON.stringify({ id, text: 'It rained in Lima.' })}\n`)
      expect(JSON.parse(await next).id).toBe(id)
    }
    child.stdin.end()
    await new Promise(resolve => child.once('close', resolve))
  })
})

test('a folder is read in order of names, and several documents name themselves', () => {
  const many = mkdtempSync(join(tmpdir(), 'kpen-'))
  mkdirSync(join(many, 'b'))
  writeFileSync(join(many, 'b', 'two.txt'), '"Yes," said Ann Lee.')
  writeFileSync(join(many, 'a.txt'), '"No," said Bob Ray.')
  writeFileSync(join(many, 'z.bin'), 'not read')
  const { stdout, status } = kpen(['quotes', '--json', '.'], { cwd: many })
  expect(JSON.parse(stdout).map((q: { document: string; text: string }) => [q.document, q.text])).toEqual([['a.txt', 'No,'], ['b/two.txt', 'Yes,']])
  expect(status).toBe(0)
})

test('an input without a record is an empty list', () => {
  for (const [format, wanted] of [['json', '[]\n'], ['jsonl', ''], ['csv', 'document,text,type,value,from,to,quote,start,end,sentence\n'], ['table', '']]) {
    expect(kpen(['dates', '-f', format, '--input-format', 'csv', '-'], { input: 'id,text\n' })).toEqual({ status: 0, stdout: wanted, stderr: '' })
  }
})

test('a folder with links, pipes and hidden files', () => {
  const many = mkdtempSync(join(tmpdir(), 'kpen-')), real = mkdtempSync(join(tmpdir(), 'kpen-'))
  writeFileSync(join(real, 'there.txt'), '"Yes," said Ann Lee.')
  writeFileSync(join(many, '.hidden.txt'), '"No," said Bob Ray.')
  for (const [name, target] of [['a.txt', join(real, 'there.txt')], ['dangling.txt', '/nowhere'], ['loop.txt', '.'], ['other', real]]) symlinkSync(target, join(many, name))
  shell('mkfifo pipe.txt', many)
  const { stdout, stderr, status } = kpen(['quotes', '--json', '.'], { cwd: many })
  expect(JSON.parse(stdout).map((q: { document: string }) => q.document)).toEqual(['a.txt'])
  expect({ stderr, status }).toEqual({ stderr: 'kpen: dangling.txt: no such file or folder\n', status: 1 })
})

test('text reads what the other commands read, and writes where they write', () => {
  const target = join(mkdtempSync(join(tmpdir(), 'kpen-')), 'text.txt')
  expect(shell(`kpen text -o ${target} article.txt && cat ${target}`, folder)).toEqual({ status: 0, stdout: ARTICLE, stderr: '' })
  expect(shell('kpen text < article.txt', folder).stdout).toBe(ARTICLE)
  expect(JSON.parse(kpen(['text', '--json', '-'], { input: ARTICLE }).stdout)).toMatchObject({ id: '-', text: ARTICLE })
  expect(kpen(['text']).stderr).toMatch(/^kpen: no input given/)
  expect(kpen(['text', 'nowhere.txt', 'article.txt'], { cwd: folder })).toEqual({ status: 1, stdout: ARTICLE, stderr: 'kpen: nowhere.txt: no such file or folder\n' })
})

test('--names finds, merges and bans; a wrong line is a usage error', () => {
  const names = join(folder, 'names.csv')
  writeFileSync(names, 'name,type,canonical,aliases\nClara Johnson,person,Clara M. Johnson,Mayor J\nWire,BAN,,\n')
  const { stdout } = kpen(['entities', '--json', '--names', names, join(folder, 'article.txt')])
  const found = JSON.parse(stdout) as { name: string }[]
  expect(found.map(e => e.name)).toContain('Clara M. Johnson')
  expect(found.map(e => e.name)).not.toContain('Wire')
  writeFileSync(names, 'name,type\nClara Johnson,king\n')
  const { status, stderr } = kpen(['entities', '--names', names, join(folder, 'article.txt')])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^kpen: .*names\.csv: line 2: /)
})

test('an unreadable file is named', () => {
  if (process.getuid?.() === 0) return
  const path = join(folder, 'locked.txt')
  writeFileSync(path, 'x')
  chmodSync(path, 0)
  expect(kpen(['quotes', path]).stderr).toBe(`kpen: ${path}: cannot be read: EACCES\n`)
})
