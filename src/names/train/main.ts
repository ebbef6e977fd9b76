/**
 * Learns names/data/weights.bin and agreement.bin from a folder of annotated documents (see names/README.md for their format).
 *
 *   npm run train:names -- DATA_FOLDER
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { theLexicon } from '../tagger/lexicon.js'
import { readModel } from '../tagger/model.js'
import { allowedLabels, readCorpus, readDisputes, type NameType } from './corpus.js'
import { packModel } from './pack.js'
import { keepFrequent, meanOf, train, type Settings, type Trained } from './perceptron.js'

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

const SETTINGS: Settings = { bits: 21, epochs: 8, least: 2, margin: 80, drop: 0.2 }
const SEEDS = [1, 2, 3]
/** Weights kept: what the package has room for. */
const MOST = 2_000_000

/** The second pass learns from what models that each know one half of the documents read in the other. */
const HALF: Settings = { ...SETTINGS, epochs: 5 }
const SECOND: Settings = { bits: 14, epochs: 5, least: 1, margin: 80, drop: 0 }
/** Documents that stand together may tell of the same event: halves are made of runs of them. */
const halfOf = (document: number): number => (document >> 4) & 1
/** Sets with fewer documents are lists of sentences. */
const FEWEST = 20

const [folder] = process.argv.slice(2)
const lexicon = theLexicon()
const parts = SETS.map(({ file, silent, times = 1 }, i) => {
  const corpus = readCorpus(join(folder, file), silent.length > 0, lexicon)
  return { file, silent, times, corpus, allowed: allowedLabels(silent), from: i === 0 ? 0 : 1, whole: corpus.documents.at(-1)! >= FEWEST }
})
const rows = keepFrequent(parts, SETTINGS)

function save(name: string, trained: Trained, most: number): void {
  const bytes = packModel(trained, most)
  writeFileSync(new URL(`../../../src/names/data/${name}`, import.meta.url), bytes)
  process.stdout.write(`${name}: ${bytes.length} bytes\n`)
}

function* trainings() {
  for (const seed of SEEDS) yield train(parts, rows, SETTINGS, seed)
}
const first = meanOf(trainings())
save('weights.bin', first, MOST)

const halves = [0, 1].map(half => readModel(packModel(train(parts.map(part => ({ ...part, skips: part.whole ? (d: number) => halfOf(d) === half : undefined })), rows, HALF, 1), MOST)))
const disputes = parts.filter(({ whole }) => whole).map(({ file, silent, allowed }) =>
  ({ allowed, from: 0, times: 1, corpus: readDisputes(join(folder, file), silent.length > 0, lexicon, d => halves[halfOf(d)]) }))
save('agreement.bin', train(disputes, keepFrequent(disputes, SECOND), { ...SECOND, transitions: first.transitions }, 1), MOST)
