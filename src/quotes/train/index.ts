/**
 * Learns what the quotes room ships: `npm run train:quotes -- DATA_FOLDER` reads DATA_FOLDER/quotes/*-train.jsonl and
 * writes src/quotes/data/attribution.tsv and confidence.tsv. The same data give the same file.
 */
import { writeFileSync } from 'node:fs'
import { articleOf, countCues } from '../reported/train/gold.js'
import { WIKINEWS_WEIGHT, weightsOf } from '../reported/train/weights.js'
import { lexiconOf } from '../reported/words.js'
import { casesOf, fit, reliability } from './calibration.js'
import { examplesOf, readArticles, type Example } from './examples.js'
import { accuracy, learn } from './ranker.js'

const folder = process.argv[2]
const FOLDS = 4
/** Weights smaller than this are left out of the file. */
const LEAST_WEIGHT = 0.06
const LEAST_CUES = 2

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
/** Open news is less, so it counts twice. */
const articles = [...readArticles(folder, 'polnear-train', 1), ...readArticles(folder, 'wikinews-train', 2)]
const byArticle: Example[][] = articles.map(examplesOf)
const reported = articles.map(({ id, gold, document, language, times }) => articleOf({ id, gold: { quotes: gold } }, document, language, times > 1 ? WIKINEWS_WEIGHT : 1))
const { lexicon: forms, headOf } = countCues(reported, LEAST_CUES), lexicon = lexiconOf(forms)
// What is held back is read with weights that never saw it: so sure the tool is of articles new to it.
const cases = Array.from({ length: FOLDS }, (_, fold) => {
  const rest = byArticle.filter((_, i) => i % FOLDS !== fold).flat(), weights = learn(rest), heldBack = byArticle.filter((_, i) => i % FOLDS === fold).flat()
  say(`${rest.length} stretches learnt ${(100 * accuracy(rest, weights)).toFixed(2)}, ${heldBack.length} held back ${(100 * accuracy(heldBack, weights)).toFixed(2)}`)
  const clauses = weightsOf(reported.filter((_, i) => i % FOLDS !== fold), lexicon, headOf).weights
  return casesOf(articles.filter((_, i) => i % FOLDS === fold), weights, clauses, fold)
}).flat()
const calibration = fit(cases)
reliability(cases, calibration).forEach(say)
const place = (name: string): URL => new URL(`../../../src/quotes/data/${name}`, import.meta.url)
writeFileSync(place('confidence.tsv'), [...calibration].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([name, value]) => `${name}\t${value.toFixed(3)}\n`).join(''))
const weights = learn(byArticle.flat())
const lines = [...weights].filter(([, w]) => Math.abs(w) >= LEAST_WEIGHT).map(([feature, w]) => `${feature}\t${w.toFixed(2)}`)
writeFileSync(place('attribution.tsv'), `${lines.join('\n')}\n`)
say(`${lines.length} weights`)
