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
  /**
   * Where rows are found: for each 32 rows four numbers side by side, so that most look-ups touch memory once. A bit a
   * full row and how many full rows stand before these 32; the same for sparse rows.
   */
  readonly index: Int32Array
  /** Rows with many entries, three labels a number (17 bits each), so that one addition adds three weights. */
  readonly full: Float64Array
  /** Per sparse row: its first entry x 16 + its entries. */
  readonly spans: Int32Array
  /** Weight x 64 + label. */
  readonly entries: Int16Array
}

/** Rows with at least this many entries are held in full. */
const MANY = 12
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
  const { buffer } = Uint8Array.from(file), view = new DataView(buffer), bits = view.getUint32(0, true), filled = view.getUint32(8, true)
  const matrix = new Float32Array(buffer, 12, LABELS * LABELS), transitions = new Float32Array(LABELS * STRIDE)
  for (let from = 0; from < LABELS; from++) transitions.set(matrix.subarray(from * LABELS, (from + 1) * LABELS), from * STRIDE)
  const words = (1 << bits) >>> 5, at = 12 + 4 * LABELS * LABELS, present = new Int32Array(buffer, at, words)
  const counts = new Uint8Array(buffer, buffer.byteLength - filled), entries = new Int16Array(buffer, at + 4 * words, (buffer.byteLength - filled - at - 4 * words) / 2)
  let fulls = 0
  for (const count of counts) if (count >= MANY) fulls++
  const index = new Int32Array(4 * words), full = new Float64Array(PACKS * fulls), spans = new Int32Array(filled - fulls)
  let row = 0, entry = 0, wholes = 0, sparses = 0
  for (let w = 0; w < words; w++) {
    index[4 * w + 1] = wholes
    index[4 * w + 3] = sparses
    for (let rest = present[w]; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest, end = entry + counts[row++]
      if (end - entry < MANY) {
        index[4 * w + 2] |= bit
        spans[sparses++] = (entry << 4) | (end - entry)
      } else {
        index[4 * w] |= bit
        for (let e = entry; e < end; e++) {
          const label = entries[e] & 63
          full[wholes * PACKS + label % PACKS] += (entries[e] >> 6) * (label < PACKS ? 1 : label < 2 * PACKS ? SECOND : THIRD)
        }
        wholes++
      }
      entry = end
    }
  }
  return { shift: 32 - bits, step: view.getFloat32(4, true), transitions, index, full, spans, entries }
}

const sparse = new Int32Array(64), found = new Int32Array(MOST), short = new Int32Array(MOST), touched = new Int32Array(MOST), packs = new Float64Array(PACKS), warm = new Float64Array(8)

/** Adds up the rows of features into `sums[at … at + PACKS)`, three labels a number as in full rows. */
export function addRows({ shift, index, full, spans, entries }: Model, features: Int32Array, count: number, sums: Float64Array, at: number): void {
  let rows = 0, spare = 0
  // Rows lie all over memory. Short loops that do no more than read a number of each let the processor wait for many at a time.
  for (let f = 0; f < count; f++) touched[f] = index[(features[f] >>> shift >>> 5) << 2]
  // Without a branch: what kind of row a feature has cannot be foreseen.
  for (let f = 0; f < count; f++) {
    const row = features[f] >>> shift, place = (row >>> 5) << 2, at = row & 31, below = (1 << at) - 1, fulls = touched[f], spares = index[place + 2]
    found[rows] = PACKS * (index[place + 1] + ones(fulls & below))
    rows += (fulls >>> at) & 1
    short[spare] = index[place + 3] + ones(spares & below)
    spare += (spares >>> at) & 1
  }
  for (let s = 0; s < spare; s++) short[s] = spans[short[s]]
  for (let s = 0; s < spare; s++) touched[s] = entries[short[s] >>> 4]
  for (let r = 0; r < rows; r++) warm[r & 7] = full[found[r]] + full[found[r] + 8]
  sparse.fill(0)
  for (let s = 0; s < spare; s++) {
    const first = short[s] >>> 4, end = first + (short[s] & 15)
    for (let e = first; e < end; e++) sparse[entries[e] & 63] += entries[e] >> 6
  }
  // Five sums at a time stay in the processor's registers.
  for (let k = 0; k < PACKS; k += 5) {
    let a = 0, b = 0, c = 0, d = 0, e = 0
    for (let r = 0; r < rows; r++) {
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

let shipped: Model | undefined
/** The model that is shipped, read at first use. */
export const theModel = (): Model => (shipped ??= readModel(readBytes('names/data/weights.bin')))
