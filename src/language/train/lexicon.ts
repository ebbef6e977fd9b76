/** Packs wink's English core model into src/language/data/lexicon.bin: node dist/language/train/lexicon.js. The same model gives the same file. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { FEATURES, HEADER, slotOf } from '../lexicon.js'

interface CoreModel {
  readonly lexicon: string
  readonly features: Readonly<Record<string, { readonly list: readonly string[] }>>
}

const SLOTS = 1 << 18
/** Features that are not asked for, with long lists. */
const UNUSED = ['prefix', 'suffix', 'shape']

/** The file's bytes. */
export function packLexicon(core: CoreModel): Buffer {
  const { lexicon, features, ...others } = core, words = features.lexeme.list, packed = Buffer.from(lexicon, 'base64')
  const encoded = words.map(word => Buffer.from(word))
  const starts = new Uint32Array(words.length + 1), table = new Uint32Array(SLOTS)
  encoded.forEach((bytes, i) => { starts[i + 1] = starts[i] + bytes.length })
  words.forEach((word, i) => {
    let slot = slotOf(word, SLOTS)
    while (table[slot] !== 0) slot = (slot + 1) & (SLOTS - 1)
    table[slot] = i + 1
  })
  const lists = Object.fromEntries(Object.entries(features).map(([name, feature]) =>
    [name, { ...feature, list: name === 'lexeme' || UNUSED.includes(name) ? [] : feature.list }]))
  const rest = Buffer.from(JSON.stringify({ ...others, features: lists }))
  const header = Buffer.from(Uint32Array.of(words.length, SLOTS, starts[words.length], rest.length).buffer)
  if (header.length !== HEADER) throw new Error('the header has another size')
  return Buffer.concat([header, packed.subarray(0, 4 * FEATURES * words.length), Buffer.from(starts.buffer), Buffer.from(table.buffer), ...encoded, rest])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const core = createRequire(import.meta.url)('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json') as CoreModel
  writeFileSync(new URL('../../../src/language/data/lexicon.bin', import.meta.url), packLexicon(core))
}
