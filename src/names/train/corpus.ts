/** Annotated documents as the trainer needs them: features of the tokens that may be names, and which labels are right. */
import { readFileSync } from 'node:fs'
import { readDocument } from '../../document/index.js'
import { readLanguage } from '../../language/index.js'
import { NAME_TYPES } from '../../types.js'
import { featuresOf, MOST, readDocumentForNames } from '../tagger/features.js'
import { BEGIN, INSIDE, labelOf, LABELS, LAST, UNIT } from '../tagger/labels.js'
import type { Lexicon } from '../tagger/lexicon.js'
import { segmentsOf } from '../tagger/segments.js'

/** Which labels a token may have: 0 … LABELS-1 exactly that one; then place of any kind (4 parts), and so on. */
export const PLACE = LABELS, UNMARKED = LABELS + 4, FREE = LABELS + 5, CODES = LABELS + 6

export type NameType = (typeof NAME_TYPES)[number]

export interface Corpus {
  /** Feature hashes of all live tokens, one token after another. */
  readonly hashes: Int32Array
  /** Per live token: where its features start; one more at the end. */
  readonly starts: Int32Array
  readonly codes: Uint8Array
  /** Per segment: its first live token; one more at the end. */
  readonly segments: Int32Array
  /** Per segment: its document. */
  readonly documents: Int32Array
}

interface Annotated { readonly id: string; readonly text: string; readonly gold: { readonly entities: readonly (readonly [number, number, string])[] } }

/** Table of CODES x LABELS: 1 where a code allows a label. */
export function allowedLabels(silent: readonly NameType[]): Uint8Array {
  const table = new Uint8Array(CODES * LABELS)
  for (let label = 0; label < LABELS; label++) {
    table[label * LABELS + label] = 1
    table[FREE * LABELS + label] = 1
  }
  table[UNMARKED * LABELS] = 1
  for (let part = 0; part < 4; part++) {
    for (const place of ['GPE', 'LOC', 'FAC'] as const) table[(PLACE + part) * LABELS + labelOf(NAME_TYPES.indexOf(place), part)] = 1
    for (const type of silent) table[UNMARKED * LABELS + labelOf(NAME_TYPES.indexOf(type), part)] = 1
  }
  return table
}

class Growing {
  data = new Int32Array(1 << 20)
  length = 0
  push(value: number): void {
    if (this.length === this.data.length) {
      const more = new Int32Array(2 * this.length)
      more.set(this.data)
      this.data = more
    }
    this.data[this.length++] = value
  }
}

export function readCorpus(path: string, silentTypes: boolean, lexicon: Lexicon): Corpus {
  const hashes = new Growing(), starts = new Growing(), codes = new Growing(), segments = new Growing(), documents = new Growing(), features = new Int32Array(MOST)
  let lost = 0, names = 0
  readFileSync(path, 'utf8').trim().split('\n').forEach((line, d) => {
    const { id, text, gold } = JSON.parse(line) as Annotated
    const document = readDocument({ id, text }), language = readLanguage(document), reading = readDocumentForNames(language, lexicon), { live } = reading.context
    const { tokens } = language, code = new Uint8Array(tokens.length).fill(silentTypes ? UNMARKED : 0)
    const opens = new Map(tokens.map((t, i) => [t.start, i])), closes = new Map(tokens.map((t, i) => [t.end, i]))
    for (const [start, end, type] of gold.entities) {
      const first = opens.get(start), last = closes.get(end), number = (NAME_TYPES as readonly string[]).indexOf(type)
      names++
      let whole = first !== undefined && last !== undefined && first <= last
      for (let i = first ?? 0; whole && i <= last!; i++) whole = live[i] === 1
      if (!whole) {
        lost++
        for (let i = 0; i < tokens.length; i++) if (tokens[i].start < end && tokens[i].end > start) code[i] = FREE
        continue
      }
      for (let i = first!; i <= last!; i++) {
        const part = first === last ? UNIT : i === first ? BEGIN : i === last ? LAST : INSIDE
        code[i] = number < 0 ? PLACE + part : labelOf(number, part)
      }
    }
    for (const { first, last, from, to } of segmentsOf(language, live)) {
      segments.push(codes.length)
      documents.push(d)
      for (let i = from; i < to; i++) {
        starts.push(hashes.length)
        codes.push(code[i])
        const count = featuresOf(reading, i, first, last, features)
        for (let f = 0; f < count; f++) hashes.push(features[f])
      }
    }
  })
  segments.push(codes.length)
  starts.push(hashes.length)
  process.stdout.write(`${path.split('/').at(-1)}: ${names} names, ${lost} out of reach, ${codes.length} tokens that may be names\n`)
  return {
    hashes: hashes.data.slice(0, hashes.length), starts: starts.data.slice(0, starts.length), codes: Uint8Array.from(codes.data.subarray(0, codes.length)),
    segments: segments.data.slice(0, segments.length), documents: documents.data.slice(0, documents.length),
  }
}
