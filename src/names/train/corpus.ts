/** Annotated documents as the trainer needs them: features of the tokens that may be names, and which labels are right. */
import { readFileSync } from 'node:fs'
import { readDocument } from '../../document/index.js'
import { readLanguage } from '../../language/index.js'
import { NAME_TYPES, type Language } from '../../types.js'
import { agreementFeaturesOf, compareNames, isDisputed } from '../tagger/agreement.js'
import { featuresOf, MOST, readDocumentForNames, type Reading } from '../tagger/features.js'
import { BEGIN, INSIDE, labelOf, LABELS, LAST, UNIT } from '../tagger/labels.js'
import type { Lexicon } from '../tagger/lexicon.js'
import type { Model } from '../tagger/model.js'
import { readFirst, scoreSegment } from '../tagger/passes.js'
import { segmentsOf, type Segment } from '../tagger/segments.js'
import { STRIDE } from '../tagger/viterbi.js'

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
  /** Per live token: STRIDE scores that are there before any feature. */
  readonly base?: Float32Array
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

class Growing<T extends Int32Array | Uint8Array | Float32Array> {
  data: T
  length = 0
  constructor(private readonly kind: new (length: number) => T) { this.data = new kind(1 << 20) }
  push(value: number): void {
    if (this.length === this.data.length) {
      const more = new this.kind(2 * this.length)
      more.set(this.data)
      this.data = more
    }
    this.data[this.length++] = value
  }
  all(): T { return this.data.slice(0, this.length) as T }
}

/** What the annotation says of each token of a document; names that cannot be found are left open. */
function codesOf({ tokens }: Language, live: Uint8Array, { gold }: Annotated, silentTypes: boolean): { codes: Uint8Array; lost: number } {
  const codes = new Uint8Array(tokens.length).fill(silentTypes ? UNMARKED : 0)
  const opens = new Map(tokens.map((t, i) => [t.start, i])), closes = new Map(tokens.map((t, i) => [t.end, i]))
  let lost = 0
  for (const [start, end, type] of gold.entities) {
    const first = opens.get(start), last = closes.get(end), number = (NAME_TYPES as readonly string[]).indexOf(type)
    let whole = first !== undefined && last !== undefined && first <= last
    for (let i = first ?? 0; whole && i <= last!; i++) whole = live[i] === 1
    if (!whole) {
      lost++
      for (let i = 0; i < tokens.length; i++) if (tokens[i].start < end && tokens[i].end > start) codes[i] = FREE
      continue
    }
    for (let i = first!; i <= last!; i++) {
      const part = first === last ? UNIT : i === first ? BEGIN : i === last ? LAST : INSIDE
      codes[i] = number < 0 ? PLACE + part : labelOf(number, part)
    }
  }
  return { codes, lost }
}

/** One stretch of a document as the trainer takes it in. */
type Take = (segment: Segment, featuresAt: (i: number, out: Int32Array) => number, base?: Float32Array) => void

/** Reads documents through `read`, which says which stretches to take and what their features are. */
function gather(path: string, silentTypes: boolean, lexicon: Lexicon, read: (reading: Reading, segments: readonly Segment[], document: number, take: Take) => void): Corpus {
  const hashes = new Growing(Int32Array), starts = new Growing(Int32Array), codes = new Growing(Uint8Array), segments = new Growing(Int32Array)
  const documents = new Growing(Int32Array), scores = new Growing(Float32Array), features = new Int32Array(MOST)
  let missed = 0, names = 0
  readFileSync(path, 'utf8').trim().split('\n').forEach((line, d) => {
    const annotated = JSON.parse(line) as Annotated, { id, text, gold } = annotated
    const language = readLanguage(readDocument({ id, text })), reading = readDocumentForNames(language, lexicon), { live } = reading.context
    const { codes: code, lost } = codesOf(language, live, annotated, silentTypes)
    names += gold.entities.length
    missed += lost
    read(reading, segmentsOf(language, live), d, ({ from, to }, featuresAt, base) => {
      segments.push(codes.length)
      documents.push(d)
      for (let i = from; i < to; i++) {
        starts.push(hashes.length)
        codes.push(code[i])
        const count = featuresAt(i, features)
        for (let f = 0; f < count; f++) hashes.push(features[f])
        if (base) for (let k = 0; k < STRIDE; k++) scores.push(base[(i - from) * STRIDE + k])
      }
    })
  })
  segments.push(codes.length)
  starts.push(hashes.length)
  process.stdout.write(`${path.split('/').at(-1)}: ${names} names, ${missed} out of reach, ${codes.length} tokens that may be names\n`)
  return { hashes: hashes.all(), starts: starts.all(), codes: codes.all(), segments: segments.all(), documents: documents.all(), base: scores.length > 0 ? scores.all() : undefined }
}

/** All stretches of a set with their features. */
export const readCorpus = (path: string, silentTypes: boolean, lexicon: Lexicon): Corpus =>
  gather(path, silentTypes, lexicon, (reading, segments, _, take) => {
    for (const segment of segments) take(segment, (i, out) => featuresOf(reading, i, segment.first, segment.last, out))
  })

/** The stretches that the second pass is asked about, each document read first by the model that has not learnt from it. */
export const readDisputes = (path: string, silentTypes: boolean, lexicon: Lexicon, modelOf: (document: number) => Model): Corpus =>
  gather(path, silentTypes, lexicon, (reading, segments, d, take) => {
    const model = modelOf(d), agreement = compareNames(reading, segments, readFirst(model, reading, segments))
    for (const segment of segments) {
      if (isDisputed(agreement, segment)) take(segment, (i, out) => agreementFeaturesOf(agreement, i, out), scoreSegment(model, reading, segment))
    }
  })
