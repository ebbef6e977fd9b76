// Learns the weights that pronouns are resolved by, from news whose speakers are annotated:
//     node antecedents.mjs POLNEAR-TRAIN.jsonl WIKINEWS-TRAIN.jsonl > ../data/antecedent-weights.txt
// Each gold source that is he, she, him, his or her with a named speaker is one choice among the persons in mind; a
// log-linear ranker is fitted to these. What was resolved before a pronoun is one of its features, so the fit is
// repeated with the weights of the round before, as the tool reads them from the data file.
import { readFileSync } from 'node:fs'
import { readDocument } from '../../../dist/document/index.js'
import { readLanguage } from '../../../dist/language/index.js'
import { findNames } from '../../../dist/names/tagger/index.js'
import { FEATURES, useWeights } from '../../../dist/names/linking/antecedents.js'
import { linkNames } from '../../../dist/names/linking/index.js'

const ROUNDS = 4, STEPS = 400, DECAY = 0.002
const wordsOf = name => name.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter(w => !/^(jr|sr|ii|iii|iv)$/.test(w)) ?? []
const isName = (gold, got) => { const a = wordsOf(gold), b = wordsOf(got); return a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1) && (a.every(w => b.includes(w)) || b.every(w => a.includes(w)) || a[0][0] === b[0][0]) }
const documents = process.argv.slice(2).flatMap(file => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))).map(d => {
  const document = readDocument(d), language = readLanguage(document), gold = new Map()
  for (const { source, speaker } of d.gold.quotes) {
    if (source?.length && speaker && !speaker.startsWith('?') && /^(?:he|she|him|his|her)$/i.test(d.text.slice(...source[0]))) gold.set(source[0][0], speaker)
  }
  return { document, language, gold, names: gold.size > 0 ? findNames(document, language) : [] }
}).filter(({ gold }) => gold.size > 0)

let weights = new Float64Array(FEATURES.length)
for (let round = 0; round < ROUNDS; round++) {
  if (round > 0) useWeights(weights)
  const choices = []
  for (const { document, language, gold, names } of documents) linkNames(document, language, names, undefined, (site, fitting, rows) => {
    const speaker = gold.get(language.tokens[site.token].start)
    const right = speaker === undefined ? [] : fitting.map(c => isName(speaker, c.draft.name))
    if (right.includes(true) && right.includes(false)) choices.push({ rows, right })
  })
  weights = new Float64Array(FEATURES.length)
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(FEATURES.length)
    let hits = 0
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
    for (let i = 0; i < slope.length; i++) weights[i] += 1.5 * (slope[i] / choices.length - DECAY * weights[i])
    if (step === STEPS - 1) console.error(`round ${round}: ${choices.length} choices, ${(100 * hits / choices.length).toFixed(2)} % right`)
  }
}
process.stdout.write('# How much each feature of a person in mind speaks for it as the antecedent of a pronoun; learnt by train-linking/antecedents.mjs.\n')
FEATURES.forEach((name, i) => process.stdout.write(`${name} ${weights[i].toFixed(3)}\n`))
