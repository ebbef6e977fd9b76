/**
 * Learns what the quotes room ships: `npm run train:quotes -- DATA_FOLDER` reads DATA_FOLDER/quotes/*-train.jsonl and
 * writes src/quotes/data/attribution.tsv and confidence.tsv. The same data give the same file.
 */
import { writeFileSync } from 'node:fs'
import { casesOf, fit, reliability } from './calibration.js'
import { examplesOf, readArticle, readArticles, type Example } from './examples.js'
import { accuracy, learn } from './ranker.js'

const folder = process.argv[2]
const FOLDS = 5
/** Weights smaller than this are left out of the file. */
const LEAST_WEIGHT = 0.06

/** Open news is less, so it counts twice. */
const articles = [...readArticles(folder, 'polnear-train').map(article => readArticle(article, 1)), ...readArticles(folder, 'wikinews-train').map(article => readArticle(article, 2))]
const byArticle: Example[][] = articles.map(examplesOf)
const heldBack = byArticle.filter((_, i) => i % FOLDS === 0).flat(), rest = byArticle.filter((_, i) => i % FOLDS !== 0).flat()
const trial = learn(rest)
process.stdout.write(`${rest.length} stretches learnt ${(100 * accuracy(rest, trial)).toFixed(2)}, ${heldBack.length} held back ${(100 * accuracy(heldBack, trial)).toFixed(2)}\n`)
const cases = casesOf(articles.filter((_, i) => i % FOLDS === 0), trial), calibration = fit(cases)
process.stdout.write(`${reliability(cases, calibration).join('\n')}\n`)
const place = (name: string): URL => new URL(`../../../src/quotes/data/${name}`, import.meta.url)
writeFileSync(place('confidence.tsv'), [...calibration].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([name, value]) => `${name}\t${value.toFixed(3)}\n`).join(''))
const weights = learn(byArticle.flat())
const lines = [...weights].filter(([, w]) => Math.abs(w) >= LEAST_WEIGHT).map(([feature, w]) => `${feature}\t${w.toFixed(2)}`)
writeFileSync(place('attribution.tsv'), `${lines.join('\n')}\n`)
process.stdout.write(`${lines.length} weights\n`)
