/**
 * node tests/bench/large.mjs [COUNT]: 20,000 documents of which 1 % must fail and 1 % are hard but must be answered. Checks
 * that every document has its line in its place, that exactly those fail that must, and that the exit status is 1.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { articleLine, articleText } from '../support/articles.mjs'

const count = Number(process.argv[2] ?? 20_000)
const record = (i, text) => Buffer.from(JSON.stringify({ id: `a${i}`, text }))
const LONG = Buffer.alloc(65 * 1024 * 1024, 'x')

/** Documents that must fail, in turn; `null` for the id where the line does not give one. A line over 64 MB comes once in 40. */
const BROKEN = [
  { code: 'bad-json', line: i => Buffer.from(`{"id":"a${i}","text":"cut off`) },
  { code: 'encoding', line: i => Buffer.concat([Buffer.from(`{"id":"a${i}","text":"`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]) },
  { code: 'bad-record', line: i => Buffer.from(`{"id":"a${i}","title":"no text"}`) },
  { code: 'bad-record', line: () => Buffer.from('[1,2,3]') },
]
const TOO_LONG = { code: 'line-too-long', line: () => LONG }
const HARD = [
  i => record(i, '"'.repeat(100_000)),
  i => record(i, `Ann Lee said "${'a'.repeat(1_000_000)}" on Monday.`),
  i => record(i, Array.from({ length: 5000 }, (_, k) => String.fromCharCode(k % 160)).join('')),
  i => record(i, '“He said “she said ”'.repeat(5000)),
  i => record(i, ''),
]
const HUGE = i => record(i, articleText(i, 5_000_000))

const failing = i => (i % 100 !== 50 ? null : i % 4000 === 50 ? TOO_LONG : BROKEN[(i / 100 | 0) % BROKEN.length])
const lineOf = i => failing(i)?.line(i) ?? (i % 100 === 75 ? (i % 4000 === 75 ? HUGE(i) : HARD[(i / 100 | 0) % HARD.length](i)) : Buffer.from(articleLine(i, 1500)))

const folder = mkdtempSync(join(tmpdir(), 'kpen-')), report = join(folder, 'report.json')
const child = spawn(process.execPath, [fileURLToPath(new URL('../../bin/kpen.js', import.meta.url)), 'analyze', '--input-format', 'jsonl', '-f', 'jsonl', '--quiet', '--report', report, '-'], { stdio: ['pipe', 'pipe', 'pipe'] })
let errors = 0, wrong = 0, seen = 0
createInterface({ input: child.stderr }).on('line', () => { errors++ })
const reading = (async () => {
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, error } = JSON.parse(line), bad = failing(seen)
    if (error?.code !== bad?.code || (!bad && id !== `a${seen}`)) {
      if (wrong++ < 5) console.log(`document ${seen}: ${line.slice(0, 200)}`)
    }
    seen++
  }
})()
const status = new Promise(resolve => { child.on('close', resolve) })
for (let i = 0; i < count; i++) for (const piece of [lineOf(i), '\n']) if (!child.stdin.write(piece)) await new Promise(resolve => { child.stdin.once('drain', resolve) })
child.stdin.end()
await reading
const must = Array.from({ length: count }, (_, i) => failing(i)).filter(Boolean).length, code = await status
const { done, failed, seconds, documentsPerSecond, charactersPerSecond } = JSON.parse(readFileSync(report, 'utf8'))
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ documents: seen, done, failed, mustFail: must, errorLines: errors, wrong, status: code, seconds, documentsPerSecond, charactersPerSecond }))
process.exitCode = wrong === 0 && seen === count && failed === must && errors === must && code === 1 ? 0 : 1
