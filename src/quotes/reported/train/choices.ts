/** The choices that the gold attributions of an article teach: lists of options with the right one. */
import { readCue } from '../decode.js'
import { acceptFeatures, closingFeatures, contextFeatures, endFeatures, openingFeatures, sourceFeatures, startFeatures } from '../features.js'
import type { FeatureList } from '../features.js'
import { AFTER, BEFORE, NONE, SPLIT, contentEnds, contentStarts, isComplementizer, optionsOf, reachOf } from '../options.js'
import type { Option } from '../options.js'
import { sourceOptions } from '../source.js'
import type { TokenSpan } from '../source.js'
import { viewOf } from '../view.js'
import type { View } from '../view.js'
import type { Lexicon } from '../words.js'
import type { Article, Attribution } from './gold.js'

/** One choice: the features of each option, which is right, and how much it counts. */
export interface Choice {
  readonly options: readonly Int32Array[]
  readonly right: number
  readonly weight: number
}

/** Finds the head of an attribution's cue: a token of the article. */
export type HeadOf = (article: Article, attribution: Attribution) => number

const FAR_OFF = 3
/** A thought taken for speech is a smaller fault than an act. */
const BELIEF_WEIGHT = 0.3

/** The index of the number nearest to `wanted`, -1 where none is near enough. */
function nearest(numbers: readonly number[], wanted: number): number {
  let at = -1
  numbers.forEach((n, i) => {
    if (Math.abs(n - wanted) <= FAR_OFF && (at < 0 || Math.abs(n - wanted) < Math.abs(numbers[at] - wanted))) at = i
  })
  return at
}

/** The reading that gold content stands for, -1 where no option comes near. */
function rightReading(options: readonly Option[], before: TokenSpan | undefined, after: TokenSpan | undefined): number {
  const pattern = before && after ? SPLIT : after ? AFTER : BEFORE
  let at = -1, least = Infinity
  options.forEach((option, i) => {
    if (option.pattern !== pattern) return
    const distance = (after ? Math.abs(option.start - after.first) : 0) + (before ? Math.abs(option.end - before.last) : 0)
    if (distance <= FAR_OFF && distance < least) { at = i; least = distance }
  })
  return at
}

const gathered = (count: number, fill: (i: number) => FeatureList): Int32Array[] => Array.from({ length: count }, (_, i) => fill(i).buckets())

/** PolNeAR's content starts with "that", kpen's after it. */
const withoutThat = (view: View, span: TokenSpan | undefined): TokenSpan | undefined =>
  span && isComplementizer(view, span.first) && span.last > span.first + 1 ? { first: span.first + 1, last: span.last } : span

/** The context's and the reading's own features together. */
const readingOf = (view: View, cue: number, { pattern, start, end }: Option): Int32Array => Int32Array.from([
  ...contextFeatures(view, cue).with(pattern).buckets(),
  ...(start < 0 ? [] : openingFeatures(view, cue, start).with(pattern).buckets()),
  ...(end < 0 ? [] : closingFeatures(view, cue, end).with(pattern).buckets()),
])

/** How much of two spans is shared, 0 to 1. */
const likeness = (a: TokenSpan, b: TokenSpan): number => {
  const both = Math.min(a.last, b.last) - Math.max(a.first, b.first)
  return both <= 0 ? 0 : both / (Math.max(a.last, b.last) - Math.min(a.first, b.first))
}

function boundaryChoices(view: View, cue: number, option: Option, before: TokenSpan | undefined, after: TokenSpan | undefined, weight: number): { choices: Choice[]; pieces: TokenSpan[] } {
  const { low, high } = reachOf(view, cue), choices: Choice[] = [], pieces: TokenSpan[] = []
  if (before && option.end >= 0) {
    const starts = contentStarts(view, option.end, low), right = nearest(starts, Math.max(before.first, low))
    if (right >= 0) choices.push({ options: gathered(starts.length, i => startFeatures(view, cue, starts[i], option.end, i === starts.length - 1)), right, weight })
    pieces.push({ first: right >= 0 ? starts[right] : low, last: option.end })
  }
  if (after && option.start >= 0) {
    const ends = contentEnds(view, option.start, high), right = nearest(ends, Math.min(after.last, high))
    if (right >= 0) choices.push({ options: gathered(ends.length, i => endFeatures(view, cue, option.start, ends[i], i > 0 ? ends[i - 1] : option.start, i === ends.length - 1)), right, weight })
    pieces.push({ first: option.start, last: right >= 0 ? ends[right] : high })
  }
  return { choices, pieces }
}

function sourceChoice(view: View, cue: number, option: Option, pieces: readonly TokenSpan[], source: readonly TokenSpan[], weight: number): Choice[] {
  const options = sourceOptions(view, cue, pieces)
  let right = source.length === 0 ? 0 : -1, most = 0.2
  options.forEach((candidate, i) => {
    const like = source.length > 0 && candidate.head >= 0 ? likeness(candidate, source[0]) : 0
    if (like > most) { most = like; right = i }
  })
  if (right < 0) return []
  return [{ options: gathered(options.length, i => sourceFeatures(view, cue, option, options[i])), right, weight }]
}

export function choicesOf(article: Article, lexicon: Lexicon, headOf: HeadOf): Choice[] {
  const view = viewOf(article.language, article.marks, lexicon), { weight } = article, choices: Choice[] = []
  const byHead = new Map<number, Attribution>()
  for (const a of article.attributions) {
    const head = a.belief ? -1 : headOf(article, a)
    if (head >= 0 && a.content.length > 0) byHead.set(head, a)
  }
  view.cues.forEach(cue => {
    const options = optionsOf(view, cue), gold = byHead.get(cue)
    const sides = gold?.content.filter(s => s.first > cue || s.last <= cue)
    const before = sides?.find(s => s.last <= cue && view.tokens[s.last - 1].sentence === view.tokens[cue].sentence)
    const after = withoutThat(view, sides?.find(s => s.first > cue && view.tokens[s.first].sentence === view.tokens[cue].sentence))
    if (gold && !before && !after) return
    const right = gold ? rightReading(options, before, after) : 0
    if (right < 0) return
    choices.push({ options: options.map(option => readingOf(view, cue, option)), right, weight })
    if (options[right].pattern === NONE) return
    const found = boundaryChoices(view, cue, options[right], before, after, weight)
    choices.push(...found.choices)
    if (gold?.source) choices.push(...sourceChoice(view, cue, options[right], found.pieces, gold.source, weight))
  })
  return choices
}

const tokensShared = (a: readonly TokenSpan[], b: readonly TokenSpan[]): number =>
  a.reduce((sum, s) => sum + b.reduce((n, t) => n + Math.max(0, Math.min(s.last, t.last) - Math.max(s.first, t.first)), 0), 0)

/**
 * What an article teaches about accepting a whole reading. `weights` must be learnt from other articles, so that the
 * readings are as good and as bad as those of unseen text.
 */
export function acceptances(article: Article, lexicon: Lexicon, weights: Float32Array): Choice[] {
  const view = viewOf(article.language, article.marks, lexicon), choices: Choice[] = []
  view.cues.forEach(cue => {
    const reading = readCue(view, cue, weights, 1)
    if (!reading) return
    const size = reading.pieces.reduce((sum, { first, last }) => sum + last - first, 0)
    const told = article.attributions.filter(a => tokensShared(reading.pieces, a.content) > 0.3 * size)
    const speech = told.some(a => !a.belief)
    const weight = article.weight * (speech || told.length === 0 ? 1 : BELIEF_WEIGHT)
    choices.push({ options: [acceptFeatures(view, cue, reading).buckets(), new Int32Array(0)], right: speech ? 0 : 1, weight })
  })
  return choices
}
