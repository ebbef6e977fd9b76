/** The averaged structured perceptron, with partial labels: the gold path is the best one that the labels allow. */
import { BUCKETS } from '../tagger/hash.js'
import { LABELS } from '../tagger/labels.js'
import { viterbi } from '../tagger/viterbi.js'
import type { Example } from './corpus.js'

export interface Weights {
  /** [bucket * LABELS + label]. */
  readonly emissions: Float32Array
  /** [previous * LABELS + own]. */
  readonly transitions: Float32Array
}

/** A linear congruential generator: the same order in every run. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items]
  let state = seed >>> 0
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    const swap = out[i]
    out[i] = out[j]
    out[j] = swap
  }
  return out
}

export interface Round {
  readonly examples: readonly Example[]
}

/** Trains over the rounds in order; buckets seen fewer than `least` times are left out. Returns averaged weights. */
export function train(rounds: readonly Round[], least: number, log: (line: string) => void): Weights {
  const emissions = new Float32Array(BUCKETS * LABELS), sums = new Float32Array(BUCKETS * LABELS)
  const transitions = new Float32Array(LABELS * LABELS), transitionSums = new Float32Array(LABELS * LABELS)
  const seen = new Uint8Array(BUCKETS)
  for (const { features } of new Set(rounds.flatMap(r => r.examples))) for (const b of features) if (seen[b] < least) seen[b]++
  let step = 1
  rounds.forEach(({ examples }, r) => {
    let wrong = 0, tokens = 0
    for (const example of shuffled(examples, r + 1)) {
      const { offsets, features, allowed } = example, n = offsets.length - 1
      const scores = new Float64Array(n * LABELS)
      for (let i = 0; i < n; i++) {
        for (let k = offsets[i]; k < offsets[i + 1]; k++) {
          if (seen[features[k]] < least) continue
          const row = features[k] * LABELS
          for (let own = 0; own < LABELS; own++) scores[i * LABELS + own] += emissions[row + own]
        }
      }
      const guess = viterbi(scores, n, transitions)
      let fits = true
      for (let i = 0; i < n; i++) if (!allowed[i][guess[i]]) fits = false
      tokens += n
      if (!fits) {
        const gold = viterbi(scores, n, transitions, allowed)
        const move = (own: number, i: number, by: number): void => {
          for (let k = offsets[i]; k < offsets[i + 1]; k++) {
            if (seen[features[k]] < least) continue
            const at = features[k] * LABELS + own
            emissions[at] += by
            sums[at] += by * step
          }
        }
        for (let i = 0; i < n; i++) {
          if (gold[i] !== guess[i]) {
            move(gold[i], i, 1)
            move(guess[i], i, -1)
            wrong++
          }
          const g = (i > 0 ? gold[i - 1] : 0) * LABELS + gold[i], p = (i > 0 ? guess[i - 1] : 0) * LABELS + guess[i]
          if (g !== p) {
            transitions[g] += 1
            transitionSums[g] += step
            transitions[p] -= 1
            transitionSums[p] -= step
          }
        }
      }
      step++
    }
    log(`round ${r + 1} of ${rounds.length}: ${examples.length} stretches, ${((100 * wrong) / tokens).toFixed(2)} % of tokens wrong`)
  })
  for (let i = 0; i < emissions.length; i++) emissions[i] -= sums[i] / step
  for (let i = 0; i < transitions.length; i++) transitions[i] -= transitionSums[i] / step
  return { emissions, transitions }
}
