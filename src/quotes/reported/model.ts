/** The linear model: one table of weights for all four choices, read from `data/weights.bin` at first use. */
import { readBytes } from '../../data.js'
import { BUCKETS, bucketOf } from './features.js'
import type { FeatureList } from './features.js'

/** Weights by bucket, in units of 1 / SCALE. */
export type Weights = Int8Array | Float32Array
/** A stored weight of 127 stands for 127 / SCALE. */
export const SCALE = 32

let stored: Int8Array | undefined

/** The table without its zeros: for each weight the gap to it in bytes of 255 and a rest, then the weight. */
export function packWeights(weights: Int8Array): Uint8Array {
  const bytes: number[] = []
  let gap = 0
  for (const weight of weights) {
    if (weight === 0) { gap++; continue }
    for (; gap >= 255; gap -= 255) bytes.push(255)
    bytes.push(gap, weight & 255)
    gap = 0
  }
  return Uint8Array.from(bytes)
}

/** The table that `packWeights` packed. */
export function unpackWeights(bytes: Uint8Array, size: number): Int8Array {
  const weights = new Int8Array(size)
  let at = 0
  for (let i = 0; i < bytes.length; i++) {
    at += bytes[i]
    if (bytes[i] < 255) weights[at++] = bytes[++i]
  }
  return weights
}

/** The table of the shipped weights. */
export function readWeights(): Int8Array {
  stored ??= unpackWeights(readBytes('quotes/reported/data/weights.bin'), BUCKETS)
  return stored
}

/** The sum of an option's weights, in the table's own units. */
export function score(weights: Weights, { a, b, templates, size, scale, tail }: FeatureList): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += weights[bucketOf(templates[i], a[i], Math.imul(b[i], scale) + tail)]
  return sum
}

/** The index of the greatest score; the first of equals. */
export function best(scores: readonly number[]): number {
  let at = 0
  for (let i = 1; i < scores.length; i++) if (scores[i] > scores[at]) at = i
  return at
}
