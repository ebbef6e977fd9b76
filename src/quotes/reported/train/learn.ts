/** Multinomial logistic regression over lists of options, by AdaGrad with a pull towards zero, averaged over the later rounds. */
import type { Choice } from './choices.js'

const EPOCHS = 8, RATE = 0.04, PULL = 2e-6
/** A feature must occur this often among the options to get a weight: rarer ones are learnt by heart. */
const LEAST_OCCURRENCES = 4

/** Numbers from 0 up to 1 that are the same in every run. */
function randomNumbers(): () => number {
  let state = 12345
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

/** The choices without their rare features. */
function withoutRare(choices: readonly Choice[], buckets: number): Choice[] {
  const seen = new Uint32Array(buckets)
  for (const { options } of choices) for (const features of options) for (const at of features) seen[at]++
  return choices.map(choice => ({ ...choice, options: choice.options.map(features => features.filter(at => seen[at] >= LEAST_OCCURRENCES)) }))
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1)), kept = order[i]
    order[i] = order[k]
    order[k] = kept
  }
}

export function learn(given: readonly Choice[], buckets: number): Float32Array {
  const choices = withoutRare(given, buckets), order = choices.map((_, i) => i), random = randomNumbers()
  const weights = new Float32Array(buckets), squares = new Float32Array(buckets).fill(1e-2), sums = new Float64Array(buckets)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const { options, right, weight } = choices[index]
      const scores = options.map(features => features.reduce((sum, at) => sum + weights[at], 0)), highest = Math.max(...scores)
      const exps = scores.map(score => Math.exp(score - highest)), total = exps.reduce((a, b) => a + b, 0)
      options.forEach((features, i) => {
        const gradient = (exps[i] / total - (i === right ? 1 : 0)) * weight
        if (Math.abs(gradient) < 1e-4) return
        for (const at of features) {
          const g = gradient + PULL * weights[at]
          squares[at] += g * g
          weights[at] -= RATE * g / Math.sqrt(squares[at])
        }
      })
    }
    if (epoch >= EPOCHS / 2) for (let i = 0; i < buckets; i++) sums[i] += weights[i]
  }
  return Float32Array.from(sums, sum => sum / (EPOCHS / 2))
}
