/**
 * Learns names/data/weights.bin from a folder of annotated documents (see names/README.md for their format).
 *
 *   npm run train:names -- DATA_FOLDER
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { theLexicon } from '../tagger/lexicon.js'
import { allowedLabels, readCorpus, type NameType } from './corpus.js'
import { packModel } from './pack.js'
import { keepFrequent, meanOf, train, type Settings } from './perceptron.js'

/**
 * Types that a set's annotators did not look for and that its texts are full of: there, silence is no evidence. The rarer
 * ones are taken as not there: left open, the model puts firms and places of unfamiliar texts among them.
 */
const SILENT: readonly NameType[] = ['NORP', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW', 'LANGUAGE']
const SETS: readonly { readonly file: string; readonly silent: readonly NameType[]; readonly times?: number }[] = [
  { file: 'entities/news-train.jsonl', silent: [] },
  { file: 'entities/uner-ewt-train.jsonl', silent: SILENT, times: 2 },
  { file: 'entities/wikigold.jsonl', silent: SILENT },
  { file: 'entities/redocred-dev.jsonl', silent: SILENT },
  { file: 'entities/crossner-politics-train.jsonl', silent: SILENT },
  { file: 'entities/masc.jsonl', silent: SILENT },
]

const SETTINGS: Settings = { bits: 21, epochs: 10, least: 2, margin: 80 }
const SEEDS = [1, 2, 3]
/** Weights kept: what the package has room for. */
const MOST = 2_000_000

const [folder] = process.argv.slice(2)
const lexicon = theLexicon()
const parts = SETS.map(({ file, silent, times = 1 }, i) =>
  ({ times, corpus: readCorpus(join(folder, file), silent.length > 0, lexicon), allowed: allowedLabels(silent), from: i === 0 ? 0 : 1 }))
const rows = keepFrequent(parts, SETTINGS)

function* trainings() {
  for (const seed of SEEDS) yield train(parts, rows, SETTINGS, seed)
}

const model = packModel(meanOf(trainings()), MOST)
writeFileSync(new URL('../../../src/names/data/weights.bin', import.meta.url), model)
process.stdout.write(`${model.length} bytes\n`)
