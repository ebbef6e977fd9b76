/** Trained weights as the file that the tagger reads (its format stands in tagger/model.ts). */
import { LABELS } from '../tagger/labels.js'
import { STRIDE } from '../tagger/viterbi.js'
import type { Trained } from './perceptron.js'

/** Keeps the `most` largest weights, in steps such that the largest but a few of 10,000 fit 8 bits. */
export function packModel({ bits, weights, transitions }: Trained, most: number): Buffer {
  let used = 0
  for (const w of weights) if (w !== 0) used++
  const sizes = new Float32Array(used)
  used = 0
  for (const w of weights) if (w !== 0) sizes[used++] = Math.abs(w)
  sizes.sort()
  const least = sizes[Math.max(0, used - most)], step = sizes[used - 1 - Math.floor(used / 20_000)] / 127
  const rows = 1 << bits, present = new Uint32Array(rows >>> 5), counts: number[] = [], entries: number[] = []
  for (let r = 0; r < rows; r++) {
    const before = entries.length
    for (let k = 0; k < LABELS; k++) {
      const w = weights[r * STRIDE + k], value = Math.max(-127, Math.min(127, Math.round(w / step)))
      if (Math.abs(w) >= least && value !== 0) entries.push(value * 64 + k)
    }
    if (entries.length === before) continue
    present[r >>> 5] |= 1 << (r & 31)
    counts.push(entries.length - before)
  }
  const head = Buffer.alloc(12 + 4 * LABELS * LABELS)
  head.writeUInt32LE(bits, 0)
  head.writeFloatLE(step, 4)
  head.writeUInt32LE(counts.length, 8)
  for (let from = 0; from < LABELS; from++) for (let to = 0; to < LABELS; to++) head.writeFloatLE(transitions[from * STRIDE + to], 12 + 4 * (from * LABELS + to))
  process.stdout.write(`${entries.length} of ${used} weights kept in ${counts.length} rows\n`)
  return Buffer.concat([head, Buffer.from(present.buffer), Buffer.from(Int16Array.from(entries).buffer), Uint8Array.from(counts)])
}
