/**
 * The weights, a row a feature, sparse: most features speak for or against a few labels only.
 *
 * File (brotli): u8 bits of the feature hash, f32 step; LABELS x LABELS f32 transitions (previous, next); u8 entries of
 * each of 2^bits rows; then for all entries u8 label, and for all entries i8 weight (times step).
 */
import { brotliDecompressSync } from 'node:zlib'
import { readBytes } from '../../data.js'
import { LABELS } from './labels.js'
import { STRIDE } from './viterbi.js'

export interface Model {
  /** A feature's row is its hash shifted right by this. */
  readonly shift: number
  readonly step: number
  readonly transitions: Float32Array
  readonly starts: Uint32Array
  readonly labels: Uint8Array
  readonly weights: Int8Array
}

export function readModel(packed: Uint8Array): Model {
  const bytes = brotliDecompressSync(packed), bits = bytes[0], rows = 1 << bits, transitions = new Float32Array(LABELS * STRIDE)
  let at = 5
  for (let from = 0; from < LABELS; from++) {
    for (let to = 0; to < LABELS; to++, at += 4) transitions[from * STRIDE + to] = bytes.readFloatLE(at)
  }
  const starts = new Uint32Array(rows + 1)
  for (let r = 0, total = 0; r < rows; r++) starts[r + 1] = total += bytes[at + r]
  at += rows
  const entries = starts[rows]
  return {
    shift: 32 - bits, step: bytes.readFloatLE(1), transitions, starts,
    labels: bytes.subarray(at, at + entries),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + at + entries, entries),
  }
}

/** Adds up the rows of a token's features into `out[at … at + LABELS)`. */
export function scoreLabels({ shift, step, starts, labels, weights }: Model, features: Int32Array, count: number, out: Float32Array, at: number): void {
  out.fill(0, at, at + LABELS)
  for (let f = 0; f < count; f++) {
    const row = features[f] >>> shift
    for (let e = starts[row], end = starts[row + 1]; e < end; e++) out[at + labels[e]] += weights[e]
  }
  for (let k = at; k < at + LABELS; k++) out[k] *= step
}

let shipped: Model | undefined
/** The model that is shipped, read at first use. */
export const theModel = (): Model => (shipped ??= readModel(readBytes('names/data/weights.bin')))
