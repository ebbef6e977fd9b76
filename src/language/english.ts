/**
 * Whether a text is English, by how much of it is words that the English lexicon has. Names, written with a capital, are
 * left out, and words count by their letters, since some scripts write whole sentences without a space. Of 2,277 English
 * texts none has less than 82 % of known words; languages near English have up to 45 %.
 */
import type { Language } from '../types.js'
import { wordTable } from './lexicon.js'

/** Fewer tell nothing; more need not be looked at. */
const LETTERS = { least: 80, most: 800 }
const LEAST_SHARE = 0.63
/** No name, address or number. */
const WORD = /^(?!\p{Lu})\p{L}[^/@.]*$/u

export function isEnglish({ tokens }: Language): boolean {
  const { find } = wordTable()
  let letters = 0, english = 0
  for (const { text, lower } of tokens) {
    if (!WORD.test(text)) continue
    if (find(lower) !== undefined) english += text.length
    letters += text.length
    if (letters >= LETTERS.most) break
  }
  return letters < LETTERS.least || english >= LEAST_SHARE * letters
}
