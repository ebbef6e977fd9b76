/** Trained weights as the file that the tagger reads (its format stands in tagger/model.ts). */
import { brotliCompressSync, constants } from 'node:zlib'
import { LABELS } from '../tagger/labels.js'
import { STRIDE } from '../tagger/viterbi.js'
import type { Trained } from './perceptron.js'

export const brotli = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })

/** Keeps the `most` largest weights, in steps such that the largest but a few of 10,000 fit 8 bits. */
export function packModel({ bits, weights, transitions }: Trained, most: number): Buffer {
  const sizes: number[] = []
  for (const w of weights) if (w !== 0) sizes.push(Math.abs(w))
  const sorted = Float32Array.from(sizes).sort().reverse(), least = sorted[Math.min(most, sorted.length) - 1]
  const step = sorted[Math.floor(sorted.length / 20_000)] / 127
  const rows = 1 << bits, counts = new Uint8Array(rows), labels: number[] = [], values: number[] = []
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < LABELS; k++) {
      const w = weights[r * STRIDE + k], value = Math.max(-127, Math.min(127, Math.round(w / step)))
      if (Math.abs(w) < least || value === 0) continue
      counts[r]++
      labels.push(k)
      values.push(value)
    }
  }
  const head = Buffer.alloc(5 + 4 * LABELS * LABELS)
  head[0] = bits
  head.writeFloatLE(step, 1)
  for (let from = 0; from < LABELS; from++) for (let to = 0; to < LABELS; to++) head.writeFloatLE(transitions[from * STRIDE + to], 5 + 4 * (from * LABELS + to))
  process.stdout.write(`${values.length} of ${sorted.length} weights kept\n`)
  return brotli(Buffer.concat([head, counts, Uint8Array.from(labels), Buffer.from(Int8Array.from(values).buffer)]))
}
