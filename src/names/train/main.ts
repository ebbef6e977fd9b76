/**
 * Learns names/data/weights.bin from a folder of annotated documents (see names/README.md for their format).
 *
 *   npm run train:names -- DATA_FOLDER
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntityType } from '../../types.js'
import { theLexicon } from '../tagger/lexicon.js'
import { allowedLabels, readCorpus } from './corpus.js'
import { packModel } from './pack.js'
import { train } from './perceptron.js'

/** Types that a set's annotators did not look for. */
const SILENT: readonly EntityType[] = ['NORP', 'PRODUCT', 'WORK_OF_ART', 'LAW', 'LANGUAGE']
const NO_EVENTS: readonly EntityType[] = [...SILENT, 'EVENT']
const SETS: readonly { readonly file: string; readonly silent: readonly EntityType[]; readonly times?: number }[] = [
  { file: 'entities/news-train.jsonl', silent: [] },
  { file: 'entities/uner-ewt-train.jsonl', silent: NO_EVENTS, times: 2 },
  { file: 'entities/wikigold.jsonl', silent: NO_EVENTS },
  { file: 'entities/redocred-dev.jsonl', silent: NO_EVENTS },
  { file: 'entities/crossner-politics-train.jsonl', silent: SILENT },
  { file: 'entities/masc.jsonl', silent: NO_EVENTS },
]

const [folder, epochs = '10', margin = '0', least = '2', most = '2500000', bits = '21'] = process.argv.slice(2)
const lexicon = theLexicon()
const parts = SETS.map(({ file, silent, times = 1 }, i) => ({ times, corpus: readCorpus(join(folder, file), silent.length > 0, lexicon), allowed: allowedLabels(silent), from: i === 0 ? 0 : 1 }))
const model = packModel(train(parts, { bits: Number(bits), epochs: Number(epochs), least: Number(least), margin: Number(margin), seed: 1 }), Number(most))
writeFileSync(new URL('../../../src/names/data/weights.bin', import.meta.url), model)
process.stdout.write(`${model.length} bytes\n`)
