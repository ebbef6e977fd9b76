/**
 * wink's English lexicon, opened without reading it: a table of 87,593 words lies in one binary file, and a word is
 * looked up in it when a text first has it. wink's own way parses 3 MB of JSON and enters every word into a hash first.
 *
 * File (little-endian): four u32 (count of words, slots of the table, bytes of the words, bytes of the rest); the
 * words' features as wink packs them (u32, four a word); where each word begins (u32, count + 1); the table (u32: word
 * plus one, 0 for none; a word stands at the first free slot from its hash on); the words in UTF-8; the rest of wink's
 * core model as JSON. Built by train/lexicon.ts.
 */
import { readBytes } from '../data.js'

export const HEADER = 16
export const FEATURES = 4

/** Where a word's search in the table begins; `slots` is a power of two. FNV-1a over UTF-16 code units, stirred. */
export function slotOf(word: string, slots: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) & (slots - 1)
}

export interface WordTable {
  readonly count: number
  readonly features: Uint32Array
  /** The word's number; undefined where the table has it not. */
  readonly find: (word: string) => number | undefined
  readonly wordAt: (index: number) => string
  /** The rest of wink's core model, parsed anew. */
  readonly rest: () => unknown
}

let shared: WordTable | undefined

/** The table, opened when first used. */
export const wordTable = (): WordTable => (shared ??= readWordTable())

/** Opens the file; single words are read later. */
function readWordTable(): WordTable {
  const bytes = readBytes('language/data/lexicon.bin'), view = new DataView(bytes.buffer, bytes.byteOffset)
  const [count, slots, length, restLength] = [0, 4, 8, 12].map(at => view.getUint32(at, true))
  let at = HEADER
  const numbers = (size: number): Uint32Array => {
    const own = new Uint32Array(bytes.buffer, bytes.byteOffset + at, size)
    at += 4 * size
    return own
  }
  const features = numbers(FEATURES * count), starts = numbers(count + 1), table = numbers(slots)
  const words = bytes.subarray(at, at + length)
  return {
    count, features,
    wordAt: index => words.toString('utf8', starts[index], starts[index + 1]),
    find(word) {
      for (let slot = slotOf(word, slots); table[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
        const index = table[slot] - 1, start = starts[index], first = word.charCodeAt(0)
        if (starts[index + 1] - start < word.length || (first < 0x80 && words[start] !== first)) continue
        if (words.toString('utf8', start, starts[index + 1]) === word) return index
      }
      return undefined
    },
    rest: () => JSON.parse(bytes.toString('utf8', at + length, at + length + restLength)),
  }
}
