/**
 * The weights: a row a feature, sparse, since most features speak for or against a few labels only.
 *
 * File, little-endian, not packed so that it is used as it is read: u32 bits of the feature hash, f32 step, u32 rows that
 * are not empty; LABELS x LABELS f32 transitions (previous, next); a bit for each of 2^bits rows, set where it is not
 * empty; i16 for each entry of these rows, in order: weight (times step) x 64 + label; u8 for each such row, its entries.
 */
import { readBytes } from '../../data.js'
import { MOST } from './features.js'
import { LABELS } from './labels.js'
import { STRIDE } from './viterbi.js'

export interface Model {
  /** A feature's row is its hash shifted right by this. */
  readonly shift: number
  readonly step: number
  readonly transitions: Float32Array
  /** For each 32 rows two numbers side by side: a bit a row that is not empty, and how many such rows stand before these. */
  readonly index: Int32Array
  /** Per row that is not empty: its first entry x 64 + its entries, or once it is unpacked its place in `full` x 64 + UNPACKED. */
  readonly rows: Int32Array
  /** Weight x 64 + label. */
  readonly entries: Int16Array
  /** Rows with many entries, three labels a number (17 bits each), so that one addition adds three weights. */
  readonly full: Float64Array
  unpacked: number
}

/** Rows with at least this many entries are unpacked, when they are first used: a short text uses few of them. */
const MANY = 12
/** More than a row can have entries. */
const UNPACKED = 63
export const PACKS = LABELS / 3
const SECOND = 2 ** 17, THIRD = 2 ** 34

const { imul, round } = Math

/** How many bits are set. */
const ones = (word: number): number => {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function readModel(file: Uint8Array): Model {
  // A copy stands at an aligned address.
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength), view = new DataView(buffer)
  const bits = view.getUint32(0, true), filled = view.getUint32(8, true), words = (1 << bits) >>> 5, at = 12 + 4 * LABELS * LABELS
  const matrix = new Float32Array(buffer, 12, LABELS * LABELS), transitions = new Float32Array(LABELS * STRIDE)
  for (let from = 0; from < LABELS; from++) transitions.set(matrix.subarray(from * LABELS, (from + 1) * LABELS), from * STRIDE)
  const present = new Int32Array(buffer, at, words), index = new Int32Array(2 * words)
  for (let w = 0, before = 0; w < words; w++) {
    index[2 * w] = present[w]
    index[2 * w + 1] = before
    before += ones(present[w])
  }
  const counts = new Uint8Array(buffer, buffer.byteLength - filled), rows = new Int32Array(filled)
  let entry = 0, many = 0
  for (let row = 0; row < filled; row++) {
    const count = counts[row]
    rows[row] = (entry << 6) | count
    entry += count
    if (count >= MANY) many++
  }
  return { shift: 32 - bits, step: view.getFloat32(4, true), transitions, index, rows, entries: new Int16Array(buffer, at + 4 * words, entry), full: new Float64Array(PACKS * many), unpacked: 0 }
}

/** Unpacks a row with many entries, unless it was met before in the same list; returns what `rows` then says of it. */
function unpack(model: Model, row: number): number {
  const { rows, entries, full } = model
  if ((rows[row] & 63) === UNPACKED) return rows[row]
  const slot = model.unpacked++, first = rows[row] >>> 6, end = first + (rows[row] & 63)
  for (let e = first; e < end; e++) {
    const label = entries[e] & 63
    full[slot * PACKS + label % PACKS] += (entries[e] >> 6) * (label < PACKS ? 1 : label < 2 * PACKS ? SECOND : THIRD)
  }
  return (rows[row] = (slot << 6) | UNPACKED)
}

const sparse = new Int32Array(64), found = new Int32Array(MOST), short = new Int32Array(MOST), touched = new Int32Array(MOST), packs = new Float64Array(PACKS), warm = new Float64Array(8)

/** Adds up the rows of features into `sums[at … at + PACKS)`, three labels a number as in full rows. */
export function addRows(model: Model, features: Int32Array, count: number, sums: Float64Array, at: number): void {
  const { shift, index, rows, entries, full } = model
  let met = 0, wholes = 0, spare = 0
  // Rows lie all over memory. Short loops that do no more than read a number of each let the processor wait for many at a time.
  for (let f = 0; f < count; f++) touched[f] = index[(features[f] >>> shift >>> 5) << 1]
  // Without a branch: whether a feature has a row, and of what kind, cannot be foreseen.
  for (let f = 0; f < count; f++) {
    const row = features[f] >>> shift, bit = row & 31, present = touched[f]
    short[met] = index[((row >>> 5) << 1) + 1] + ones(present & ((1 << bit) - 1))
    met += (present >>> bit) & 1
  }
  for (let m = 0; m < met; m++) touched[m] = rows[short[m]]
  for (let m = 0; m < met; m++) {
    let row = touched[m]
    if ((row & 63) >= MANY && (row & 63) !== UNPACKED) row = unpack(model, short[m])
    const whole = ((row & 63) + 1) >>> 6
    found[wholes] = PACKS * (row >>> 6)
    short[spare] = row
    wholes += whole
    spare += 1 - whole
  }
  for (let s = 0; s < spare; s++) touched[s] = entries[short[s] >>> 6]
  for (let r = 0; r < wholes; r++) warm[r & 7] = full[found[r]] + full[found[r] + 8]
  sparse.fill(0)
  for (let s = 0; s < spare; s++) {
    const first = short[s] >>> 6, end = first + (short[s] & 63)
    for (let e = first; e < end; e++) sparse[entries[e] & 63] += entries[e] >> 6
  }
  // Five sums at a time stay in the processor's registers.
  for (let k = 0; k < PACKS; k += 5) {
    let a = 0, b = 0, c = 0, d = 0, e = 0
    for (let r = 0; r < wholes; r++) {
      const from = found[r] + k
      a += full[from]
      b += full[from + 1]
      c += full[from + 2]
      d += full[from + 3]
      e += full[from + 4]
    }
    sums[at + k] = a
    sums[at + k + 1] = b
    sums[at + k + 2] = c
    sums[at + k + 3] = d
    sums[at + k + 4] = e
  }
  for (let k = 0; k < PACKS; k++) sums[at + k] += sparse[k] + sparse[PACKS + k] * SECOND + sparse[2 * PACKS + k] * THIRD
}

/** Writes the scores of a token into `out[at … at + LABELS)`: the rows of its features and a sum of rows, `known[from … from + PACKS)`. */
export function scoreLabels(model: Model, features: Int32Array, count: number, known: Float64Array, from: number, out: Float32Array, at: number): void {
  const { step } = model
  addRows(model, features, count, packs, 0)
  for (let k = 0; k < PACKS; k++) {
    const sum = packs[k] + known[from + k], third = round(sum / THIRD), rest = sum - third * THIRD, second = round(rest / SECOND)
    out[at + k] = (rest - second * SECOND) * step
    out[at + PACKS + k] = second * step
    out[at + 2 * PACKS + k] = third * step
  }
}

let shipped: Model | undefined, agreement: Model | undefined
/** The models that are shipped, read at first use: that of the first pass, and the small one of the second. */
export const theModel = (): Model => (shipped ??= readModel(readBytes('names/data/weights.bin')))
export const theAgreementModel = (): Model => (agreement ??= readModel(readBytes('names/data/agreement.bin')))
