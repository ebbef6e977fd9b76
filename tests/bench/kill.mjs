/**
 * node tests/bench/kill.mjs [SEED]: `kill -9` at ten moments drawn by lot, each time gone on with by --resume. Checks that the
 * result equals an undisturbed run byte for byte, and that no document whose line was whole is read again.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleLine } from '../support/articles.mjs'

const DOCUMENTS = 400, MOMENTS = 10, STARTING_MS = 400, seed = Number(process.argv[2] ?? 1)
let state = seed
/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
const lot = () => {
  state = (state + 0x6d2b79f5) | 0
  const a = Math.imul(state ^ (state >>> 15), 1 | state), b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a
  return ((b ^ (b >>> 14)) >>> 0) / 2 ** 32
}
const folder = mkdtempSync(join(tmpdir(), 'kpen-')), at = name => join(folder, name)
writeFileSync(at('in.jsonl'), Array.from({ length: DOCUMENTS }, (_, i) => `${articleLine(i, 500 + 4000 * lot())}\n`).join(''))

const sizeOf = path => (existsSync(path) ? statSync(path).size : 0)
const wholeLines = path => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [])

/** Starts a run; resolves to the ids that it says to have read. `kill` is called again and again until the run has ended. */
function run(out, kill = () => false) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../bin/kpen.js', import.meta.url)), 'analyze', '--input-format', 'jsonl', '--verbose', '--jobs', '2', '--resume', out, at('in.jsonl')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let notes = ''
  child.stderr.on('data', data => { notes += data })
  const watch = setInterval(() => { if (kill()) child.kill('SIGKILL') }, 1)
  return new Promise(resolve => {
    child.on('close', (_status, signal) => {
      clearInterval(watch)
      resolve({ killed: signal === 'SIGKILL', read: [...notes.matchAll(/^kpen: (a\d+): read/gm)].map(([, id]) => id) })
    })
  })
}

await run(at('whole.jsonl'))
const wanted = readFileSync(at('whole.jsonl'), 'utf8'), out = at('out.jsonl')
// Moments in the middle of the work are drawn as places in the output, so that they do not depend on the machine; two are in the start.
const places = Array.from({ length: MOMENTS - 2 }, () => 0.9 * lot() * wanted.length).sort((a, b) => a - b)
const moments = [null, ...places.slice(0, 4), null, ...places.slice(4)]
let killed = 0, twice = 0, wrong = 0
for (const place of moments) {
  const before = new Set(wholeLines(out).map(line => JSON.parse(line).id)), start = performance.now(), delay = lot() * (place === null ? STARTING_MS : 20)
  let reached = place === null ? start : Infinity
  const attempt = await run(out, () => {
    const now = performance.now()
    if (reached === Infinity && sizeOf(out) >= place) reached = now
    return now - reached >= delay
  })
  if (attempt.killed) killed++
  twice += attempt.read.filter(id => before.has(id)).length
  if (!wanted.startsWith(wholeLines(out).map(line => `${line}\n`).join(''))) wrong++
}
const before = new Set(wholeLines(out).map(line => JSON.parse(line).id)), last = await run(out)
twice += last.read.filter(id => before.has(id)).length
const equal = readFileSync(out, 'utf8') === wanted
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ seed, documents: DOCUMENTS, killed, wrong, twice, resumed: before.size, done: last.read.length, equal }))
process.exitCode = equal && wrong === 0 && twice === 0 && before.size + last.read.length === DOCUMENTS ? 0 : 1
