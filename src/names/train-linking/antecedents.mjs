// Learns the weights that pronouns and nominals are resolved by, from news whose speakers are annotated:
//     node antecedents.mjs POLNEAR-TRAIN.jsonl WIKINEWS-TRAIN.jsonl
// It writes ../data/antecedent-weights.txt and ../data/nominal-weights.txt. Each gold source that is a pronoun or a
// definite noun phrase is one choice among the entities in mind, and for a noun phrase "no one"; a log-linear ranker is
// fitted to these. What was resolved before is one of the features, so the fit is repeated with the weights of the round
// before.
import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../../../dist/document/index.js'
import { readLanguage } from '../../../dist/language/index.js'
import { findNames } from '../../../dist/names/tagger/index.js'
import { pronounRanker } from '../../../dist/names/linking/antecedents.js'
import { nominalRanker } from '../../../dist/names/linking/nominals.js'
import { linkNames } from '../../../dist/names/linking/index.js'

const ROUNDS = 4, STEPS = 400, DECAY = 0.002
const wordsOf = name => name.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter(w => !/^(jr|sr|ii|iii|iv)$/.test(w)) ?? []
const isName = (gold, got) => { const a = wordsOf(gold), b = wordsOf(got); return a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1) && (a.every(w => b.includes(w)) || b.every(w => a.includes(w)) || a[0][0] === b[0][0]) }
const documents = process.argv.slice(2).flatMap(file => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))).map(d => {
  const document = readDocument(d), language = readLanguage(document), gold = new Map()
  for (const { source, speaker } of d.gold.quotes) {
    if (source?.length && speaker && /^(?:(?:he|she|him|his|her)$|the\s)/i.test(d.text.slice(...source[0]))) gold.set(source[0][0], speaker)
  }
  return { document, language, gold, names: gold.size > 0 ? findNames(document, language) : [] }
}).filter(({ gold }) => gold.size > 0)

function fit(choices, size) {
  const weights = new Float64Array(size)
  let hits = 0
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(size)
    hits = 0
    for (const { rows, right } of choices) {
      const scores = rows.map(row => row.reduce((sum, x, i) => sum + x * weights[i], 0)), top = Math.max(...scores)
      const parts = scores.map(s => Math.exp(s - top)), total = parts.reduce((a, b) => a + b, 0)
      const good = parts.reduce((a, b, i) => a + (right[i] ? b : 0), 0)
      if (right[scores.indexOf(top)]) hits++
      rows.forEach((row, k) => {
        const pull = (right[k] ? parts[k] / good : 0) - parts[k] / total
        for (let i = 0; i < row.length; i++) slope[i] += pull * row[i]
      })
    }
    for (let i = 0; i < size; i++) weights[i] += 1.5 * (slope[i] / choices.length - DECAY * weights[i])
  }
  return { weights, hits }
}

const rankers = { pronoun: pronounRanker, nominal: nominalRanker }
for (const ranker of Object.values(rankers)) ranker.use(new Float64Array(ranker.features.length))
for (let round = 0; round < ROUNDS; round++) {
  const choices = { pronoun: [], nominal: [] }
  for (const { document, language, gold, names } of documents) linkNames(document, language, names, undefined, (kind, token, fitting, rows) => {
    const speaker = gold.get(language.tokens[token].start)
    if (speaker === undefined) return
    const right = fitting.map(c => !speaker.startsWith('?') && isName(speaker, c.draft.name))
    if (kind === 'nominal') right.push(!right.includes(true))
    if (right.includes(true) && right.includes(false)) choices[kind].push({ rows, right })
  })
  for (const [kind, ranker] of Object.entries(rankers)) {
    const { weights, hits } = fit(choices[kind], ranker.features.length)
    ranker.use(weights)
    console.error(`round ${round}, ${kind}: ${choices[kind].length} choices, ${(100 * hits / choices[kind].length).toFixed(2)} % right`)
    if (round < ROUNDS - 1) continue
    const file = new URL(`../data/${kind === 'pronoun' ? 'antecedent' : 'nominal'}-weights.txt`, import.meta.url)
    writeFileSync(file, `# How much each feature speaks for a candidate as what a ${kind} means; learnt by train-linking/antecedents.mjs.\n${ranker.features.map((name, i) => `${name} ${weights[i].toFixed(3)}\n`).join('')}`)
  }
}
