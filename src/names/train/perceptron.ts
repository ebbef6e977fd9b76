/**
 * Averaged structured perceptron (Collins 2002) with a margin: the best sequence under the weights plus a cost for wrong
 * labels is pushed down, the best one that the annotation allows is pulled up. Where the annotation leaves labels open,
 * the gold path is itself found by Viterbi among those allowed.
 */
import { LABELS } from '../tagger/labels.js'
import { bestLabels, newLattice, STRIDE } from '../tagger/viterbi.js'
import type { Corpus } from './corpus.js'
import { random } from './random.js'

/** Numbers that come from memory together. */
const CACHE_LINE = 16
const touched = new Float32Array(1)

export interface Trained {
  readonly bits: number
  /** STRIDE averaged weights a feature row. */
  readonly weights: Float32Array
  readonly transitions: Float32Array
}

/** `skips` tells documents that are not learnt from. */
export interface Part { readonly corpus: Corpus; readonly allowed: Uint8Array; readonly from: number; readonly times: number; readonly skips?: (document: number) => boolean }

export interface Settings {
  readonly bits: number
  readonly epochs: number
  /** Features seen fewer times are left out. */
  readonly least: number
  readonly margin: number
  /** The share of features that is left out at random wherever a stretch is learnt from, so that none is relied on alone. */
  readonly drop: number
  /** Transitions that are not learnt but given. */
  readonly transitions?: Float32Array
}

/** Drops features seen fewer than `least` times, and turns hashes into rows, in place of the hashes. */
export function keepFrequent(parts: readonly Part[], { bits, least }: Settings): Int32Array[] {
  const counts = new Uint8Array(1 << 26)
  for (const { corpus } of parts) for (const hash of corpus.hashes) if (counts[hash >>> 6] < 255) counts[hash >>> 6]++
  return parts.map(({ corpus }) => {
    const rows = new Int32Array(corpus.hashes.length)
    for (let i = 0; i < rows.length; i++) rows[i] = counts[corpus.hashes[i] >>> 6] < least ? -1 : corpus.hashes[i] >>> (32 - bits)
    return rows
  })
}

export function train(parts: readonly Part[], rowsOf: readonly Int32Array[], { bits, epochs, margin, drop, transitions: given }: Settings, seed: number): Trained {
  const draw = random(seed)
  const weights = new Float32Array((1 << bits) * STRIDE), sums = new Float32Array((1 << bits) * STRIDE)
  const transitions = given?.slice() ?? new Float32Array(LABELS * STRIDE), transitionSums = new Float32Array(LABELS * STRIDE)
  const lattice = newLattice()
  let emissions = new Float32Array(STRIDE * 1024), costed = new Float32Array(STRIDE * 1024), gold = new Uint8Array(1024), guess = new Uint8Array(1024), active = new Int32Array(1024)
  let step = 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order: [number, number][] = []
    parts.forEach(({ corpus: { segments, documents }, from, times, skips }, p) => {
      if (epoch >= from) for (let s = 0; s + 1 < segments.length; s++) if (!skips?.(documents[s])) for (let k = 0; k < times; k++) order.push([p, s])
    })
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(draw() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    let wrong = 0
    for (const [p, s] of order) {
      const { corpus: { starts, codes, segments, base }, allowed } = parts[p], rows = rowsOf[p], from = segments[s], count = segments[s + 1] - from, origin = starts[from]
      if (guess.length < count) {
        emissions = new Float32Array(STRIDE * 2 * count)
        costed = new Float32Array(STRIDE * 2 * count)
        gold = new Uint8Array(2 * count)
        guess = new Uint8Array(2 * count)
      }
      const features = starts[from + count] - origin
      if (active.length < features) active = new Int32Array(2 * features)
      for (let f = 0; f < features; f++) active[f] = drop > 0 && draw() < drop ? -1 : rows[origin + f]
      // Rows lie all over memory: a short loop that only touches them lets the processor wait for many at a time.
      for (let f = 0; f < features; f++) if (active[f] >= 0) for (let line = active[f] * STRIDE, end = line + STRIDE; line < end; line += CACHE_LINE) touched[0] += weights[line]
      if (base) emissions.set(base.subarray(from * STRIDE, (from + count) * STRIDE))
      else emissions.fill(0, 0, count * STRIDE)
      for (let i = 0; i < count; i++) {
        const at = i * STRIDE
        for (let f = starts[from + i] - origin, end = starts[from + i + 1] - origin; f < end; f++) {
          if (active[f] < 0) continue
          const row = active[f] * STRIDE
          for (let k = 0; k < LABELS; k++) emissions[at + k] += weights[row + k]
        }
      }
      let fixed = true
      for (let i = 0; i < count; i++) {
        const at = i * STRIDE, ok = codes[from + i] * LABELS
        if (codes[from + i] >= LABELS) fixed = false
        for (let k = 0; k < LABELS; k++) costed[at + k] = emissions[at + k] + (allowed[ok + k] ? 0 : margin)
      }
      bestLabels(costed, count, transitions, lattice, guess)
      let right = true
      for (let i = 0; i < count && right; i++) right = allowed[codes[from + i] * LABELS + guess[i]] === 1
      step++
      if (right) continue
      wrong++
      if (fixed) for (let i = 0; i < count; i++) gold[i] = codes[from + i]
      else {
        for (let i = 0; i < count; i++) {
          const at = i * STRIDE, ok = codes[from + i] * LABELS
          for (let k = 0; k < LABELS; k++) costed[at + k] = allowed[ok + k] ? emissions[at + k] : -1e7
        }
        bestLabels(costed, count, transitions, lattice, gold)
      }
      for (let i = 0; i < count; i++) {
        const good = gold[i], bad = guess[i]
        if (good !== bad) {
          for (let f = starts[from + i] - origin, end = starts[from + i + 1] - origin; f < end; f++) {
            if (active[f] < 0) continue
            const row = active[f] * STRIDE
            weights[row + good] += 1
            weights[row + bad] -= 1
            sums[row + good] += step
            sums[row + bad] -= step
          }
        }
        if (given) continue
        const a = (i === 0 ? 0 : gold[i - 1]) * STRIDE + good, b = (i === 0 ? 0 : guess[i - 1]) * STRIDE + bad
        if (a !== b) {
          transitions[a] += 1
          transitions[b] -= 1
          transitionSums[a] += step
          transitionSums[b] -= step
        }
      }
      const a = gold[count - 1] * STRIDE, b = guess[count - 1] * STRIDE
      if (a !== b && !given) {
        transitions[a] += 1
        transitions[b] -= 1
        transitionSums[a] += step
        transitionSums[b] -= step
      }
    }
    process.stdout.write(`epoch ${epoch + 1}: ${wrong} of ${order.length} stretches wrong\n`)
  }
  for (let i = 0; i < weights.length; i++) weights[i] -= sums[i] / step
  for (let i = 0; i < transitions.length; i++) transitions[i] -= transitionSums[i] / step
  return { bits, weights, transitions }
}

/** The mean of several trainings that differ in the order of their examples: steadier than each of them, and as small. */
export function meanOf(models: Iterable<Trained>): Trained {
  let sum: Trained | undefined, count = 0
  for (const model of models) {
    count++
    if (sum === undefined) sum = model
    else {
      for (let i = 0; i < sum.weights.length; i++) sum.weights[i] += model.weights[i]
      for (let i = 0; i < sum.transitions.length; i++) sum.transitions[i] += model.transitions[i]
    }
  }
  if (sum === undefined) throw new RangeError('no model to take the mean of')
  for (let i = 0; i < sum.weights.length; i++) sum.weights[i] /= count
  for (let i = 0; i < sum.transitions.length; i++) sum.transitions[i] /= count
  return sum
}
