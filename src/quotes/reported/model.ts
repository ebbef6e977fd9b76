/** The linear model: one table of weights for all four choices, read from `data/weights.bin` at first use. */
import { readBytes } from '../../data.js'
import type { FeatureList } from './features.js'

/** Weights by bucket, in units of 1 / SCALE. */
export type Weights = Int8Array | Float32Array
/** A stored weight of 127 stands for 127 / SCALE. */
export const SCALE = 32

let stored: Int8Array | undefined

export function readWeights(): Int8Array {
  if (!stored) {
    const bytes = readBytes('quotes/reported/data/weights.bin')
    stored = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  }
  return stored
}

/** The sum of an option's weights, in the table's own units. */
export function score(weights: Weights, features: FeatureList): number {
  let sum = 0
  for (let i = 0; i < features.size; i++) sum += weights[features.at[i]]
  return sum
}

/** The index of the greatest score; the first of equals. */
export function best(scores: readonly number[]): number {
  let at = 0
  for (let i = 1; i < scores.length; i++) if (scores[i] > scores[at]) at = i
  return at
}
