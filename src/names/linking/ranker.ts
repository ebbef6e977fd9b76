/** A log-linear choice among candidates: features by name, weights from a data file, probabilities by softmax. */
import { readLines } from '../../data.js'

export interface Ranker {
  readonly features: readonly string[]
  /** Puts other weights in place of the data file's, one a feature; for training. */
  use(weights: Float64Array): void
  /** The best row and how probable it is among all. */
  best(rows: readonly Float64Array[]): { index: number; probability: number }
}

/** A ranker whose weights stand in a data file, a line `feature weight` each; they are read at first use. */
export function rankerOf(file: string, features: readonly string[]): Ranker {
  let weights: Float64Array | undefined
  const read = (): Float64Array => {
    const values = new Map(readLines(`names/data/${file}`).map(line => {
      const cut = line.lastIndexOf(' ')
      return [line.slice(0, cut), Number(line.slice(cut + 1))] as const
    }))
    return Float64Array.from(features, name => values.get(name) ?? 0)
  }
  return {
    features,
    use(own) { weights = own },
    best(rows) {
      weights ??= read()
      let index = -1, most = -Infinity, total = 0
      const scores = rows.map((row, k) => {
        let score = 0
        for (let i = 0; i < row.length; i++) score += row[i] * weights![i]
        if (score > most) [index, most] = [k, score]
        return score
      })
      for (const score of scores) total += Math.exp(score - most)
      return { index, probability: 1 / total }
    },
  }
}
