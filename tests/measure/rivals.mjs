// kpen beside others on the same articles: npm run measure -- SET.jsonl...   (sets: see convert.mjs)
// Others are run where they are installed: compromise (npm install --no-save compromise), spaCy (PYTHON names
// the interpreter, SPACY_MODELS its models or their folders) with textacy's quotes.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { naive } from './naive.mjs'
import { byId, lineOf, readLines, score } from './score.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const python = process.env.PYTHON ?? 'python3'
const models = (process.env.SPACY_MODELS ?? 'en_core_web_sm en_core_web_md').split(' ')

/** Runs a filter of JSON Lines; throws where it fails. */
function filter(command, args, documents) {
  const input = documents.map(({ gold: _gold, ...document }) => `${JSON.stringify(document)}\n`).join('')
  const { stdout, stderr, status, error } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (error || status !== 0) throw new Error(stderr?.trim().split('\n').at(-1) || error?.message)
  return readLines(stdout)
}

/** compromise's people, organisations and places. */
async function compromise(documents) {
  const { default: nlp } = await import('compromise')
  return documents.map(({ id, text }) => {
    const own = (type, found) => found.json({ offset: true }).map(({ text: words, offset: { start } }) => {
      const name = words.replace(/^\W+|\W+$/g, ''), from = text.indexOf(name, start)
      return { type, mentions: [{ start: from, end: from + name.length }] }
    })
    const read = nlp(text)
    return { id, entities: [...own('PERSON', read.people()), ...own('ORG', read.organizations()), ...own('GPE', read.places())] }
  })
}

const SYSTEMS = {
  kpen: documents => filter(process.execPath, [here('../../bin/kpen.js'), 'analyze', '--quiet', '--input-format', 'jsonl', '--format', 'jsonl', '-'], documents),
  'a regular expression': documents => documents.map(naive),
  compromise,
  ...Object.fromEntries(models.map(model => [`spaCy ${model}`, documents => filter(python, [here('rivals.py'), model], documents)])),
}

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run measure -- SET.jsonl... (tests/measure/README.md tells where sets are)')
  process.exitCode = 2
}
for (const file of files) {
  const documents = readLines(readFileSync(file, 'utf8'))
  console.log(`${basename(file, '.jsonl')}: ${documents.length} documents`)
  for (const [name, run] of Object.entries(SYSTEMS)) {
    try {
      const findings = await run(documents), kinds = new Set(findings.flatMap(Object.keys))
      const figures = Object.entries(score(documents, byId(findings))).filter(([task]) => kinds.has(task === 'names' ? 'entities' : task))
      console.log(`  ${name.padEnd(30)} ${figures.length > 0 ? lineOf(Object.fromEntries(figures)) : 'finds nothing of the kind'}`)
    } catch (error) {
      console.log(`  ${name.padEnd(30)} not run: ${error.message.split('\n')[0]}`)
    }
  }
}
