/**
 * Trains the tagger: node dist/names/train/main.js DATA_FOLDER [--clusters EMBEDDINGS.json] [--rounds N] [--out FILE]
 * DATA_FOLDER holds the sets of README's table. Deterministic: the same data gives the same bytes.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildClusters } from './clusters.js'
import { readExamples, type Example } from './corpus.js'
import { train, type Round } from './perceptron.js'
import { writeWeights } from './write.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clusters: { type: 'string' }, rounds: { type: 'string', default: '12' }, out: { type: 'string' }, least: { type: 'string', default: '0.15' } },
})
const data = fileURLToPath(new URL('../../../src/names/data/', import.meta.url))
if (values.clusters) buildClusters(values.clusters, `${data}clusters.bin`)

const [folder] = positionals
if (folder) {
  const read = (name: string): Example[] => readExamples(`${folder}/${name}.jsonl`)
  const news = read('news-train')
  const older = ['uner-ewt-train', 'wikigold', 'redocred-dev', 'crossner-politics-train', 'masc'].flatMap(read)
  console.log(`${news.length} stretches of news, ${older.length} of older sets`)
  const rounds: Round[] = Array.from({ length: Number(values.rounds) }, (_, r) => ({ examples: r < 2 ? news : [...news, ...older] }))
  const weights = train(rounds, 2, console.log)
  const entries = writeWeights(weights, values.out ?? `${data}tagger.bin`, Number(values.least))
  console.log(`${entries} weights`)
}
