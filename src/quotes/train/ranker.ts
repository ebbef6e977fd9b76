/** Learns the ranker's weights: softmax over candidates, the probability of all right ones raised, by AdaGrad. */
import { softmax } from '../model.js'
import type { Example } from './examples.js'

const EPOCHS = 6
const RATE = 0.05
const DECAY = 0.0003
/** A feature must be seen in this many candidates. */
const LEAST_SEEN = 12

/** A generator of numbers in [0, 1): the same every time. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function learn(examples: readonly Example[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { features } of examples) for (const own of features) for (const f of own) seen.set(f, (seen.get(f) ?? 0) + 1)
  const index = new Map<string, number>()
  for (const [feature, n] of [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1))) if (n >= LEAST_SEEN) index.set(feature, index.size)
  const data = examples.filter(({ right }) => right.some(r => r > 0))
    .flatMap(example => Array<Example>(example.times).fill(example))
    .map(({ features, right }) => ({ right, rows: features.map(own => Int32Array.from(own.map(f => index.get(f) ?? -1).filter(i => i >= 0))) }))
  const weights = new Float64Array(index.size), squares = new Float64Array(index.size).fill(1e-6), random = randomFrom(7)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = data.map((_, i) => i)
    for (let i = order.length - 1; i > 0; i--) {
      const k = Math.floor(random() * (i + 1));
      [order[i], order[k]] = [order[k], order[i]]
    }
    for (const at of order) {
      const { rows, right } = data[at]
      const shares = softmax(rows.map(row => { let s = 0; for (const f of row) s += weights[f]; return s }))
      let good = 0
      shares.forEach((share, i) => { if (right[i]) good += share })
      good = Math.max(good, 1e-9)
      rows.forEach((row, i) => {
        const gradient = (right[i] ? shares[i] / good : 0) - shares[i]
        if (Math.abs(gradient) < 1e-5) return
        for (const f of row) {
          const g = gradient - DECAY * weights[f]
          squares[f] += g * g
          weights[f] += RATE * g / Math.sqrt(squares[f])
        }
      })
    }
  }
  return new Map([...index].map(([feature, i]) => [feature, weights[i]]))
}

const scoreOf = (features: readonly string[], weights: ReadonlyMap<string, number>): number => features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)

/** Share of the examples whose best candidate is right. */
export function accuracy(examples: readonly Example[], weights: ReadonlyMap<string, number>): number {
  let n = 0, ok = 0
  for (const { features, right } of examples) {
    if (!right.some(r => r > 0)) continue
    n++
    let best = 0, most = -Infinity
    features.forEach((own, i) => { const score = scoreOf(own, weights); if (score > most) { most = score; best = i } })
    ok += right[best]
  }
  return ok / Math.max(1, n)
}
