/** Reads one cue: which reading, where its content ends and starts, which phrase is its source. */
import { FeatureList, acceptFeatures, contextFeatures, endFeatures, readingFeatures, sourceFeatures, startFeatures } from './features.js'
import { best, score } from './model.js'
import type { Reading } from './features.js'
import type { Weights } from './model.js'
import { NONE, PATTERNS, contentEnds, contentStarts, optionsOf, reachOf } from './options.js'
import type { Option } from './options.js'
import { sourceOptions } from './source.js'
import type { TokenSpan } from './source.js'
import type { View } from './view.js'

/** Log odds of a report, before the whole reading is judged, below which a cue is passed over. */
const LEAST_SUPPORT = -2

const features = new FeatureList()

/** Token spans of what a reading takes as content. */
function piecesOf(view: View, cue: number, option: Option, weights: Weights): TokenSpan[] {
  const { low, high } = reachOf(view, cue), pieces: TokenSpan[] = []
  if (option.end >= 0) {
    const starts = contentStarts(view, option.end, low)
    const at = best(starts.map((start, i) => {
      startFeatures(view, cue, start, option.end, i === starts.length - 1, features)
      return score(weights, features)
    }))
    pieces.push({ first: starts[at], last: option.end })
  }
  if (option.start >= 0) {
    const ends = contentEnds(view, option.start, high)
    const at = best(ends.map((end, i) => {
      endFeatures(view, cue, option.start, end, i > 0 ? ends[i - 1] : option.start, i === ends.length - 1, features)
      return score(weights, features)
    }))
    pieces.push({ first: option.start, last: ends[at] })
  }
  return pieces
}

/** The likeliest reading of a cue, or null where nothing speaks for a report. `unit` is what one weight is worth. */
export function readCue(view: View, cue: number, weights: Weights, unit: number): Reading | null {
  const options = optionsOf(view, cue)
  contextFeatures(view, cue, features)
  const context = PATTERNS.map(pattern => {
    features.tail = pattern
    return score(weights, features)
  })
  const scores = options.map(option => {
    readingFeatures(view, cue, option, features)
    return (context[option.pattern] + score(weights, features)) * unit
  })
  let chosen = -1, total = 0
  options.forEach(({ pattern }, i) => {
    if (pattern === NONE) return
    total += Math.exp(scores[i] - scores[0])
    if (chosen < 0 || scores[i] > scores[chosen]) chosen = i
  })
  const support = Math.log(total)
  if (chosen < 0 || support < LEAST_SUPPORT) return null
  const option = options[chosen], pieces = piecesOf(view, cue, option, weights), sources = sourceOptions(view, cue, pieces)
  const at = best(sources.map(source => {
    sourceFeatures(view, cue, option, source, features)
    return score(weights, features)
  }))
  return { option, pieces, source: sources[at], support }
}

/** The probability that a whole reading is a report. */
export function probabilityOf(view: View, cue: number, reading: Reading, weights: Weights, unit: number): number {
  acceptFeatures(view, cue, reading, features)
  return 1 / (1 + Math.exp(-score(weights, features) * unit))
}
