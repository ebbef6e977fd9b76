/** What the model says of words by themselves, wherever they stand: added up once, since texts repeat their words. */
import { MOST, wordFeaturesOf } from './features.js'
import { addRows, PACKS, type Model } from './model.js'
import type { Vocabulary } from './words.js'

const { imul } = Math

/** Sums are kept in so many slots (a power of two); a later word takes the slot of an earlier one. */
const BITS = 13
const sums = new Float64Array(PACKS << BITS), keys = new Int32Array(1 << BITS), features = new Int32Array(MOST)
let owner: Vocabulary | undefined, teacher: Model | undefined

/** Where in the sums those of the word's features (`wordFeaturesOf`) stand; valid until the next call. */
export function wordScoresAt(model: Model, vocabulary: Vocabulary, word: number, loud: number, start: number): number {
  if (owner !== vocabulary || teacher !== model) {
    owner = vocabulary
    teacher = model
    keys.fill(-1)
  }
  const key = (word << 3) | (loud << 1) | start, slot = imul(key, 0x9e3779b1) >>> (32 - BITS), at = slot * PACKS
  if (keys[slot] !== key) {
    keys[slot] = key
    addRows(model, features, wordFeaturesOf(vocabulary, word, loud, start, features), sums, at)
  }
  return at
}

export { sums as wordScores }
