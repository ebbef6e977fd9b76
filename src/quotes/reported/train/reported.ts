/**
 * Learns the cue lexicon and the weights of the reported clauses:
 *
 *   node dist/quotes/reported/train/reported.js DATA_FOLDER [OUTPUT_FOLDER]
 *
 * DATA_FOLDER holds quotes/polnear-train.jsonl and quotes/wikinews-train.jsonl; the files go to src/quotes/reported/data.
 * Deterministic: the same data give the same files.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUCKETS } from '../features.js'
import { SCALE, packWeights } from '../model.js'
import { lexiconOf } from '../words.js'
import { countCues, readArticles } from './gold.js'
import { acceptances, choicesOf } from './choices.js'
import { learn } from './learn.js'

/** Wikinews articles are fewer than PolNeAR's and count more, so that neither style rules. */
const WIKINEWS_WEIGHT = 6
const LEAST_SEEN = 2

const [data, output = fileURLToPath(new URL('../../../../src/quotes/reported/data/', import.meta.url))] = process.argv.slice(2)
const articles = [
  ...readArticles(join(data, 'quotes/polnear-train.jsonl'), 1),
  ...readArticles(join(data, 'quotes/wikinews-train.jsonl'), WIKINEWS_WEIGHT),
]
const { lexicon: forms, headOf } = countCues(articles, LEAST_SEEN), lexicon = lexiconOf(forms)
const choices = articles.flatMap(article => choicesOf(article, lexicon, headOf))
const judged = [0, 1].flatMap(fold => {
  const weights = learn(articles.flatMap((article, i) => (i % 2 === fold ? [] : choicesOf(article, lexicon, headOf))), BUCKETS)
  return articles.flatMap((article, i) => (i % 2 === fold ? acceptances(article, lexicon, weights) : []))
})
const weights = learn([...choices, ...judged], BUCKETS)
const stored = Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round(weight * SCALE))))
writeFileSync(join(output, 'cues.txt'), `# form and lemma of the cues, counted from the training articles\n${[...forms].map(pair => pair.join('\t')).join('\n')}\n`)
writeFileSync(join(output, 'weights.bin'), packWeights(stored))
process.stdout.write(`${forms.size} cues, ${choices.length} choices, ${judged.length} readings judged, ${stored.filter(w => w !== 0).length} weights\n`)
