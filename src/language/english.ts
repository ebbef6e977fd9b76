/** Whether a text is English, by how many of its words are English function words. */
import type { Language } from '../types.js'

const FUNCTION_WORDS = new Set(('the of and to in a is that for it on was with as at by be he she said from are his her this an have has had not but they were who will which or their been its we '
  + 'you i if would more when there than about after what out up one also two other could no into over some').split(' '))
/** Shorter texts tell nothing. */
const LEAST_WORDS = 30
const LEAST_SHARE = 0.12

export function isEnglish({ tokens }: Language): boolean {
  let words = 0, english = 0
  for (const { lower } of tokens) {
    if (!/^\p{L}/u.test(lower)) continue
    words++
    if (FUNCTION_WORDS.has(lower)) english++
  }
  return words < LEAST_WORDS || english >= LEAST_SHARE * words
}
