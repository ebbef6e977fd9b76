/** Writes trained weights in the form that tagger/model.ts reads: small weights dropped, the rest in eight bits. */
import { writeFileSync } from 'node:fs'
import { BUCKETS } from '../tagger/hash.js'
import { LABELS } from '../tagger/labels.js'
import type { Weights } from './perceptron.js'

/** Weights below `least` are dropped; of the rest the signed square root has 127 steps. Returns the number of entries. */
export function writeWeights({ emissions, transitions }: Weights, target: string, least: number): number {
  let most = 0
  for (const w of emissions) if (Math.abs(w) > most) most = Math.abs(w)
  const scale = most / 127 ** 2
  const head = Buffer.alloc(4 + transitions.length * 4 + 8)
  head.writeFloatLE(scale, 0)
  transitions.forEach((w, i) => { head.writeFloatLE(w, 4 + i * 4) })
  const rows: number[] = [], labels: number[] = [], weights: number[] = []
  let last = -1, count = 0
  for (let b = 0; b < BUCKETS; b++) {
    let own = 0
    for (let k = 0; k < LABELS; k++) {
      const w = emissions[b * LABELS + k], step = Math.sign(w) * Math.round(Math.sqrt(Math.abs(w) / scale))
      if (Math.abs(w) < least) continue
      labels.push(k)
      weights.push(step & 255)
      own++
    }
    if (own === 0) continue
    for (let rest = b - last; ; rest >>>= 7) {
      rows.push(rest > 127 ? (rest & 127) | 128 : rest)
      if (rest <= 127) break
    }
    rows.push(own)
    last = b
    count++
  }
  head.writeUInt32LE(count, head.length - 8)
  head.writeUInt32LE(labels.length, head.length - 4)
  writeFileSync(target, Buffer.concat([head, Buffer.from(rows), Buffer.from(labels), Buffer.from(weights)]))
  return labels.length
}
