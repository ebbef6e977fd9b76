/**
 * npm run bench [-- OUT.json [TEXTS.jsonl [PART]]]: the speed of kpen as ratios, each taken within one run. Prints a table
 * and writes JSON. TEXTS.jsonl gives articles ("text") to read in place of made-up ones ('' for those). PART is one of
 * stages, cold, formats, batches, memory, longest, resume, large; all without it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { analyze } from '../../dist/analyze.js'
import { findDates } from '../../dist/dates/index.js'
import { readDocument } from '../../dist/document/index.js'
import { readLanguage } from '../../dist/language/index.js'
import { findCast } from '../../dist/names/index.js'
import { findQuotes } from '../../dist/quotes/index.js'
import { articleLine, articleText } from '../support/articles.mjs'
import { quickest, ratioOf, runCommand } from './measure.mjs'

const [out = 'bench.json', texts = '', part] = process.argv.slice(2)
const require = createRequire(import.meta.url), node = process.execPath
const file = name => fileURLToPath(new URL(name, import.meta.url))
const kpen = file('../../bin/kpen.js'), filter = jobs => [kpen, 'analyze', '--input-format', 'jsonl', '-f', 'jsonl', '--jobs', String(jobs), '-']
const rows = []
const row = (name, value, unit, bar = '') => {
  rows.push({ name, value: Number(value.toPrecision(4)), unit, bar })
  console.log(`${name.padEnd(56)} ${String(Number(value.toPrecision(4))).padStart(9)} ${unit.padEnd(12)} ${bar}`)
}

function stages() {
  const articles = texts ? readFileSync(texts, 'utf8').trim().split('\n').map(line => JSON.parse(line).text).slice(0, 400) : Array.from({ length: 300 }, (_, i) => articleText(i))
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
  const ready = articles.map((text, i) => {
    const document = readDocument({ id: i, text }), language = readLanguage(document)
    return { document, language, cast: findCast(document, language), dates: findDates(document, language) }
  })
  const tokens = ready.reduce((sum, { language }) => sum + language.tokens.length, 0)
  const ms = quickest({
    wink: () => { for (const text of articles) wink.readDoc(text) },
    language: () => { for (const { document } of ready) readLanguage(document) },
    names: () => { for (const { document, language } of ready) findCast(document, language) },
    dates: () => { for (const { document, language } of ready) findDates(document, language) },
    quotes: () => { for (const { document, language, cast, dates } of ready) findQuotes(document, language, cast, dates) },
    all: () => { articles.forEach((text, id) => analyze({ id, text })) },
  })
  row('bare wink-nlp (sbd, pos)', tokens / ms.wink * 1000, 'tokens/s')
  row('full analysis', tokens / ms.all * 1000, 'tokens/s')
  row('full analysis against bare wink-nlp', ms.wink / ms.all, 'x', '>= 0.25')
  for (const [name, bar] of [['language', ''], ['names', '<= 1.8'], ['dates', '<= 0.4'], ['quotes', '<= 0.7']]) row(`  ${name}, of bare wink-nlp's time`, ms[name] / ms.wink, 'x', bar)
  return { articles, tokensPerSecond: tokens / ms.all * 1000 }
}

/** spaCy's small model over the same articles, where Python has both. */
function spacy({ articles, tokensPerSecond }) {
  const script = 'import sys,json,time,spacy\nn=spacy.load("en_core_web_sm")\nt=json.load(sys.stdin)\nn(t[0])\ns=time.process_time()\nprint(sum(len(n(x)) for x in t)/(time.process_time()-s))'
  const { status, stdout } = spawnSync('python3', ['-c', script], { input: JSON.stringify(articles.slice(0, 60)), encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1' } })
  if (status !== 0) return console.log('spaCy with en_core_web_sm is not installed: not compared')
  row('full analysis against spaCy sm, one core', tokensPerSecond / Number(stdout), 'x', '>= 20')
}

function* megabytes(count, length = 2500) {
  for (let i = 0, left = count * 1e6; left > 0; i++) {
    const line = `${articleLine(i, length)}\n`
    left -= line.length
    yield line
  }
}

async function batches() {
  const start = await runCommand(node, filter(1), { input: megabytes(0.001) })
  const small = await runCommand(node, filter(1), { input: megabytes(1) })
  const large = await runCommand(node, filter(1), { input: megabytes(10) })
  row('10 MB against 1 MB', large.seconds / small.seconds, 'x', '<= 11')
  // Workers start up beside each other: their start is taken off as one more start of the process.
  const two = await runCommand(node, filter(2), { input: megabytes(10) })
  row('1 job against 2 jobs, 10 MB, start-up off', (large.seconds - start.seconds) / (two.seconds - 2 * start.seconds), 'x', '>= 1.5')
}

function* documents(count) {
  for (let i = 0; i < count; i++) yield `${articleLine(i, 1000)}\n`
}

async function memory() {
  const few = await runCommand(node, filter(1), { input: documents(1000) }), many = await runCommand(node, filter(1), { input: documents(20_000) })
  row('peak memory at 1,000 documents', few.peakMb, 'MB')
  row('peak memory at 20,000 documents', many.peakMb, 'MB')
  row('20,000 documents against 1,000', many.peakMb / few.peakMb, 'x', '<= 1.15')
}

/** A line of just under 64 MB between two short ones. */
async function longest() {
  const lines = [articleLine(0), articleLine(1, 65_000_000), articleLine(2)]
  const { status, seconds, peakMb } = await runCommand(node, filter(2), { input: lines.map(line => `${line}\n`) })
  row(`a line of ${(lines[1].length / 2 ** 20).toFixed(1)} MB`, seconds, 's')
  row('  its peak memory', peakMb, 'MB')
  row('  exit status', status, '', '= 0')
}

/** What a script that checks and prints a line of JSON found. */
const found = name => JSON.parse(spawnSync(node, [file(name)], { encoding: 'utf8' }).stdout.trim().split('\n').at(-1))

function resume() {
  const { killed, wrong, twice, equal } = found('kill.mjs')
  row('kill -9, each time resumed', killed, 'times', '= 10')
  row('  documents read again', twice, '', '= 0')
  row('  outputs that differ from an undisturbed run', wrong + (equal ? 0 : 1), '', '= 0')
}

function large() {
  const { documents, done, failed, mustFail, wrong, charactersPerSecond } = found('large.mjs')
  row(`${documents} documents, broken and hard ones among them`, charactersPerSecond, 'characters/s')
  row('  answered', done / documents, 'of all', '>= 0.99')
  row('  failed, of those that must', failed / mustFail, 'of them', '= 1')
  row('  wrong lines', wrong, '', '= 0')
}

async function coldStarts() {
  const entities = await ratioOf(() => runCommand(node, [kpen, 'entities']), () => runCommand(node, [file('bare.cjs')]))
  row('kpen entities on the seed', entities.a * 1000, 'ms')
  row('kpen entities against a bare script with wink-nlp', entities.ratio, 'x', '<= 1.15')
  const help = await ratioOf(() => runCommand(node, [kpen, '--help']), () => runCommand(node, ['-e', '0']))
  row('kpen --help', help.a * 1000, 'ms')
  row('kpen --help against node -e 0', help.ratio, 'x', '<= 1.5')
}

/** What the libraries of an input or output format cost a cold start: the same article as text, and printed as jsonl. */
async function formats() {
  const folder = mkdtempSync(join(tmpdir(), 'kpen-')), made = (name, content) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const start = (...args) => () => runCommand(node, [kpen, ...args])
  const against = async (name, own, plain) => {
    const { a, ratio } = await ratioOf(own, plain, 5)
    row(name, a * 1000, 'ms')
    row('  against the plainest', ratio, 'x')
  }
  const article = spawnSync(node, [kpen, 'text', file('../fixtures/bridge.html')], { encoding: 'utf8' }).stdout, text = made('a.txt', article)
  const inputs = {
    'txt.gz': gzipSync(article), jsonl: JSON.stringify({ text: article }), csv: `text\n"${article.replaceAll('"', '""')}"\n`, tsv: `text\n"${article.replaceAll('"', '""')}"\n`,
    ...Object.fromEntries(['html', 'docx', 'pdf'].map(name => [name, readFileSync(file(`../fixtures/bridge.${name}`))])),
  }
  for (const [name, content] of Object.entries(inputs)) await against(`kpen entities on ${name}`, start('entities', made(`a.${name}`, content)), start('entities', text))
  for (const name of ['table', 'html', 'conll', 'tei']) await against(`kpen analyze to ${name}`, start('analyze', '-f', name, text), start('analyze', '-f', 'jsonl', text))
  for (const name of ['csv', 'markdown']) await against(`kpen quotes to ${name}`, start('quotes', '-f', name, text), start('quotes', '-f', 'jsonl', text))
  rmSync(folder, { recursive: true })
}

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

const parts = { stages: () => spacy(stages()), cold: coldStarts, formats, batches, memory, longest, resume, large }
for (const [name, measure] of Object.entries(parts)) if (part === undefined || part === name) await measure()
writeFileSync(out, `${JSON.stringify({ node: process.version, commit: commit(), rows }, null, 2)}\n`)
console.log(`written to ${out}`)
