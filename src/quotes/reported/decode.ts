/** Reads one cue: which reading, where its content ends and starts, which phrase is its source. */
import { acceptFeatures, closingFeatures, contextFeatures, endFeatures, openingFeatures, sourceFeatures, startFeatures } from './features.js'
import { best, score } from './model.js'
import type { Reading } from './features.js'
import type { Weights } from './model.js'
import { contentEnds, contentStarts, optionsOf, reachOf } from './options.js'
import type { Option } from './options.js'
import { sourceOptions } from './source.js'
import type { TokenSpan } from './source.js'
import type { View } from './view.js'

/** Log odds of a report, before the whole reading is judged, below which a cue is passed over. */
const LEAST_SUPPORT = -2

/** Token spans of what a reading takes as content. */
function piecesOf(view: View, cue: number, option: Option, weights: Weights): TokenSpan[] {
  const { low, high } = reachOf(view, cue), pieces: TokenSpan[] = []
  if (option.end >= 0) {
    const starts = contentStarts(view, option.end, low)
    const at = best(starts.map((start, i) => score(weights, startFeatures(view, cue, start, option.end, i === starts.length - 1))))
    pieces.push({ first: starts[at], last: option.end })
  }
  if (option.start >= 0) {
    const ends = contentEnds(view, option.start, high)
    const at = best(ends.map((end, i) => score(weights, endFeatures(view, cue, option.start, end, i > 0 ? ends[i - 1] : option.start, i === ends.length - 1))))
    pieces.push({ first: option.start, last: ends[at] })
  }
  return pieces
}

/** Scores of a cue's readings. What its words, a reading's opening and its closing say is added up: they do not meet. */
function readingScores(view: View, cue: number, options: readonly Option[], weights: Weights): number[] {
  const words = contextFeatures(view, cue)
  let last: Option | null = null, context = 0, closing = 0
  return options.map(option => {
    const { pattern, start, end } = option
    // Readings of one pattern follow each other, and of these those that close at one place.
    if (last?.pattern !== pattern) context = score(weights, words.with(pattern))
    if (last?.pattern !== pattern || last.end !== end) closing = end < 0 ? 0 : score(weights, closingFeatures(view, cue, end).with(pattern))
    last = option
    return context + (start < 0 ? 0 : score(weights, openingFeatures(view, cue, start).with(pattern))) + closing
  })
}

/** The likeliest reading of a cue, or null where nothing speaks for a report. `unit` is what one weight is worth. */
export function readCue(view: View, cue: number, weights: Weights, unit: number): Reading | null {
  const options = optionsOf(view, cue), scores = readingScores(view, cue, options, weights)
  let chosen = -1, total = 0
  for (let i = 1; i < options.length; i++) {
    total += Math.exp((scores[i] - scores[0]) * unit)
    if (chosen < 0 || scores[i] > scores[chosen]) chosen = i
  }
  const support = Math.log(total)
  if (chosen < 0 || support < LEAST_SUPPORT) return null
  const option = options[chosen], pieces = piecesOf(view, cue, option, weights), sources = sourceOptions(view, cue, pieces)
  const at = best(sources.map(source => score(weights, sourceFeatures(view, cue, option, source))))
  return { option, pieces, source: sources[at], support }
}

/** The probability that a whole reading is a report. */
export const probabilityOf = (view: View, cue: number, reading: Reading, weights: Weights, unit: number): number =>
  1 / (1 + Math.exp(-score(weights, acceptFeatures(view, cue, reading)) * unit))
