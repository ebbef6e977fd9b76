// Learns the weights that pronouns and nominals are resolved by, from news whose speakers are annotated:
//     npm run train:linking -- DATA_FOLDER          reads DATA_FOLDER/quotes/*-train.jsonl
// It writes ../data/antecedent-weights.txt and ../data/nominal-weights.txt; the same data give the same files. Each gold
// source that is a pronoun or a definite noun phrase is one choice among the entities in mind and "no one"; a log-linear
// ranker is fitted to these. What was resolved before is one of the features, so the fit is repeated with the weights of
// the round before. Printed is what every fifth article, held back from the fit, gets by threshold.
import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../../../dist/document/index.js'
import { readLanguage } from '../../../dist/language/index.js'
import { findNames } from '../../../dist/names/tagger/index.js'
import { pronounRanker } from '../../../dist/names/linking/antecedents.js'
import { nominalRanker } from '../../../dist/names/linking/nominals.js'
import { linkNames } from '../../../dist/names/linking/index.js'

const ROUNDS = 4, STEPS = 300, RATE = 0.8, MOMENTUM = 0.9, DECAY = { pronoun: 0.0015, nominal: 0.0025 }, FOLDS = 5
const FILES = { pronoun: 'antecedent-weights.txt', nominal: 'nominal-weights.txt' }
const wordsOf = name => name.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter(w => !/^(jr|sr|ii|iii|iv)$/.test(w)) ?? []
/** Names alike, in whatever order: "Labor Department", "Department of Labor". */
const sorted = words => words.filter(w => !/^(of|the|for|and)$/.test(w)).sort().join(' ')
const isName = (gold, got) => { const a = wordsOf(gold), b = wordsOf(got); return a.length > 0 && b.length > 0 && (sorted(a) === sorted(b) || a.at(-1) === b.at(-1) && (a.every(w => b.includes(w)) || b.every(w => a.includes(w)) || a[0][0] === b[0][0])) }
const REFERENCE = /^(?:(?:he|she|him|his|her|it)$|the\s)/i

const folder = process.argv[2]
const documents = ['polnear-train', 'wikinews-train'].flatMap(name => readFileSync(`${folder}/quotes/${name}.jsonl`, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))).map((d, n) => {
  const document = readDocument(d), language = readLanguage(document), gold = new Map()
  for (const { source, speaker } of d.gold.quotes) if (source?.length && speaker && REFERENCE.test(d.text.slice(...source[0]))) gold.set(source[0][0], speaker)
  return { document, language, gold, fold: n % FOLDS, names: gold.size > 0 ? findNames(document, language) : [] }
}).filter(({ gold }) => gold.size > 0)

/** Fits weights to choices, each with its rows as lists of places and values. */
function fit(choices, size, decay) {
  const weights = new Float64Array(size), speed = new Float64Array(size), slope = new Float64Array(size)
  for (let step = 0; step < STEPS; step++) {
    slope.fill(0)
    for (const { rows, right } of choices) {
      const { parts, total } = sharesOf(rows, weights)
      let good = 0
      parts.forEach((part, k) => { if (right[k]) good += part })
      rows.forEach(({ at, value }, k) => {
        const pull = (right[k] ? parts[k] / good : 0) - parts[k] / total
        for (let i = 0; i < at.length; i++) slope[at[i]] += pull * value[i]
      })
    }
    for (let i = 0; i < size; i++) {
      speed[i] = MOMENTUM * speed[i] + (1 - MOMENTUM) * RATE * (slope[i] / choices.length - decay * weights[i])
      weights[i] += speed[i]
    }
  }
  return weights
}

function sharesOf(rows, weights) {
  const scores = rows.map(({ at, value }) => at.reduce((sum, place, i) => sum + value[i] * weights[place], 0)), top = Math.max(...scores)
  const parts = scores.map(score => Math.exp(score - top))
  return { parts, total: parts.reduce((a, b) => a + b, 0) }
}

/** What choices get by threshold: how many have a name to find, are given one, and rightly. */
function judge(choices, weightsOf) {
  return [0, 0.4, 0.5, 0.6, 0.7, 0.8].map(sure => {
    let named = 0, given = 0, right = 0
    for (const choice of choices) {
      const { parts, total } = sharesOf(choice.rows, weightsOf(choice)), best = parts.indexOf(Math.max(...parts))
      if (choice.named) named++
      if (best === parts.length - 1 || parts[best] / total < sure) continue
      given++
      if (choice.right[best]) right++
    }
    return `${sure}: ${(100 * right / named).toFixed(1)} of ${named} named, ${(100 * right / given).toFixed(1)} right of ${given} given`
  }).join('\n    ')
}

const rankers = { pronoun: pronounRanker, nominal: nominalRanker }
for (const ranker of Object.values(rankers)) ranker.use(new Float64Array(ranker.features.length))
for (let round = 0; round < ROUNDS; round++) {
  const choices = { pronoun: [], nominal: [] }
  for (const { document, language, gold, names, fold } of documents) linkNames(document, language, names, undefined, (kind, token, fitting, rows) => {
    const speaker = gold.get(language.tokens[token].start)
    if (speaker === undefined) return
    const right = fitting.map(c => !speaker.startsWith('?') && isName(speaker, c.draft.name))
    // A speaker whom the names have missed or misnamed tells nothing of pronouns.
    const { lower } = language.tokens[token]
    if (lower !== 'the' && !speaker.startsWith('?') && !right.includes(true)) return
    right.push(!right.includes(true))
    const sparse = rows.map(row => { const at = []; row.forEach((x, i) => { if (x !== 0) at.push(i) }); return { at, value: at.map(i => row[i]) } })
    choices[kind].push({ rows: sparse, right, named: !speaker.startsWith('?'), fold, group: fitting[0].draft.type !== 'PERSON' ? (lower === 'it' ? 'it' : 'group') : 'person' })
  })
  for (const [kind, ranker] of Object.entries(rankers)) {
    const own = choices[kind], size = ranker.features.length, weights = fit(own, size, DECAY[kind])
    ranker.use(weights)
    if (round < ROUNDS - 1) continue
    const folds = Array.from({ length: FOLDS }, (_, fold) => fit(own.filter(choice => choice.fold !== fold), size, DECAY[kind]))
    for (const group of new Set(own.map(choice => choice.group))) console.log(`${kind}, ${group}\n    ${judge(own.filter(choice => choice.group === group), choice => folds[choice.fold])}`)
    const file = new URL(`../data/${FILES[kind]}`, import.meta.url)
    writeFileSync(file, `# How much each feature speaks for a candidate as what a ${kind} means; learnt by train-linking/references.mjs.\n${ranker.features.map((name, i) => `${name} ${weights[i].toFixed(3)}\n`).join('')}`)
  }
}
