/**
 * Features of the four choices: how a cue is read, where content after it ends, where content before it starts, which
 * phrase is the source; and of a whole reading. A feature is a template's number with up to two values, hashed into one
 * table of weights. Every choice has one list, which its function fills anew and gives back.
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
 * The features of one choice. Number i of them has the values `a[i]` and `b[i]` under the template numbers[i]: plain
 * stores to arrays, which cost far less than a call for each. `tail` is added to the second values, `scale` times as large,
 * when buckets are asked for, so that what readings of several patterns share is gathered once.
 */
export class FeatureList {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly templates: Int32Array
  /** How many of them there are. */
  size: number
  tail = 0

  constructor(numbers: readonly number[], readonly scale = 1) {
    this.size = numbers.length
    this.a = new Int32Array(this.size)
    this.b = new Int32Array(this.size)
    this.templates = Int32Array.from(numbers, number => imul(number + 1, TEMPLATE))
  }

  /** The list as it is filled, with this tail. */
  with(tail: number): this {
    this.tail = tail
    return this
  }

  buckets(): Int32Array {
    return Int32Array.from({ length: this.size }, (_, i) => bucketOf(this.templates[i], this.a[i], imul(this.b[i], this.scale) + this.tail))
  }
}

/** The bucket of a feature. */
export function bucketOf(template: number, a: number, b: number): number {
  let h = imul(a ^ template, FIRST) ^ imul(b + 0x27d4eb2f, SECOND)
  h = imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = imul(h ^ (h >>> 12), 0x297a2d39)
  return (h ^ (h >>> 15)) & (BUCKETS - 1)
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

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
  for (let i = from; i < to; i++) if (to - from <= 5 || i < from + 2 || i >= to - 2) hash = imul(hash, 37) + posAt(view, i) | 0
  return hash
}

const CONTEXT = new FeatureList(range(1, 24), 4)

/** Of the words around a cue. The list's `tail` is to be each pattern in turn: the same for all its readings. */
export function contextFeatures(view: View, cue: number): FeatureList {
  const { a, b } = CONTEXT, lemma = lemmaAt(view, cue), form = wordAt(view, cue), tag = posAt(view, cue)
  const word1 = wordAt(view, cue - 1), word2 = wordAt(view, cue - 2), next1 = wordAt(view, cue + 1), next2 = wordAt(view, cue + 2)
  const tag1 = posAt(view, cue - 1), tag2 = posAt(view, cue - 2), tagNext = posAt(view, cue + 1)
  const { first, last } = view.sentences[view.tokens[cue].sentence]
  a[0] = lemma; a[1] = form; a[2] = form; b[2] = tag; a[3] = tag
  a[4] = lemma; b[4] = tag * 32 + tagNext; a[5] = tag; b[5] = tag1 * 32 + tagNext
  a[6] = word1; a[7] = next1; a[8] = word1 ^ imul(form, 31); a[9] = next1 ^ imul(form, 31)
  a[10] = word2; a[11] = next2; a[12] = lemma; b[12] = tag1; a[13] = tag2; b[13] = tag1
  a[14] = lemma; b[14] = tag2 * 32 + tag1; a[15] = tagNext; b[15] = posAt(view, cue + 2); a[16] = word2 ^ imul(word1, 31)
  a[17] = cue === first ? 1 : 0; b[17] = tag; a[18] = bucket(cue - first); a[19] = first === 0 ? 1 : 0
  a[20] = lemma; b[20] = bucket(last - cue); a[21] = between(view, Math.max(first, cue - 12), cue); a[22] = between(view, cue + 1, Math.min(last, cue + 12)); b[22] = tag
  a[23] = next1 ^ imul(next2, 31)
  return CONTEXT
}

const OPENING = new FeatureList([...range(30, 44), ...range(46, 49), 45])

/** Of the place where a reading begins its content behind the cue. The list's `tail` is to be the pattern. */
export function openingFeatures(view: View, cue: number, start: number): FeatureList {
  const { a, b } = OPENING, lemma = lemmaAt(view, cue), { last } = view.sentences[view.tokens[cue].sentence]
  const gap = bucket(start - cue - 1) * 4, bits = between(view, cue + 1, start), that = (between(view, start, start + 6) & KIND.that) * 4
  const here = wordAt(view, start), before = wordAt(view, start - 1), tag = posAt(view, start)
  a[0] = here; a[1] = before; a[2] = tag; b[2] = gap; a[3] = lemma; b[3] = gap; a[4] = before ^ imul(lemma, 31); a[5] = lemma ^ tag
  a[6] = bits; a[7] = bits ^ imul(lemma, 31); a[8] = before; b[8] = tag * 4; a[9] = between(view, start, Math.min(last, start + 14)); a[10] = here ^ imul(lemma, 31)
  a[11] = before ^ imul(here, 31); a[12] = posAt(view, start - 1) * 32 + tag; b[12] = posAt(view, start + 1) * 4; a[13] = before; b[13] = bits * 4
  a[14] = posAt(view, cue + 1) * 32 + tag; b[14] = gap; a[15] = lemma; b[15] = that; a[16] = before; b[16] = that; a[17] = tag; b[17] = that
  a[18] = wordAt(view, start + 1); a[19] = view.region[start] >= 0 ? 1 : 0
  return OPENING
}

const CLOSING = new FeatureList(range(50, 63))

/** Of the place where a reading ends its content before the cue. The list's `tail` is to be the pattern. */
export function closingFeatures(view: View, cue: number, end: number): FeatureList {
  const { a, b } = CLOSING, lemma = lemmaAt(view, cue), { first } = view.sentences[view.tokens[cue].sentence]
  const gap = bucket(cue - end - 1), bits = between(view, end + 1, cue), next = wordAt(view, end + 1)
  a[0] = gap; a[1] = bits; a[2] = lemma; b[2] = gap * 4; a[3] = wordAt(view, end); a[4] = posAt(view, end + 1); b[4] = gap * 4; a[5] = next; a[6] = bits; b[6] = posAt(view, cue + 1) * 4
  a[7] = view.region[end - 1] >= 0 ? 1 : 0; a[8] = between(view, Math.max(first, end - 14), end); a[9] = next; b[9] = posAt(view, end + 2) * 4
  a[10] = wordAt(view, cue + 1); b[10] = gap * 4; a[11] = bucket(end - first); a[12] = bits ^ imul(lemma, 31); a[13] = wordAt(view, first)
  return CLOSING
}

const END = new FeatureList(range(100, 122), 2)

/** Of the end of content that starts at `start`. `previous` is the candidate before it; `final` is the reach's end. */
export function endFeatures(view: View, cue: number, start: number, end: number, previous: number, final: boolean): FeatureList {
  const { a, b } = END, lemma = lemmaAt(view, cue), here = wordAt(view, end), next = wordAt(view, end + 1), opens = wordAt(view, start - 1), length = bucket((end - start) >> 1)
  const bits = between(view, start, end), after = final ? 0 : between(view, end + 1, end + 9), tagBefore = posAt(view, end - 1), tagNext = posAt(view, end + 1)
  a[1] = here; a[2] = tagNext; b[2] = here; a[3] = here ^ imul(next, 31); a[4] = lemma; b[4] = here; a[5] = length; a[6] = bits & KIND.verb; b[6] = here
  a[7] = tagBefore; b[7] = here; a[8] = wordAt(view, end - 1); a[9] = after; a[10] = after; b[10] = here; a[11] = view.region[end - 1] >= 0 && view.region[end] === view.region[end - 1] ? 1 : 0
  a[12] = opens; b[12] = here; a[13] = next; b[13] = wordAt(view, end + 2); a[14] = tagNext * 32 + posAt(view, end + 2); b[14] = here; a[15] = lemma; b[15] = length
  a[16] = bucket(end - previous); b[16] = here; a[17] = wordAt(view, start); b[17] = bits & KIND.verb; a[18] = posAt(view, end); b[18] = tagNext * 32 + tagBefore
  a[19] = kindAt(view, end + 1) & KIND.cue; b[19] = here; a[20] = posAt(view, cue); b[20] = here; a[21] = bits & (KIND.comma | KIND.verb); b[21] = lemma; a[22] = next; b[22] = opens
  return END.with(final ? 1 : 0)
}

const START = new FeatureList(range(150, 163), 2)

/** Of the start of content that ends before a cue. `final` is the reach's end. */
export function startFeatures(view: View, cue: number, start: number, end: number, final: boolean): FeatureList {
  const { a, b } = START, before = wordAt(view, start - 1), here = wordAt(view, start), bits = between(view, start, end)
  a[1] = before; a[2] = before; b[2] = posAt(view, start); a[3] = here; a[4] = here; b[4] = wordAt(view, start + 1); a[5] = bits; a[6] = bits; b[6] = before
  a[7] = bucket(end - start); a[8] = lemmaAt(view, cue); a[9] = between(view, Math.max(start - 10, 0), start); b[9] = before; a[10] = posAt(view, start); b[10] = posAt(view, start + 1)
  a[11] = view.region[start] >= 0 ? 1 : 0; b[11] = before; a[12] = wordAt(view, start - 2); b[12] = before; a[13] = before; b[13] = here
  return START.with(final ? 1 : 0)
}

const NO_SOURCE = new FeatureList(range(200, 205)), SOURCE = new FeatureList([...range(210, 235), ...range(237, 241), 236])

/** Of a phrase as the source of a reading. */
export function sourceFeatures(view: View, cue: number, { pattern, start, end }: Option, { first, last, head, chunks }: SourceOption): FeatureList {
  const lemma = lemmaAt(view, cue), tag = posAt(view, cue)
  if (head < 0) {
    const { a, b } = NO_SOURCE
    a[0] = lemma; b[0] = tag * 4 + pattern; a[1] = tag; b[1] = pattern; a[2] = posAt(view, cue - 1); b[2] = posAt(view, cue + 1)
    a[3] = wordAt(view, cue - 1); a[4] = wordAt(view, cue); a[5] = wordAt(view, cue + 1); b[5] = pattern
    return NO_SOURCE
  }
  const { a, b } = SOURCE, left = last <= cue ? 1 : 0, far = bucket(left ? cue - last : first - cue - 1) * 8
  const bits = left ? between(view, last, cue) : between(view, cue + 1, first), path = left ? pathOf(view, last, cue) : pathOf(view, cue + 1, first), side = left * 4 + pattern
  const before = wordAt(view, first - 1), next = wordAt(view, last), tagBefore = posAt(view, first - 1), tagNext = posAt(view, last), tagHead = posAt(view, head), upper = capital(view, head)
  a[0] = far / 8; b[0] = side; a[1] = bits; b[1] = side; a[2] = bits ^ imul(lemma, 31); b[2] = side; a[3] = lemma; b[3] = side; a[4] = before; b[4] = side; a[5] = next; b[5] = side
  a[6] = tagBefore; b[6] = tagNext * 8 + side; a[7] = wordAt(view, head); b[7] = left; a[8] = tagHead; b[8] = side; a[9] = upper; b[9] = side
  a[10] = chunks; b[10] = side; a[11] = chunks; b[11] = bits * 8 + side; a[12] = first === view.sentences[view.tokens[cue].sentence].first ? 1 : 0; b[12] = side
  a[13] = wordAt(view, first); b[13] = left; a[14] = posAt(view, first); b[14] = chunks * 8 + side; a[15] = tag; b[15] = far + side; a[16] = next; b[16] = chunks * 8 + side
  a[17] = wordAt(view, cue - 1); b[17] = side; a[18] = next; b[18] = posAt(view, last + 1) * 8 + side; a[19] = before; b[19] = far + side
  a[20] = left ? next : wordAt(view, cue + 1); b[20] = far + side; a[21] = tagHead; b[21] = bits * 8 + side; a[22] = bucket(last - first); b[22] = chunks * 8 + side
  a[23] = lemma ^ tagHead; b[23] = far + side; a[24] = wordAt(view, cue + 1); b[24] = far + side; a[25] = upper * 32 + tagHead; b[25] = posAt(view, last - 1) * 8 + side
  a[26] = tagNext; b[26] = posAt(view, last + 1) * 8 + side; a[27] = path; b[27] = side; a[28] = path; b[28] = tag * 8 + side
  a[29] = path; b[29] = tagHead * 8 + side; a[30] = path; b[30] = tagBefore * 8 + side
  // Content on both sides has no one distance from the source.
  SOURCE.size = pattern === AFTER || pattern === BEFORE ? 32 : 31
  a[31] = bucket(Math.abs(pattern === AFTER ? start - last : end - first)); b[31] = side
  return SOURCE
}

const ACCEPT = new FeatureList(range(300, 336))

/** Of a whole reading: whether it is a report at all. */
export function acceptFeatures(view: View, cue: number, { option: { pattern }, pieces, source, support }: Reading): FeatureList {
  const { a, b } = ACCEPT, lemma = lemmaAt(view, cue), tag = posAt(view, cue), form = wordAt(view, cue), sentence = view.sentences[view.tokens[cue].sentence]
  const { first, last } = pieces[pieces.length - 1], bits = between(view, first, last) & (KIND.verb | KIND.that | KIND.mark | KIND.cue), step = Math.max(-4, Math.min(8, Math.floor(support)))
  const { head } = source, tagHead = posAt(view, head), upper = capital(view, head), length = bucket(last - first), clause = bits & KIND.verb, here = wordAt(view, first), before = wordAt(view, first - 1)
  a[0] = pattern; a[1] = lemma; b[1] = pattern; a[2] = form; b[2] = tag; a[3] = step; a[4] = step; b[4] = lemma; a[5] = step; b[5] = tag * 4 + pattern; a[6] = bits; b[6] = pattern; a[7] = lemma; b[7] = bits
  a[8] = length; b[8] = pattern; a[9] = lemma; b[9] = length; a[10] = here; b[10] = pattern; a[11] = posAt(view, first); b[11] = posAt(view, first + 1) * 4 + pattern; a[12] = lemma ^ posAt(view, first); b[12] = pattern
  a[13] = wordAt(view, last - 1); a[14] = wordAt(view, last); b[14] = pattern; a[15] = tagHead; b[15] = pattern; a[16] = wordAt(view, head); a[17] = lemma ^ tagHead; b[17] = upper; a[18] = upper; b[18] = tagHead * 4 + pattern
  a[19] = head < 0 ? 0 : head < cue ? bucket(cue - source.last) : -bucket(source.first - cue); b[19] = pattern; a[20] = wordAt(view, cue - 1); b[20] = clause; a[21] = wordAt(view, cue + 1); b[21] = clause
  a[22] = wordAt(view, cue - 2); a[23] = before; b[23] = clause; a[24] = lemma ^ before; b[24] = clause; a[25] = lemma ^ here; a[26] = head < 0 ? 0 : 1; b[26] = form; a[27] = last >= sentence.last - 1 ? 1 : 0; b[27] = lemma
  a[28] = posAt(view, cue - 1); b[28] = posAt(view, cue - 2) * 32 + tag; a[29] = between(view, sentence.first, cue) & (KIND.cue | KIND.verb); b[29] = pattern; a[30] = clause; b[30] = length * 4 + pattern
  a[31] = lemma ^ clause; b[31] = posAt(view, cue - 1); a[32] = step; b[32] = clause; a[33] = tagHead * 2 + upper; b[33] = step; a[34] = wordAt(view, head); b[34] = lemma
  a[35] = view.region[first] >= 0 ? 1 : 0; b[35] = pattern; a[36] = posAt(view, last - 1); b[36] = clause
  return ACCEPT
}
