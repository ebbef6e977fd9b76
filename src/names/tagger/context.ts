/** What the whole document tells about its words: where they are written small, in which longest run of capitals they stand. */
import type { Language } from '../../types.js'
import { CAPS, DIGITS, INITIAL, LOWER, MARK, MIXED, TITLE, type Words } from './words.js'
import { CITY, COUNTRY, INNER, REGION } from './lexicon.js'

export interface Context {
  /** Per token: 1 where a name may be. */
  readonly live: Uint8Array
  /** Per sentence: 1 where it is in capitals throughout, 2 where it has none, 3 where most longer words begin with one. */
  readonly shouted: Uint8Array
  /** Per token: first and last (half-open) token of its run of capitalised words; equal outside one. */
  readonly runFirst: Int32Array
  readonly runLast: Int32Array
  /** Per lower-cased word: times written small, times capitalised, a token of it in its longest run (-1 none). */
  readonly small: Int32Array
  readonly capped: Int32Array
  readonly best: Int32Array
  /** Per lower-cased word: tokens of its first and its last capitalised use inside a sentence (-1 none). */
  readonly firstUse: Int32Array
  readonly lastUse: Int32Array
}

/** Small words may continue a name this far. */
const REACH = 4
/** Runs longer than this are lists or headlines: no evidence. */
const LONGEST_RUN = 6
/** Labels of transcripts have at most this many tokens. */
const LONGEST_LABEL = 12

export const isCapital = (writing: number): boolean => writing === TITLE || writing === CAPS || writing === MIXED || writing === INITIAL

/** Gazetteers whose names the web writes small. */
const PLACES = CITY | COUNTRY | REGION

export function readContext({ tokens, sentences }: Language, words: Words): Context {
  const { wordOf, writing, lowerOf, flags } = words, n = tokens.length
  const live = new Uint8Array(n), shouted = new Uint8Array(sentences.length), runFirst = new Int32Array(n), runLast = new Int32Array(n)
  const small = new Int32Array(words.lowers), capped = new Int32Array(words.lowers), best = new Int32Array(words.lowers).fill(-1)
  const firstUse = new Int32Array(words.lowers).fill(-1), lastUse = new Int32Array(words.lowers).fill(-1)
  const bridges = (i: number): boolean => {
    const word = wordOf[i]
    if (writing[word] === LOWER && !tokens[i].spaced && i > 0 && tokens[i - 1].text === '-') return true
    return writing[word] === DIGITS || ((writing[word] === LOWER || writing[word] === MARK) && (flags[word] & INNER) !== 0)
  }
  /** The colon after a speaker's name in capitals ("PENCE: Well, …"), -1 where there is none. */
  const labelEnd = (first: number, last: number): number => {
    for (let i = first; i < last && i < first + LONGEST_LABEL; i++) {
      const how = writing[wordOf[i]]
      if (tokens[i].text === ':') return i
      if (how !== CAPS && how !== INITIAL && how !== MARK) break
    }
    return -1
  }
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s], label = s === 0 || sentences[s - 1].paragraph !== sentences[s].paragraph ? labelEnd(first, last) : -1
    let caps = 0, rest = 0, capitals = 0, titles = 0, long = 0
    for (let i = first; i < last; i++) {
      const how = writing[wordOf[i]]
      if (isCapital(how)) capitals++
      if (how === CAPS) caps++
      else if (how === LOWER || how === TITLE || how === MIXED) {
        rest++
        if (tokens[i].text.length > 4) long++
        if (tokens[i].text.length > 4 && how !== LOWER) titles++
      }
    }
    shouted[s] = caps > 2 && caps > 3 * rest ? 1 : capitals === 0 ? 2 : long > 2 && titles > 0.8 * long ? 3 : 0
    for (let i = first; i < last; i++) {
      const how = writing[wordOf[i]]
      if (how === LOWER && shouted[s] !== 1) small[lowerOf[i]]++
      if (!isCapital(how)) {
        runFirst[i] = runLast[i] = i
        if (how === LOWER && (shouted[s] === 2 || tokens[i].pos === 'PROPN' || (flags[wordOf[i]] & PLACES) !== 0)) live[i] = 1
        continue
      }
      let end = i + 1
      while (end < last && isCapital(writing[wordOf[end]])) end++
      for (let k = i; k < end; k++) {
        live[k] = 1
        runFirst[k] = i
        runLast[k] = end
        const id = lowerOf[k]
        if (shouted[s] !== 0) continue
        capped[id]++
        if (end - i > LONGEST_RUN) continue
        if (k > first) {
          if (firstUse[id] < 0) firstUse[id] = k
          lastUse[id] = k
        }
        const old = best[id]
        if (old < 0 || end - i > runLast[old] - runFirst[old] || (runFirst[old] === sentences[tokens[old].sentence].first && end - i === runLast[old] - runFirst[old])) best[id] = k
      }
      for (let k = end, far = 0; k < last && far < REACH && bridges(k); k++, far++) live[k] = 1
      for (let k = i - 1, far = 0; k >= first && far < 2 && bridges(k); k--, far++) live[k] = 1
      i = end - 1
    }
    if (label >= 0) live[label] = 0
  }
  return { live, shouted, runFirst, runLast, small, capped, best, firstUse, lastUse }
}
