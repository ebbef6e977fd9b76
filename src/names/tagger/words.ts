/** What a document's words look like: computed once for each different word, not for each token. */
import type { Token } from '../../types.js'
import { hashOf, mix } from './hash.js'
import { slotOf, type Lexicon } from './lexicon.js'

/** How a word is written. */
export const LOWER = 0, TITLE = 1, CAPS = 2, MIXED = 3, INITIAL = 4, DIGITS = 5, MARK = 6, OTHER = 7
/** A longer word's letters beyond this do not tell anything new. */
const LONGEST = 60

export interface Words {
  /** Per token: index of its word. */
  readonly wordOf: Int32Array
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

export function readWords(tokens: readonly Token[], lexicon: Lexicon): Words {
  const byText = new Map<string, number>(), byLower = new Map<string, number>(), wordOf = new Int32Array(tokens.length)
  const form: number[] = [], lower: number[] = [], lowerHash: number[] = [], writing: number[] = [], shape: number[] = []
  const affixes: number[] = [], fine: number[] = [], middle: number[] = [], coarse: number[] = [], flags: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const { text, lower: low } = tokens[i]
    let word = byText.get(text)
    if (word === undefined) {
      word = byText.size
      byText.set(text, word)
      const key = hashOf(low), known = byLower.get(low) ?? byLower.size, cut = low.slice(0, LONGEST), n = low.length
      byLower.set(low, known)
      form.push(hashOf(text))
      lower.push(known)
      lowerHash.push(key)
      writing.push(writingOf(text.slice(0, LONGEST)))
      shape.push(shapeOf(text.slice(0, LONGEST)))
      for (let k = 2; k <= 4; k++) affixes.push(hashOf(cut, 0, Math.min(k, n)))
      for (let k = 1; k <= 4; k++) affixes.push(hashOf(low, Math.max(0, n - k), n))
      let slot = slotOf(lexicon, key)
      // "Kim's" and "Cairo-based" are known by their first part, "al-Bashir" by its last.
      if ((lexicon.clusters[slot] | lexicon.flags[slot]) === 0 && n > 3) {
        const hyphen = low.lastIndexOf('-')
        if (hyphen > 0) slot = slotOf(lexicon, hashOf(low, hyphen + 1, n))
        else if (low.endsWith('.')) slot = slotOf(lexicon, hashOf(low, 0, n - 1))
      }
      const cluster = lexicon.clusters[slot]
      fine.push(cluster)
      middle.push(lexicon.middle[cluster])
      coarse.push(lexicon.coarse[cluster])
      flags.push(lexicon.flags[slot])
    }
    wordOf[i] = word
  }
  return { wordOf, form, lower, lowerHash, writing, shape, affixes, fine, middle, coarse, flags, lowers: byLower.size }
}
