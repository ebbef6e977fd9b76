/** Many documents: order, bounded look-ahead, workers, time limits, shares, reports, interruption and resumption. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { inOrder } from '../src/cli/batch.js'
import { parseShard } from '../src/cli/parse.js'
import { hashOf, shareOf } from '../src/cli/shard.js'
import { linesOf } from '../src/input/lines.js'
import { articleLine, articleText } from './support/articles.mjs'
import { BIN, kpen, ROOT } from './support/kpen.js'

const FILTER = ['analyze', '--input-format', 'jsonl', '--format', 'jsonl']
let folder: string, input: string, lines: string[], wanted: string
const at = (name: string): string => join(folder, name)
const records = (output: string): { id: unknown; error?: { code: string } }[] => output.trim().split('\n').map(line => JSON.parse(line))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpen-'))
  // Enough text for workers to be started, and lengths that make them finish out of turn.
  lines = Array.from({ length: 40 }, (_, i) => articleLine(i, i % 7 === 0 ? 30_000 : 5000))
  input = `${lines.join('\n')}\n`
  writeFileSync(at('in.jsonl'), input)
  wanted = kpen([...FILTER, '--jobs', '1', '-'], { input }).stdout
})

const wait = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms) })
async function* counting(count: number, asked: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) {
    asked.push(i)
    yield i
  }
}

describe('the look-ahead', () => {
  const collect = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
    const all: T[] = []
    for await (const one of from) all.push(one)
    return all
  }

  test('gives results in the order of the items, whichever is done first', async () => {
    const started: number[] = []
    const start = async (i: number): Promise<number> => {
      started.push(i)
      await wait(i % 3 === 0 ? 15 : 1)
      return i
    }
    expect(await collect(inOrder(counting(12), start, () => 1, () => ({ items: 4, size: 100 })))).toEqual([...Array(12).keys()])
    expect(started).toEqual([...Array(12).keys()])
  })

  test.each([[{ items: 3, size: 100 }, 3], [{ items: 50, size: 4 }, 4], [{ items: 1, size: 0 }, 1]])('%j is never exceeded', async (room, most) => {
    let begun = 0, used = 0, highest = 0
    const start = async (i: number): Promise<number> => {
      begun++
      highest = Math.max(highest, begun - used)
      return i
    }
    for await (const _ of inOrder(counting(30), start, () => 1, () => room)) {
      await wait(1)
      used++
    }
    expect(highest).toBeLessThanOrEqual(most + 1)
  })

  test('stops reading when its user stops', async () => {
    const asked: number[] = []
    for await (const i of inOrder(counting(1000, asked), async n => n, () => 1, () => ({ items: 2, size: 9 }))) if (i === 3) break
    await wait(5)
    expect(asked.length).toBeLessThan(10)
  })

  test('passes on what goes wrong in the source, after the results before it', async () => {
    const seen: number[] = []
    const broken = async function* (): AsyncGenerator<number> {
      yield 1
      throw new Error('gone')
    }
    await expect((async () => {
      for await (const i of inOrder(broken(), async n => n, () => 1, () => ({ items: 2, size: 9 }))) seen.push(i)
    })()).rejects.toThrow('gone')
    expect(seen).toEqual([1])
  })
})

test('a line that is too long is told apart from its neighbours, without being held', async () => {
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for (const chunk of ['ab\nlong', 'longlong', 'er\r\n', 'cd']) yield Buffer.from(chunk)
  }
  const seen: (string | null)[] = []
  for await (const { bytes } of linesOf(chunks(), 6)) seen.push(bytes && String(bytes))
  expect(seen).toEqual(['ab', null, 'cd'])
})

describe('jobs', () => {
  test.each([
    ['analyze', 'jsonl'], ['quotes', 'json'], ['entities', 'table'],
  ])('%s as %s is the same from one and from two', (command, format) => {
    const [one, two] = ['1', '2'].map(jobs => kpen([command, '--input-format', 'jsonl', '-f', format, '--jobs', jobs, '-'], { input }))
    expect(two).toEqual(one)
    expect(one.status).toBe(0)
    expect(one.stdout.length).toBeGreaterThan(100)
  })

  test('a document that takes too long costs only itself', () => {
    const slow = JSON.stringify({ id: 'slow', text: articleText(1, 15_000_000) })
    const { stdout, stderr, status } = kpen([...FILTER, '--jobs', '2', '--timeout-per-document', '3', '-'], { input: [lines[1], slow, ...lines.slice(2, 6)].join('\n') })
    expect(records(stdout).map(r => r.error?.code ?? r.id)).toEqual(['a1', 'timeout', 'a2', 'a3', 'a4', 'a5'])
    expect(stderr).toBe('kpen: slow: took longer than --timeout-per-document allows: 3 s\n')
    expect(status).toBe(1)
  })

  test('a worker that runs out of memory costs only its document', () => {
    const script = `
      const { createCrew } = await import(${JSON.stringify(`${ROOT}dist/cli/pool.js`)})
      const { settingsOf } = await import(${JSON.stringify(`${ROOT}dist/cli/settings.js`)})
      const { articleText } = await import(${JSON.stringify(`${ROOT}tests/support/articles.mjs`)})
      const settings = settingsOf('analyze', ['-'], { format: 'jsonl', jobs: 2, timeoutPerDocument: 60 })
      const crew = createCrew(settings, { command: 'analyze', mentions: false, explain: false, width: 80, color: false, several: true }, 120)
      const sizes = [1000, 3_000_000, 1000, 1000]
      const done = await Promise.all(sizes.map((size, i) => crew.work({ id: i, text: articleText(i, size) }, false, i + 1)))
      console.log(JSON.stringify(done.map(d => d.code ?? JSON.parse(d.text).id)))
      await crew.close()`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual([0, 'memory', 2, 3])
  })
})

describe('--strict and --report', () => {
  const broken = (): string => [lines[1], '{"id": "x"', lines[2]].join('\n')

  test('--strict stops at the first document that fails', () => {
    const { stdout, stderr, status } = kpen([...FILTER, '--strict', '--report', at('strict.json'), '-'], { input: broken() })
    expect(records(stdout).map(r => r.id)).toEqual(['a1'])
    expect(stderr).toMatch(/^kpen: -:2: is not valid JSON/)
    expect(status).toBe(1)
    expect(JSON.parse(readFileSync(at('strict.json'), 'utf8'))).toMatchObject({ end: 'strict', done: 1, failed: 1 })
  })

  test('--strict leaves no half file behind', () => {
    expect(kpen([...FILTER, '--strict', '-o', at('strict.jsonl'), '-'], { input: broken() }).status).toBe(1)
    expect(existsSync(at('strict.jsonl'))).toBe(false)
  })

  test('--report counts and names what failed', () => {
    expect(kpen([...FILTER, '--report', at('report.json'), '-'], { input: broken() }).status).toBe(1)
    const report = JSON.parse(readFileSync(at('report.json'), 'utf8'))
    expect(report).toMatchObject({ end: 'complete', done: 2, failed: 1, earlier: 0, failures: [{ input: '-:2', code: 'bad-json' }] })
    expect(report.charactersPerSecond).toBeGreaterThan(0)
  })
})

describe('--shard', () => {
  test('deals out every document once, the same way everywhere', () => {
    const shares = ['1/3', '2/3', '3/3'].map(share => kpen([...FILTER, '--shard', share, at('in.jsonl')]).stdout.split('\n').slice(0, -1))
    for (const share of shares) expect(share.length).toBeGreaterThan(10)
    expect(shares.flat().sort()).toEqual(wanted.trim().split('\n').sort())
    expect([hashOf('a1'), hashOf('a2'), hashOf('')]).toEqual([HASHES[0], HASHES[1], HASHES[2]])
  })

  test('a record without an id goes by its place', async () => {
    const items = async function* () { yield { failure: { input: 'x.jsonl:3', code: 'bad-json', message: '', id: null } } as const }
    const found = await Promise.all([1, 2].map(async index => {
      for await (const item of shareOf(items(), { index, count: 2 })) return item
      return null
    }))
    expect(found.filter(Boolean)).toHaveLength(1)
  })

  test.each(['0/3', '4/3', '1', 'a/b', '1/0', '-1/2'])('%s is no share', value => {
    expect(() => parseShard(value, '--shard')).toThrow(/is no share/)
  })
})

describe('--resume', () => {
  const resume = (out: string, ...more: string[]) => kpen(['analyze', '--input-format', 'jsonl', '--jobs', '2', '--resume', out, ...more, at('in.jsonl')])

  test('after kill -9 the result is that of an undisturbed run, and nothing is done twice', async () => {
    const out = at('killed.jsonl')
    let before = 0
    for (const delay of [300, 500, 700, 900]) {
      const child = spawn(process.execPath, [BIN, 'analyze', '--input-format', 'jsonl', '--jobs', '2', '--resume', out, at('in.jsonl')], { stdio: 'ignore' })
      // It may be done before it is killed.
      const gone = new Promise(resolve => child.once('exit', resolve))
      await wait(delay)
      child.kill('SIGKILL')
      await gone
      const now = existsSync(out) ? readFileSync(out, 'utf8').split('\n').length - 1 : 0
      expect(now).toBeGreaterThanOrEqual(before)
      before = now
    }
    expect(resume(out, '--report', at('resumed.json'))).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(out, 'utf8')).toBe(wanted)
    expect(JSON.parse(readFileSync(at('resumed.json'), 'utf8'))).toMatchObject({ done: 40 - before, earlier: before })
  }, 60_000)

  test('a torn last line is cut off, and a complete output is left alone', () => {
    const out = at('torn.jsonl')
    resume(out)
    truncateSync(out, statSync(out).size - 100)
    expect(resume(out).status).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(wanted)
    appendFileSync(out, '{"id":"a40","sou')
    resume(out)
    expect(readFileSync(out, 'utf8')).toBe(wanted)
  })

  test('an output of other options, of another version or of another input is refused and left alone', () => {
    const out = at('other.jsonl')
    writeFileSync(at('first.jsonl'), lines.slice(0, 3).join('\n'))
    kpen(['analyze', '--input-format', 'jsonl', '--resume', out, at('first.jsonl')])
    const before = readFileSync(out, 'utf8')
    expect(resume(out, '--explain')).toMatchObject({ status: 2, stderr: expect.stringContaining('with other options') })
    writeFileSync(at('second.jsonl'), lines.slice(1).join('\n'))
    expect(kpen(['analyze', '--input-format', 'jsonl', '--resume', out, at('second.jsonl')])).toMatchObject({ status: 2, stderr: expect.stringContaining('line 1 is "a0", where the input has "a1"') })
    const place = `${out}.kpen.json`
    writeFileSync(place, readFileSync(place, 'utf8').replace(/"kpen": "[^"]+"/, '"kpen": "0.0.1"'))
    expect(resume(out)).toMatchObject({ status: 2, stderr: expect.stringContaining('another version') })
    expect(readFileSync(out, 'utf8')).toBe(before)
  })

  test('what failed stays failed, also in the exit status', () => {
    const out = at('failed.jsonl'), bad = at('bad.jsonl')
    writeFileSync(bad, `${lines[1]}\n{"id":\n${lines[2]}\n`)
    const [first, second] = [1, 2].map(() => kpen(['analyze', '--input-format', 'jsonl', '--resume', out, bad]))
    expect([first.status, second.status]).toEqual([1, 1])
    expect(second.stderr).toBe('')
  })

  test.each([[['--resume', 'x.jsonl', '-f', 'json']], [['--resume', 'x.jsonl', '-o', 'y.jsonl']]])('%j is a usage error', args => {
    expect(kpen(['analyze', ...args]).status).toBe(2)
  })
})

test('Ctrl-C leaves whole lines', async () => {
  const child = spawn(process.execPath, [BIN, ...FILTER, '--jobs', '2', '-'], { stdio: ['pipe', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', data => {
    output += data
    if (output.length > 50_000) child.kill('SIGINT')
  })
  child.stdin.on('error', () => {})
  child.stdin.write(input)
  const signal = await new Promise(resolve => child.once('close', (_code, by) => resolve(by)))
  expect(signal).toBe('SIGINT')
  expect(output.endsWith('\n')).toBe(true)
  expect(wanted.startsWith(output)).toBe(true)
  expect(output.length).toBeLessThan(wanted.length)
})

test('a slow reader holds up the reading', async () => {
  const child = spawn(process.execPath, [BIN, ...FILTER, '--jobs', '2', '-'], { stdio: ['pipe', 'pipe', 'ignore'] })
  let taken = 0
  child.stdin.on('error', () => {})
  const feed = (async () => {
    for (let i = 0; i < 4000 && !child.stdin.destroyed; i++) {
      if (!child.stdin.write(`${articleLine(i, 20_000)}\n`)) await new Promise(resolve => { child.stdin.once('drain', resolve).once('close', resolve) })
      taken = i
    }
  })()
  // Once it has started, it may take what its look-ahead and the pipes hold, and then no more.
  await wait(4000)
  for (let before = -1; taken > before; await wait(1500)) before = taken
  expect(taken).toBeGreaterThan(0)
  expect(taken).toBeLessThan(500)
  child.kill('SIGKILL')
  child.stdin.destroy()
  child.stdout.destroy()
  await feed
}, 60_000)

test('files and folders take the same path', () => {
  for (const [i, line] of lines.slice(0, 3).entries()) writeFileSync(at(`part${i}.txt`), (JSON.parse(line) as { text: string }).text)
  const names = [0, 1, 2].map(i => at(`part${i}.txt`))
  const [one, two] = ['1', '2'].map(jobs => execFileSync(process.execPath, [BIN, 'quotes', '--json', '--jobs', jobs, ...names], { encoding: 'utf8' }))
  expect(two).toBe(one)
})

/** Written down once: another hash would deal out another share. */
const HASHES = [1622948052, 3300206283, 2872998923]
