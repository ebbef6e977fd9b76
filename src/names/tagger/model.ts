/**
 * The weights: a row a feature, sparse, since most features speak for or against a few labels only.
 *
 * File, little-endian, not packed so that it is used as it is read: u32 bits of the feature hash, f32 step, u32 rows that
 * are not empty; LABELS x LABELS f32 transitions (previous, next); a bit for each of 2^bits rows, set where it is not
 * empty; i16 for each entry of these rows, in order: weight (times step) x 64 + label; u8 for each such row, its entries.
 */
import { readBytes } from '../../data.js'
import { LABELS } from './labels.js'
import { STRIDE } from './viterbi.js'

export interface Model {
  /** A feature's row is its hash shifted right by this. */
  readonly shift: number
  readonly step: number
  readonly transitions: Float32Array
  /** A bit a row; and before each 32 rows, how many bits are set: together a row's place among those not empty. */
  readonly present: Int32Array
  readonly ranks: Int32Array
  readonly starts: Int32Array
  readonly entries: Int16Array
  /** Per row that is not empty: where its full form stands in `full`, or -1. */
  readonly fullAt: Int32Array
  /** Rows with many entries, three labels a number (17 bits each), so that one addition adds three weights. */
  readonly full: Float64Array
}

/** Rows with at least this many entries are held in full too. */
const MANY = 16
const PACKS = LABELS / 3
const SECOND = 2 ** 17, THIRD = 2 ** 34

function fillRows(starts: Int32Array, entries: Int16Array): { fullAt: Int32Array; full: Float64Array } {
  const fullAt = new Int32Array(starts.length - 1).fill(-1)
  let rows = 0
  for (let r = 0; r < fullAt.length; r++) if (starts[r + 1] - starts[r] >= MANY) fullAt[r] = PACKS * rows++
  const full = new Float64Array(PACKS * rows)
  for (let r = 0; r < fullAt.length; r++) {
    if (fullAt[r] < 0) continue
    for (let e = starts[r]; e < starts[r + 1]; e++) {
      const label = entries[e] & 63, place = label % PACKS
      full[fullAt[r] + place] += (entries[e] >> 6) * (label < PACKS ? 1 : label < 2 * PACKS ? SECOND : THIRD)
    }
  }
  return { fullAt, full }
}

const { imul } = Math

const ones = (word: number): number => {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function readModel(file: Uint8Array): Model {
  // A copy stands at an aligned address.
  const { buffer } = Uint8Array.from(file), view = new DataView(buffer), bits = view.getUint32(0, true), filled = view.getUint32(8, true)
  const matrix = new Float32Array(buffer, 12, LABELS * LABELS), transitions = new Float32Array(LABELS * STRIDE)
  for (let from = 0; from < LABELS; from++) transitions.set(matrix.subarray(from * LABELS, (from + 1) * LABELS), from * STRIDE)
  const words = (1 << bits) >>> 5, at = 12 + 4 * LABELS * LABELS, present = new Int32Array(buffer, at, words), ranks = new Int32Array(words)
  for (let w = 1; w < words; w++) ranks[w] = ranks[w - 1] + ones(present[w - 1])
  const counts = new Uint8Array(buffer, buffer.byteLength - filled), starts = new Int32Array(filled + 1)
  for (let r = 0; r < filled; r++) starts[r + 1] = starts[r] + counts[r]
  const entries = new Int16Array(buffer, at + 4 * words, starts[filled])
  return { shift: 32 - bits, step: view.getFloat32(4, true), transitions, present, ranks, starts, entries, ...fillRows(starts, entries) }
}

const sums = new Int32Array(64), packs = new Float64Array(PACKS)
const { round } = Math

/** Adds up the rows of a token's features into `out[at … at + LABELS)`. */
export function scoreLabels({ shift, step, present, ranks, starts, entries, fullAt, full }: Model, features: Int32Array, count: number, out: Float32Array, at: number): void {
  sums.fill(0)
  packs.fill(0)
  for (let f = 0; f < count; f++) {
    const row = features[f] >>> shift, word = present[row >>> 5], bit = 1 << (row & 31)
    if ((word & bit) === 0) continue
    const place = ranks[row >>> 5] + ones(word & (bit - 1)), whole = fullAt[place]
    if (whole >= 0) {
      for (let k = 0; k < PACKS; k++) packs[k] += full[whole + k]
      continue
    }
    for (let e = starts[place], end = starts[place + 1]; e < end; e++) sums[entries[e] & 63] += entries[e] >> 6
  }
  for (let k = 0; k < PACKS; k++) {
    const third = round(packs[k] / THIRD), rest = packs[k] - third * THIRD, second = round(rest / SECOND)
    out[at + k] = (sums[k] + rest - second * SECOND) * step
    out[at + PACKS + k] = (sums[PACKS + k] + second) * step
    out[at + 2 * PACKS + k] = (sums[2 * PACKS + k] + third) * step
  }
}

let shipped: Model | undefined
/** The model that is shipped, read at first use. */
export const theModel = (): Model => (shipped ??= readModel(readBytes('names/data/weights.bin')))
