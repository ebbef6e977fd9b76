/** The two passes over a document: each stretch by itself, then those once more whose words were read otherwise elsewhere. */
import { agreementFeaturesOf, compareNames, isDisputed, MOST_AGREEMENT, type FirstPass } from './agreement.js'
import { MOST, placeFeaturesOf, type Reading } from './features.js'
import { LABELS, typeOf } from './labels.js'
import { PACKS, scoreLabels, type Model } from './model.js'
import type { Segment } from './segments.js'
import { bestLabels, boundsOf, newLattice, STRIDE } from './viterbi.js'
import { wordScores, wordScoresAt } from './wordscores.js'

const features = new Int32Array(MOST), nothing = new Float64Array(PACKS)

/** The scores of a stretch's labels, STRIDE a token, valid until the next call. */
let emissions = new Float32Array(64 * STRIDE)
export function scoreSegment(model: Model, reading: Reading, { first, last, from, to }: Segment): Float32Array {
  const { words, context: { shouted }, language: { tokens } } = reading, loud = shouted[tokens[first].sentence]
  if (emissions.length < (to - from) * STRIDE) emissions = new Float32Array(2 * (to - from) * STRIDE)
  for (let i = from; i < to; i++) {
    const known = wordScoresAt(model, words.vocabulary, words.wordOf[i], loud, i === first ? 1 : 0)
    scoreLabels(model, features, placeFeaturesOf(reading, i, first, last, features), wordScores, known, emissions, (i - from) * STRIDE)
  }
  return emissions
}

/** By how much a label beats the best one of another type. */
function marginOf(scores: Float32Array, at: number, label: number): number {
  const own = label === 0 ? -1 : typeOf(label)
  let other = own < 0 ? -Infinity : scores[at]
  for (let k = 1; k < LABELS; k++) if (scores[at + k] > other && (k - 1) >> 2 !== own) other = scores[at + k]
  return scores[at + label] - other
}

export function readFirst(model: Model, reading: Reading, segments: readonly Segment[]): FirstPass {
  const { words: { lowerOf }, context: { capped }, language: { tokens } } = reading, lattice = newLattice(), bounds = boundsOf(model.transitions)
  const labels = new Uint8Array(tokens.length), margins = new Float32Array(tokens.length)
  for (const segment of segments) {
    const { from, to } = segment, scores = scoreSegment(model, reading, segment)
    bestLabels(scores, to - from, model.transitions, lattice, labels.subarray(from, to), bounds)
    // A word met once has no other place to speak for.
    for (let i = from; i < to; i++) if (capped[lowerOf[i]] > 1) margins[i] = marginOf(scores, (i - from) * STRIDE, labels[i])
  }
  return { labels, margins }
}

/** Reads the disputed stretches once more; returns the labels of all tokens. */
export function readAgain(model: Model, small: Model, reading: Reading, segments: readonly Segment[], firstPass: FirstPass): Uint8Array {
  const agreement = compareNames(reading, segments, firstPass), labels = firstPass.labels.slice(), lattice = newLattice(), bounds = boundsOf(model.transitions)
  const told = new Int32Array(MOST_AGREEMENT), more = new Float32Array(STRIDE)
  for (const segment of segments) {
    if (!isDisputed(agreement, segment)) continue
    const { from, to } = segment, scores = scoreSegment(model, reading, segment)
    for (let i = from; i < to; i++) {
      const count = agreementFeaturesOf(agreement, i, told)
      if (count === 0) continue
      scoreLabels(small, told, count, nothing, 0, more, 0)
      for (let k = 0, at = (i - from) * STRIDE; k < LABELS; k++) scores[at + k] += more[k]
    }
    bestLabels(scores, to - from, model.transitions, lattice, labels.subarray(from, to), bounds)
  }
  return labels
}
