/** The words by which speech and writing are reported: a form's lemma, verbs apart from nouns. */
import { readLines } from '../data.js'

const CONSONANT_END = /[^aeiou][aeiou][bdgklmnprt]$/

/** The regular forms of a verb's lemma; both spellings where English may double the last letter. */
function formsOf(lemma: string): string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
  const s = /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
  const ed = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  const doubled = CONSONANT_END.test(lemma) ? [`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`] : []
  return [lemma, s, ed, `${stem}ing`, ...doubled]
}

let verbs: Map<string, string> | undefined, nouns: Map<string, string> | undefined

/** Lemma of a verb form that can report speech or writing, lower case; undefined for any other word. */
export function verbLemma(form: string): string | undefined {
  if (!verbs) {
    verbs = new Map()
    for (const line of readLines('quotes/data/cues.txt')) {
      const [lemma, ...irregular] = line.split(/\s+/)
      for (const word of [...formsOf(lemma), ...irregular]) if (!verbs.has(word)) verbs.set(word, lemma)
    }
  }
  return verbs.get(form)
}

/** Lemma of a noun (or "according") that names what is said or written; undefined for any other word. */
export function nounLemma(form: string): string | undefined {
  if (!nouns) {
    nouns = new Map()
    for (const lemma of readLines('quotes/data/nominals.txt')) {
      nouns.set(lemma, lemma)
      if (!lemma.endsWith('s')) nouns.set(/[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`, lemma)
    }
  }
  return nouns.get(form)
}
