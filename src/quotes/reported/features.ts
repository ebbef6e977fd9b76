/**
 * Features of the four choices: how a cue is read, where content after it ends, where content before it starts, which
 * phrase is the source. A feature is a template's number with up to two values, hashed into one table of weights.
 */
import { AFTER, BEFORE } from './options.js'
import type { Option } from './options.js'
import type { SourceOption, TokenSpan } from './source.js'
import { KIND, kindAt, lemmaAt, posAt, wordAt } from './view.js'
import type { View } from './view.js'

/** A cue read through. */
export interface Reading {
  readonly option: Option
  /** Token spans of the content, in text order. */
  readonly pieces: readonly TokenSpan[]
  readonly source: SourceOption
  /** Log odds of a report by the words at the cue alone. */
  readonly support: number
}

/** Size of the weight table, a power of two. */
export const BUCKETS = 1 << 20

const TEMPLATE = 0x9e3779b1, FIRST = 0x85ebca6b, SECOND = 0xc2b2ae35
const { imul } = Math

/**
 * The features of one option, `size` of them, as hashes half worked out: `tail` is added to each feature's second value
 * when the bucket is asked for, so that what all patterns of a cue share is gathered once.
 */
export class FeatureList {
  size = 0
  tail = 0
  private base = 0
  private scale = 1
  private readonly left = new Int32Array(96)
  private readonly right = new Int32Array(96)

  /** Empties the list. `base` is added to the templates, second values are multiplied by `scale`. */
  open(base: number, scale = 1, tail = 0): void {
    this.size = 0
    this.base = base + 1
    this.scale = scale
    this.tail = tail
  }

  add(template: number, a: number, b = 0): void {
    const i = this.size++
    this.left[i] = imul(a ^ imul(template + this.base, TEMPLATE), FIRST)
    this.right[i] = imul(b * this.scale + 0x27d4eb2f, SECOND)
  }

  /** The bucket of a feature. */
  bucket(i: number): number {
    let h = this.left[i] ^ (this.right[i] + imul(this.tail, SECOND))
    h = imul(h ^ (h >>> 15), 0x2c1b3c6d)
    h = imul(h ^ (h >>> 12), 0x297a2d39)
    return (h ^ (h >>> 15)) & (BUCKETS - 1)
  }

  buckets(): Int32Array {
    return Int32Array.from({ length: this.size }, (_, i) => this.bucket(i))
  }
}

const bucket = (n: number): number => (n <= 0 ? 0 : n <= 6 ? n : n <= 10 ? 7 : n <= 16 ? 8 : n <= 28 ? 9 : 10)
const capital = (view: View, i: number): number => (kindAt(view, i) & KIND.capital ? 1 : 0)

/** The kinds of words (see `KIND`) that stand between two tokens, at most 40 of them. */
function between(view: View, from: number, to: number): number {
  let bits = 0
  for (let i = Math.max(from, 0), end = Math.min(to, from + 40, view.tokens.length); i < end; i++) bits |= kindAt(view, i)
  return bits
}


/** Hash of the tags between two tokens, of the first and last two where there are more than five. */
function pathOf(view: View, from: number, to: number): number {
  let hash = to - from > 5 ? 7 : 1
  for (let i = from; i < to; i++) if (to - from <= 5 || i < from + 2 || i >= to - 2) hash = Math.imul(hash, 37) + posAt(view, i) | 0
  return hash
}

/** Of the words around a cue. The list's `tail` is then set to each pattern in turn: the same for all its readings. */
export function contextFeatures(view: View, cue: number, out: FeatureList): void {
  out.open(0, 4)
  const lemma = lemmaAt(view, cue), form = wordAt(view, cue), tag = posAt(view, cue)
  const sentence = view.sentences[view.tokens[cue].sentence]
  out.add(1, lemma); out.add(2, form); out.add(3, form, tag); out.add(4, tag)
  out.add(5, lemma, tag * 32 + posAt(view, cue + 1)); out.add(6, tag, posAt(view, cue - 1) * 32 + posAt(view, cue + 1))
  out.add(7, wordAt(view, cue - 1)); out.add(8, wordAt(view, cue + 1)); out.add(9, wordAt(view, cue - 1) ^ Math.imul(form, 31)); out.add(10, wordAt(view, cue + 1) ^ Math.imul(form, 31))
  out.add(11, wordAt(view, cue - 2)); out.add(12, wordAt(view, cue + 2)); out.add(13, lemma, posAt(view, cue - 1)); out.add(14, posAt(view, cue - 2), posAt(view, cue - 1))
  out.add(15, lemma, posAt(view, cue - 2) * 32 + posAt(view, cue - 1)); out.add(16, posAt(view, cue + 1), posAt(view, cue + 2)); out.add(17, wordAt(view, cue - 2) ^ Math.imul(wordAt(view, cue - 1), 31))
  out.add(18, cue === sentence.first ? 1 : 0, tag); out.add(19, bucket(cue - sentence.first)); out.add(20, sentence.first === 0 ? 1 : 0)
  out.add(21, lemma, bucket(sentence.last - cue)); out.add(22, between(view, sentence.first < cue - 12 ? cue - 12 : sentence.first, cue)); out.add(23, between(view, cue + 1, Math.min(sentence.last, cue + 12)), tag)
  out.add(24, wordAt(view, cue + 1) ^ Math.imul(wordAt(view, cue + 2), 31))
}

/** Of the places where a reading sets its content's edges at the cue. */
export function readingFeatures(view: View, cue: number, option: Option, out: FeatureList): void {
  out.open(0)
  const { pattern, start, end } = option, lemma = lemmaAt(view, cue)
  const sentence = view.sentences[view.tokens[cue].sentence]
  if (start >= 0) {
    const gap = start - cue - 1, bits = between(view, cue + 1, start)
    out.add(30, wordAt(view, start), pattern); out.add(31, wordAt(view, start - 1), pattern); out.add(32, posAt(view, start), bucket(gap) * 4 + pattern)
    out.add(33, lemma, bucket(gap) * 4 + pattern); out.add(34, wordAt(view, start - 1) ^ Math.imul(lemma, 31), pattern); out.add(35, lemma ^ posAt(view, start), pattern)
    out.add(36, bits, pattern); out.add(37, bits ^ Math.imul(lemma, 31), pattern); out.add(38, wordAt(view, start - 1), posAt(view, start) * 4 + pattern)
    out.add(39, between(view, start, Math.min(sentence.last, start + 14)), pattern); out.add(40, wordAt(view, start) ^ Math.imul(lemma, 31), pattern)
    out.add(41, wordAt(view, start - 1) ^ Math.imul(wordAt(view, start), 31), pattern); out.add(42, posAt(view, start - 1) * 32 + posAt(view, start), posAt(view, start + 1) * 4 + pattern)
    out.add(43, wordAt(view, start - 1), bits * 4 + pattern); out.add(44, posAt(view, cue + 1) * 32 + posAt(view, start), bucket(gap) * 4 + pattern)
    out.add(46, lemma, (between(view, start, start + 6) & KIND.that) * 4 + pattern); out.add(47, wordAt(view, start - 1), (between(view, start, start + 6) & KIND.that) * 4 + pattern)
    out.add(48, posAt(view, start), (between(view, start, start + 6) & KIND.that) * 4 + pattern); out.add(49, wordAt(view, start + 1), pattern)
    out.add(45, view.region[start] >= 0 ? 1 : 0, pattern)
  }
  if (end >= 0) {
    const gap = cue - end - 1, bits = between(view, end + 1, cue)
    out.add(50, bucket(gap), pattern); out.add(51, bits, pattern); out.add(52, lemma, bucket(gap) * 4 + pattern); out.add(53, wordAt(view, end), pattern)
    out.add(54, posAt(view, end + 1), bucket(gap) * 4 + pattern); out.add(55, wordAt(view, end + 1), pattern); out.add(56, bits, posAt(view, cue + 1) * 4 + pattern)
    out.add(57, view.region[end - 1] >= 0 ? 1 : 0, pattern); out.add(58, between(view, Math.max(sentence.first, end - 14), end), pattern)
    out.add(59, wordAt(view, end + 1), posAt(view, end + 2) * 4 + pattern); out.add(60, wordAt(view, cue + 1), bucket(gap) * 4 + pattern)
    out.add(61, bucket(end - sentence.first), pattern); out.add(62, bits ^ Math.imul(lemma, 31), pattern); out.add(63, wordAt(view, sentence.first), pattern)
  }
}

/** Of the end of content that starts at `start`. `index` counts the candidates from the left; `final` is the reach's end. */
export function endFeatures(view: View, cue: number, start: number, end: number, previous: number, final: boolean, out: FeatureList): void {
  const lemma = lemmaAt(view, cue), here = wordAt(view, end), next = wordAt(view, end + 1), length = bucket((end - start) >> 1)
  const bits = between(view, start, end), after = final ? 0 : between(view, end + 1, end + 9)
  out.open(100, 2, final ? 1 : 0)
  out.add(0, 0); out.add(1, here); out.add(2, posAt(view, end + 1), here); out.add(3, here ^ Math.imul(next, 31)); out.add(4, lemma, here); out.add(5, length); out.add(6, bits & KIND.verb, here)
  out.add(7, posAt(view, end - 1), here); out.add(8, wordAt(view, end - 1)); out.add(9, after); out.add(10, after, here); out.add(11, view.region[end - 1] >= 0 && view.region[end] === view.region[end - 1] ? 1 : 0)
  out.add(12, wordAt(view, start - 1), here); out.add(13, next, wordAt(view, end + 2)); out.add(14, posAt(view, end + 1) * 32 + posAt(view, end + 2), here); out.add(15, lemma, length)
  out.add(16, bucket(end - previous), here); out.add(17, wordAt(view, start), bits & KIND.verb); out.add(18, posAt(view, end), posAt(view, end + 1) * 32 + posAt(view, end - 1))
  out.add(19, between(view, end + 1, end + 2) & KIND.cue, here); out.add(20, posAt(view, cue), here); out.add(21, bits & (KIND.comma | KIND.verb), lemma); out.add(22, wordAt(view, end + 1), wordAt(view, start - 1))
}

/** Of the start of content that ends before a cue. */
export function startFeatures(view: View, cue: number, start: number, end: number, final: boolean, out: FeatureList): void {
  const lemma = lemmaAt(view, cue), before = wordAt(view, start - 1), bits = between(view, start, end)
  out.open(150, 2, final ? 1 : 0)
  out.add(0, 0); out.add(1, before); out.add(2, before, posAt(view, start)); out.add(3, wordAt(view, start)); out.add(4, wordAt(view, start), wordAt(view, start + 1)); out.add(5, bits); out.add(6, bits, before)
  out.add(7, bucket(end - start)); out.add(8, lemma); out.add(9, between(view, Math.max(start - 10, 0), start), before); out.add(10, posAt(view, start), posAt(view, start + 1))
  out.add(11, view.region[start] >= 0 ? 1 : 0, before); out.add(12, wordAt(view, start - 2), before); out.add(13, before, wordAt(view, start))
}

/** Of a phrase as the source. `span` is the content's extent. */
export function sourceFeatures(view: View, cue: number, reading: Option, option: SourceOption, out: FeatureList): void {
  const lemma = lemmaAt(view, cue), pattern = reading.pattern, tag = posAt(view, cue)
  out.open(200)
  if (option.head < 0) {
    out.add(0, lemma, tag * 4 + pattern); out.add(1, tag, pattern); out.add(2, posAt(view, cue - 1), posAt(view, cue + 1)); out.add(3, wordAt(view, cue - 1)); out.add(4, wordAt(view, cue)); out.add(5, wordAt(view, cue + 1), pattern)
    return
  }
  const { first, last, head, chunks } = option, left = last <= cue ? 1 : 0, gap = left ? cue - last : first - cue - 1
  const bits = left ? between(view, last, cue) : between(view, cue + 1, first), side = left * 4 + pattern
  const prev = wordAt(view, first - 1), next = wordAt(view, last), sentence = view.sentences[view.tokens[cue].sentence]
  out.add(10, bucket(gap), side); out.add(11, bits, side); out.add(12, bits ^ Math.imul(lemma, 31), side); out.add(13, lemma, side); out.add(14, prev, side); out.add(15, next, side)
  out.add(16, posAt(view, first - 1), posAt(view, last) * 8 + side); out.add(17, wordAt(view, head), left); out.add(18, posAt(view, head), side); out.add(19, capital(view, head), side)
  out.add(20, chunks, side); out.add(21, chunks, bits * 8 + side); out.add(22, first === sentence.first ? 1 : 0, side); out.add(23, wordAt(view, first), left); out.add(24, posAt(view, first), chunks * 8 + side)
  out.add(25, tag, bucket(gap) * 8 + side); out.add(26, next, chunks * 8 + side); out.add(27, wordAt(view, cue - 1), side); out.add(28, next, posAt(view, last + 1) * 8 + side); out.add(29, prev, bucket(gap) * 8 + side)
  out.add(30, wordAt(view, left ? last : cue + 1), bucket(gap) * 8 + side); out.add(31, posAt(view, head), bits * 8 + side); out.add(32, bucket(last - first), chunks * 8 + side)
  out.add(33, lemma ^ posAt(view, head), bucket(gap) * 8 + side); out.add(34, wordAt(view, cue + 1), bucket(gap) * 8 + side); out.add(35, capital(view, head) * 32 + posAt(view, head), posAt(view, last - 1) * 8 + side)
  if (pattern === AFTER || pattern === BEFORE) out.add(36, bucket(Math.abs((pattern === AFTER ? reading.start : reading.end) - (pattern === AFTER ? last : first))), side)
  out.add(37, posAt(view, last), posAt(view, last + 1) * 8 + side)
  const path = left ? pathOf(view, last, cue) : pathOf(view, cue + 1, first)
  out.add(38, path, side); out.add(39, path, tag * 8 + side); out.add(40, path, posAt(view, head) * 8 + side); out.add(41, path, posAt(view, first - 1) * 8 + side)
}

/** Of a whole reading: whether it is a report at all. */
export function acceptFeatures(view: View, cue: number, reading: Reading, out: FeatureList): void {
  const { option: { pattern }, pieces, source, support } = reading
  const lemma = lemmaAt(view, cue), tag = posAt(view, cue), form = wordAt(view, cue), sentence = view.sentences[view.tokens[cue].sentence]
  const { first, last } = pieces[pieces.length - 1], bits = between(view, first, last) & (KIND.verb | KIND.that | KIND.mark | KIND.cue), step = Math.max(-4, Math.min(8, Math.floor(support)))
  const head = source.head, headPos = head < 0 ? 0 : posAt(view, head), length = bucket(last - first), clause = bits & KIND.verb
  out.open(300)
  out.add(0, pattern); out.add(1, lemma, pattern); out.add(2, form, tag); out.add(3, step); out.add(4, step, lemma); out.add(5, step, tag * 4 + pattern); out.add(6, bits, pattern); out.add(7, lemma, bits); out.add(8, length, pattern)
  out.add(9, lemma, length); out.add(10, wordAt(view, first), pattern); out.add(11, posAt(view, first), posAt(view, first + 1) * 4 + pattern); out.add(12, lemma ^ posAt(view, first), pattern)
  out.add(13, wordAt(view, last - 1)); out.add(14, wordAt(view, last), pattern); out.add(15, headPos, pattern); out.add(16, wordAt(view, head)); out.add(17, lemma ^ headPos, capital(view, head)); out.add(18, capital(view, head), headPos * 4 + pattern)
  out.add(19, head < 0 ? 0 : head < cue ? bucket(cue - source.last) : -bucket(source.first - cue), pattern); out.add(20, wordAt(view, cue - 1), clause); out.add(21, wordAt(view, cue + 1), clause); out.add(22, wordAt(view, cue - 2))
  out.add(23, wordAt(view, first - 1), clause); out.add(24, lemma ^ wordAt(view, first - 1), clause); out.add(25, lemma ^ wordAt(view, first)); out.add(26, head < 0 ? 0 : 1, form); out.add(27, last >= sentence.last - 1 ? 1 : 0, lemma)
  out.add(28, posAt(view, cue - 1), posAt(view, cue - 2) * 32 + tag); out.add(29, between(view, sentence.first, cue) & (KIND.cue | KIND.verb), pattern); out.add(30, clause, length * 4 + pattern); out.add(31, lemma ^ clause, posAt(view, cue - 1))
  out.add(32, step, clause); out.add(33, headPos * 2 + capital(view, head), step); out.add(34, wordAt(view, head), lemma); out.add(35, view.region[first] >= 0 ? 1 : 0, pattern); out.add(36, posAt(view, last - 1), clause)
}
