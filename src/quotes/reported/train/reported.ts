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
import { packWeights } from '../model.js'
import { lexiconOf } from '../words.js'
import { countCues, readArticles } from './gold.js'
import { WIKINEWS_WEIGHT, weightsOf } from './weights.js'

const LEAST_SEEN = 2

const [data, output = fileURLToPath(new URL('../../../../src/quotes/reported/data/', import.meta.url))] = process.argv.slice(2)
const articles = [
  ...readArticles(join(data, 'quotes/polnear-train.jsonl'), 1),
  ...readArticles(join(data, 'quotes/wikinews-train.jsonl'), WIKINEWS_WEIGHT),
]
const { lexicon: forms, headOf } = countCues(articles, LEAST_SEEN), lexicon = lexiconOf(forms)
const { weights, choices, judged } = weightsOf(articles, lexicon, headOf)
writeFileSync(join(output, 'cues.txt'), `# form and lemma of the cues, counted from the training articles\n${[...forms].map(pair => pair.join('\t')).join('\n')}\n`)
writeFileSync(join(output, 'weights.bin'), packWeights(weights))
process.stdout.write(`${forms.size} cues, ${choices} choices, ${judged} readings judged, ${weights.filter(w => w !== 0).length} weights\n`)
