/**
 * The features of each token, as bucket numbers: the word and its neighbours, shapes, affixes, tags, clusters, lists,
 * and what the rest of the document shows of the same word (its longest capitalised run, its other contexts).
 */
import type { Document, Language, Sentence, Token } from '../../types.js'
import { bucket, hashString } from './hash.js'
import { wordOf, type Word } from './words.js'

/** What stands beyond a sentence's ends. */
const EDGE: Word = { form: 1, lower: 1, shape: 1, shortShape: 1, prefixes: [], suffixes: [], coarse: 0, middle: 0, fine: 0, listed: 0, capital: false, striking: false }
/** How many other occurrences of a word are looked at. */
const OTHERS = 4
const NEAR = 4

/** All that the features of one document need. */
export interface Context {
  readonly tokens: readonly Token[]
  readonly words: readonly Word[]
  readonly tags: Uint32Array
  /** Token indexes of each capitalised word's first occurrences, by lower-case hash. */
  readonly occurrences: ReadonlyMap<number, readonly number[]>
  /** Lower-case hashes of words that also stand in small letters. */
  readonly small: ReadonlySet<number>
  /** For each token in a capitalised run: the run's first and last token (inclusive). */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** For each word (lower-case hash), a token of its longest run. */
  readonly longest: ReadonlyMap<number, number>
}

export function contextOf(_document: Document, { tokens, sentences }: Language): Context {
  const words = tokens.map(t => wordOf(t.text)), tags = new Uint32Array(tokens.length)
  const occurrences = new Map<number, number[]>(), small = new Set<number>(), longest = new Map<number, number>()
  const runStart = new Int32Array(tokens.length).fill(-1), runEnd = new Int32Array(tokens.length).fill(-1)
  const tagHash = new Map<string, number>()
  for (let i = 0; i < tokens.length; i++) {
    const { pos } = tokens[i]
    let h = tagHash.get(pos)
    if (h === undefined) tagHash.set(pos, (h = hashString(pos)))
    tags[i] = h
    if (words[i].capital) {
      const own = occurrences.get(words[i].lower)
      if (!own) occurrences.set(words[i].lower, [i])
      else if (own.length <= OTHERS) own.push(i)
    } else if (tokens[i].pos !== 'PUNCT') small.add(words[i].lower)
  }
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      if (!words[i].capital) continue
      let end = i
      while (end + 1 < last && words[end + 1].capital) end++
      for (let k = i; k <= end; k++) {
        runStart[k] = i
        runEnd[k] = end
        const before = longest.get(words[k].lower)
        if (end - i < 8 && (before === undefined || runEnd[before] - runStart[before] < end - i)) longest.set(words[k].lower, k)
      }
      i = end
    }
  }
  return { tokens, words, tags, occurrences, small, runStart, runEnd, longest }
}

/** Whether a sentence is in capitals, or most of its words begin with one (a headline). */
function styleOf({ tokens, words }: Context, { first, last }: Sentence): number {
  let letters = 0, upper = 0, title = 0
  for (let i = first; i < last; i++) {
    if (!/\p{L}/u.test(tokens[i].text)) continue
    letters++
    if (words[i].capital) title++
    if (tokens[i].text.length > 1 && tokens[i].text === tokens[i].text.toUpperCase()) upper++
  }
  return letters > 2 && upper > 0.7 * letters ? 2 : letters > 3 && title > 0.6 * letters ? 1 : 0
}

/** Calls `emit` with each bucket of token i. The order is fixed. */
export function featuresOf(context: Context, sentence: Sentence, style: number, i: number, emit: (bucket: number) => void): void {
  const { words, tags, tokens } = context, { first, last } = sentence
  const at = (k: number): Word => (k >= first && k < last ? words[k] : EDGE)
  const tag = (k: number): number => (k >= first && k < last ? tags[k] : 0)
  const w = words[i], l1 = at(i - 1), l2 = at(i - 2), r1 = at(i + 1), r2 = at(i + 2)
  emit(bucket(0, 0))
  emit(bucket(1, w.form))
  emit(bucket(2, w.lower))
  emit(bucket(3, l1.lower))
  emit(bucket(4, r1.lower))
  emit(bucket(5, l2.lower))
  emit(bucket(6, r2.lower))
  emit(bucket(7, l1.lower, w.lower))
  emit(bucket(8, w.lower, r1.lower))
  emit(bucket(9, l1.lower, r1.lower))
  emit(bucket(10, w.shape))
  emit(bucket(11, l1.shortShape, w.shortShape))
  emit(bucket(12, w.shortShape, r1.shortShape))
  emit(bucket(13, l1.shortShape ^ Math.imul(w.shortShape, 31), r1.shortShape))
  for (let k = 0; k < w.prefixes.length; k++) emit(bucket(14 + k, w.prefixes[k]))
  for (let k = 0; k < w.suffixes.length; k++) emit(bucket(18 + k, w.suffixes[k]))
  emit(bucket(22, tag(i), w.shortShape))
  emit(bucket(23, tag(i - 1), tag(i)))
  emit(bucket(24, tag(i), tag(i + 1)))
  emit(bucket(25, w.coarse, w.shortShape))
  emit(bucket(26, w.middle, w.shortShape))
  emit(bucket(27, w.fine, w.shortShape))
  emit(bucket(28, l1.coarse, l1.shortShape))
  emit(bucket(29, l1.middle, l1.shortShape))
  emit(bucket(30, l1.fine))
  emit(bucket(31, r1.coarse, r1.shortShape))
  emit(bucket(32, r1.middle, r1.shortShape))
  emit(bucket(33, r1.fine))
  emit(bucket(34, l2.middle, l2.shortShape))
  emit(bucket(35, r2.middle, r2.shortShape))
  emit(bucket(36, l1.middle, w.middle))
  emit(bucket(37, w.middle, r1.middle))
  emit(bucket(38, l1.middle ^ Math.imul(w.coarse, 7919), r1.middle))
  emit(bucket(39, style * 2 + (i === first ? 1 : 0), w.shortShape))
  emit(bucket(40, w.listed, w.shortShape))
  emit(bucket(41, l1.listed, l1.shortShape))
  emit(bucket(42, r1.listed, r1.shortShape))
  emit(bucket(43, l2.lower, l1.lower))
  emit(bucket(44, r1.lower, r2.lower))
  emit(bucket(45, w.lower, style))
  emit(bucket(46, l1.form, w.shortShape))
  emit(bucket(47, (tokens[i].spaced ? 1 : 0) + (i + 1 < last && tokens[i + 1].spaced ? 2 : 0), w.shortShape))
  for (let k = 3; k <= NEAR; k++) {
    emit(bucket(48, at(i - k).lower))
    emit(bucket(49, at(i + k).lower))
  }
  if (w.capital) documentFeatures(context, i, emit)
}

function documentFeatures({ words, occurrences, small, runStart, runEnd, longest }: Context, i: number, emit: (bucket: number) => void): void {
  const w = words[i], start = runStart[i], end = runEnd[i]
  emit(bucket(50, small.has(w.lower) ? 1 : 0, w.shortShape))
  emit(bucket(51, Math.min(i - start, 4), Math.min(end - i, 4)))
  emit(bucket(52, words[start].lower, Math.min(i - start, 4)))
  emit(bucket(53, words[end].lower, Math.min(end - i, 4)))
  emit(bucket(54, words[start].middle, words[end].middle))
  emit(bucket(55, words[start].listed, words[end].listed))
  const beforeRun = start > 0 ? words[start - 1] : EDGE, afterRun = end + 1 < words.length ? words[end + 1] : EDGE
  emit(bucket(56, beforeRun.lower))
  emit(bucket(57, afterRun.lower))
  emit(bucket(58, beforeRun.middle, afterRun.middle))
  const far = longest.get(w.lower)
  if (far !== undefined && runEnd[far] - runStart[far] > end - start) {
    const position = Math.min(far - runStart[far], 3) * 4 + Math.min(runEnd[far] - far, 3)
    emit(bucket(59, position))
    emit(bucket(60, words[runStart[far]].lower, position))
    emit(bucket(61, words[runEnd[far]].lower, position))
    emit(bucket(62, words[runStart[far]].middle, position))
    emit(bucket(63, words[runEnd[far]].middle, position))
    emit(bucket(64, words[runStart[far]].listed | (words[runEnd[far]].listed << 8), position))
  } else emit(bucket(65, 0))
  const others = occurrences.get(w.lower)!
  let used = 0
  for (const other of others) {
    if (other === i || used === OTHERS) continue
    used++
    const left = other > 0 ? words[other - 1] : EDGE, right = other + 1 < words.length ? words[other + 1] : EDGE
    emit(bucket(66, left.lower))
    emit(bucket(67, right.lower))
    emit(bucket(68, left.middle, left.shortShape))
    emit(bucket(69, right.middle, right.shortShape))
    emit(bucket(70, left.listed | (right.listed << 8)))
  }
  emit(bucket(71, used))
}

/**
 * The stretches of a sentence that may hold names: around striking tokens, with what may stand within or at a name's
 * ends. All other tokens are outside without being looked at.
 */
export function stretchesOf({ words }: Context, { first, last }: Sentence): [number, number][] {
  const found: [number, number][] = []
  for (let i = first; i < last; i++) {
    if (!words[i].striking) continue
    const from = Math.max(first, i - 1), to = Math.min(last, i + 2), open = found.at(-1)
    if (open && from <= open[1] + 2) open[1] = Math.max(open[1], to)
    else found.push([from, to])
  }
  return found
}

export { styleOf }
