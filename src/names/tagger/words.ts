/**
 * What words look like: computed once for each different word, not for each token, and kept from one document to the next
 * (nothing of it depends on the document).
 */
import type { Token } from '../../types.js'
import { hashOf, mix } from './hash.js'
import { clusterAt, entryOf, flagsAt, type Lexicon } from './lexicon.js'

/** How a word is written. */
export const LOWER = 0, TITLE = 1, CAPS = 2, MIXED = 3, INITIAL = 4, DIGITS = 5, MARK = 6, OTHER = 7
/** A longer word's letters beyond this do not tell anything new. */
const LONGEST = 60

/** More words than this are not kept for the next document. */
const MOST_KEPT = 20_000

/** What is known of words met so far. */
export interface Vocabulary {
  readonly lexicon: Lexicon
  readonly byText: Map<string, number>
  readonly byLower: Map<string, number>
  /** Per word, by its exact form. `lower` is an index shared by all forms that differ in case only. */
  readonly form: number[]
  readonly lower: number[]
  readonly lowerHash: number[]
  readonly writing: number[]
  readonly shape: number[]
  readonly affixes: number[]
  readonly fine: number[]
  readonly middle: number[]
  readonly coarse: number[]
  readonly flags: number[]
  /** Per lower-cased word: the last document that it was met in (they are numbered), and its number there. */
  readonly metIn: number[]
  readonly number: number[]
}

/** A document's words. */
export interface Words extends Vocabulary {
  readonly vocabulary: Vocabulary
  /** Per token: index of its word in the vocabulary. */
  readonly wordOf: Int32Array
  /** Per token: number of its lower-cased word in this document, from 0. */
  readonly lowerOf: Int32Array
  /** Number of different words without regard to case. */
  readonly lowers: number
}

/** Hashes per word in `affixes`: prefixes of 2 to 4 letters, suffixes of 1 to 4. */
export const AFFIXES = 7

function writingOf(text: string): number {
  let upper = 0, low = 0, digits = 0, letters = 0
  for (const c of text) {
    const up = c.toUpperCase(), down = c.toLowerCase()
    if (up !== down) {
      letters++
      if (c === up) upper++
      else low++
    } else if (c >= '0' && c <= '9') digits++
    else if (/\p{L}/u.test(c)) letters++
  }
  if (letters === 0) return digits > 0 ? DIGITS : MARK
  if (upper === 0) return digits > 0 && text[0] <= '9' ? DIGITS : low > 0 ? LOWER : OTHER
  if (low === 0) return letters === 1 ? INITIAL : CAPS
  const first = text[0]
  return upper === 1 && first !== first.toLowerCase() ? TITLE : MIXED
}

/** The pattern of capitals, small letters, digits and marks; runs of the same kind count as two at most. */
function shapeOf(text: string): number {
  let h = 17, last = 0, run = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i], up = c.toUpperCase(), down = c.toLowerCase()
    const kind = up !== down ? (c === up ? 1 : 2) : c >= '0' && c <= '9' ? 3 : 64 + text.charCodeAt(i)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) h = mix(h, kind)
  }
  return h
}

const emptyVocabulary = (lexicon: Lexicon): Vocabulary => ({
  lexicon, byText: new Map(), byLower: new Map(), form: [], lower: [], lowerHash: [], writing: [], shape: [], affixes: [], fine: [], middle: [],
  coarse: [], flags: [], metIn: [], number: [],
})

/** Takes a new word in; returns its index. */
function learn(vocabulary: Vocabulary, text: string, low: string): number {
  const { lexicon, byText, byLower, affixes, metIn, number } = vocabulary, word = byText.size, n = low.length
  byText.set(text, word)
  let lower = byLower.get(low)
  if (lower === undefined) {
    byLower.set(low, lower = byLower.size)
    metIn.push(-1)
    number.push(0)
  }
  const key = hashOf(low), cut = low.slice(0, LONGEST)
  vocabulary.form.push(hashOf(text))
  vocabulary.lower.push(lower)
  vocabulary.lowerHash.push(key)
  vocabulary.writing.push(writingOf(text.slice(0, LONGEST)))
  vocabulary.shape.push(shapeOf(text.slice(0, LONGEST)))
  for (let k = 2; k <= 4; k++) affixes.push(hashOf(cut, 0, Math.min(k, n)))
  for (let k = 1; k <= 4; k++) affixes.push(hashOf(low, Math.max(0, n - k), n))
  let entry = entryOf(lexicon, key)
  // "Kim's" and "Cairo-based" are known by their first part, "al-Bashir" by its last.
  if (entry < 0 && n > 3) {
    const hyphen = low.lastIndexOf('-')
    if (hyphen > 0) entry = entryOf(lexicon, hashOf(low, hyphen + 1, n))
    else if (low.endsWith('.')) entry = entryOf(lexicon, hashOf(low, 0, n - 1))
  }
  const cluster = clusterAt(lexicon, entry)
  vocabulary.fine.push(cluster)
  vocabulary.middle.push(lexicon.middle[cluster])
  vocabulary.coarse.push(lexicon.coarse[cluster])
  vocabulary.flags.push(flagsAt(lexicon, entry))
  return word
}

let kept: Vocabulary | undefined, documents = 0

export function readWords(tokens: readonly Token[], lexicon: Lexicon): Words {
  if (kept?.lexicon !== lexicon || kept.byText.size > MOST_KEPT) kept = emptyVocabulary(lexicon)
  const vocabulary = kept, { byText, lower, metIn, number } = vocabulary, document = documents++
  const wordOf = new Int32Array(tokens.length), lowerOf = new Int32Array(tokens.length)
  let lowers = 0
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i], word = byText.get(text) ?? learn(vocabulary, text, tokens[i].lower), low = lower[word]
    if (metIn[low] !== document) {
      metIn[low] = document
      number[low] = lowers++
    }
    wordOf[i] = word
    lowerOf[i] = number[low]
  }
  return { ...vocabulary, vocabulary, wordOf, lowerOf, lowers }
}
