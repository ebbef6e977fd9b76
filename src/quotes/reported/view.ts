/** A document's tokens in the form that the rankers read: word hashes, tags as numbers, cue lemmas, marked regions. */
import { readLines } from '../../data.js'
import type { MarkedRegion } from '../../document/marks.js'
import type { Language, PartOfSpeech, Sentence, Token } from '../../types.js'

const TAGS: readonly PartOfSpeech[] = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X',
]
export const POS = Object.fromEntries(TAGS.map((tag, i) => [tag, i + 1])) as Readonly<Record<PartOfSpeech, number>>

/** What a token is to the rankers, as bits. */
export const KIND = { comma: 1, verb: 2, cue: 4, that: 8, nominal: 16, mark: 32, capital: 64 } as const
const MARKS = new Set(['"', '“', '”', '«', '»', '„', "''", '``'])
export const isMark = (text: string): boolean => MARKS.has(text)

export interface View {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Hash of each token's lower-cased form, worked out when `wordAt` first asks for it; 0 before. */
  readonly word: Int32Array
  /** Tag of each token as a number, see POS. */
  readonly pos: Uint8Array
  /** Kinds of each token, see KIND. */
  readonly kind: Uint8Array
  /** Hash of each token's cue lemma, 0 where it is no cue. */
  readonly lemma: Int32Array
  /** Index of the marked region that a token stands in (its marks included), -1 outside. */
  readonly region: Int32Array
  /** Each token's cue lemma, null where its form is no cue. */
  readonly cue: readonly (string | null)[]
}

export function hashWord(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h
}

/** Hash of a token's lower-cased form; 1 beyond the text. */
export function wordAt({ word, tokens }: View, i: number): number {
  if (i < 0 || i >= word.length) return 1
  return word[i] || (word[i] = hashWord(tokens[i].lower))
}

function kindOf({ text, lower }: Token, pos: number, cue: boolean): number {
  if (pos === POS.PUNCT || pos === POS.SYM) return lower === ',' ? KIND.comma : isMark(lower) ? KIND.mark : 0
  const small = text.charCodeAt(0) === lower.charCodeAt(0)
  const verb = pos === POS.VERB || pos === POS.AUX ? KIND.verb : 0, name = pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON ? KIND.nominal : 0
  return verb | name | (cue && pos === POS.VERB ? KIND.cue : 0) | (lower === 'that' ? KIND.that : 0) | (small ? 0 : KIND.capital)
}

let lexicon: ReadonlyMap<string, string> | undefined

/** The cue forms with their lemmas. */
export function cueLexicon(): ReadonlyMap<string, string> {
  lexicon ??= new Map(readLines('quotes/reported/data/cues.txt').map(line => line.split('\t') as [string, string]))
  return lexicon
}

export function viewOf(language: Language, marks: readonly MarkedRegion[], cues: ReadonlyMap<string, string>): View {
  const { tokens, sentences } = language, n = tokens.length
  const word = new Int32Array(n), pos = new Uint8Array(n), region = new Int32Array(n).fill(-1), cue: (string | null)[] = []
  const kind = new Uint8Array(n), lemmas = new Int32Array(n)
  let mark = 0
  for (let i = 0; i < n; i++) {
    const token = tokens[i]
    pos[i] = POS[token.pos]
    const lemma = cues.get(token.lower) ?? null
    cue.push(lemma)
    if (lemma !== null) lemmas[i] = hashWord(lemma)
    kind[i] = kindOf(token, pos[i], lemma !== null)
    while (mark < marks.length && marks[mark].end <= token.start) mark++
    if (mark < marks.length && marks[mark].start <= token.start) region[i] = mark
  }
  return { tokens, sentences, word, pos, kind, lemma: lemmas, region, cue }
}
