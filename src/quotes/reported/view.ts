/** A document's tokens in the form that the rankers read: numbers in arrays, so that no ranker looks at letters. */
import type { MarkedRegion } from '../../document/marks.js'
import type { Language, PartOfSpeech, Sentence, Token } from '../../types.js'
import { hashWord, lemmaOf, ROLE, type Lexicon } from './words.js'

const TAGS: readonly PartOfSpeech[] = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X',
]
export const POS = Object.fromEntries(TAGS.map((tag, i) => [tag, i + 1])) as Readonly<Record<PartOfSpeech, number>>

/** What a token is to the rankers, as bits. */
export const KIND = { comma: 1, verb: 2, cue: 4, that: 8, nominal: 16, mark: 32, capital: 64 } as const

/**
 * `word`, `pos` and `kind` are read by `wordAt`, `posAt` and `kindAt`: they begin MARGIN places before the text and end as
 * many behind it, so that a look past its ends needs no test. They are filled in and around sentences with a cue.
 */
export interface View {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly lexicon: Lexicon
  /** Tokens outside marks that may be cues, in text order. */
  readonly cues: readonly number[]
  /** What the lexicon says of each token's form. */
  readonly role: Int32Array
  /** Hash of each token's lower-cased form; 1 beyond the text. */
  readonly word: Int32Array
  /** Tag of each token as a number, see POS; 0 beyond the text. */
  readonly pos: Uint8Array
  /** Kinds of each token, see KIND; none beyond the text. */
  readonly kind: Uint8Array
  /** Index of the marked region that a token stands in (its marks included), -1 outside. */
  readonly region: Int32Array
}

const MARGIN = 3
/** Features look no further than this beyond a cue's sentence. */
const BEYOND = 10

export const wordAt = ({ word }: View, i: number): number => word[i + MARGIN]
export const posAt = ({ pos }: View, i: number): number => pos[i + MARGIN]
export const kindAt = ({ kind }: View, i: number): number => kind[i + MARGIN]

/** The lemma of a cue, and its hash. */
export const cueLemma = ({ lexicon, role }: View, cue: number): string => lexicon.lemmas[lemmaOf(role[cue])]
export const lemmaAt = ({ lexicon, role }: View, cue: number): number => lexicon.hashes[lemmaOf(role[cue])]

function kindOf({ text, lower }: Token, pos: number, role: number): number {
  if (pos === POS.PUNCT || pos === POS.SYM) return lower === ',' ? KIND.comma : role & ROLE.mark ? KIND.mark : 0
  const small = text.charCodeAt(0) === lower.charCodeAt(0)
  const verb = pos === POS.VERB || pos === POS.AUX ? KIND.verb : 0, name = pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON ? KIND.nominal : 0
  return verb | name | (pos === POS.VERB && lemmaOf(role) > 0 ? KIND.cue : 0) | (role & ROLE.that ? KIND.that : 0) | (small ? 0 : KIND.capital)
}

/** The marked region of each token. */
function regionsOf(tokens: readonly Token[], marks: readonly MarkedRegion[]): Int32Array {
  const region = new Int32Array(tokens.length).fill(-1)
  for (let i = 0, mark = 0; mark < marks.length; mark++) {
    while (i < tokens.length && tokens[i].start < marks[mark].start) i++
    for (; i < tokens.length && tokens[i].start < marks[mark].end; i++) region[i] = mark
  }
  return region
}

export function viewOf({ tokens, sentences }: Language, marks: readonly MarkedRegion[], lexicon: Lexicon): View {
  const n = tokens.length, { forms } = lexicon, region = regionsOf(tokens, marks), role = new Int32Array(n), cues: number[] = []
  for (let i = 0; i < n; i++) {
    const entry = forms.get(tokens[i].lower)
    if (entry === undefined) continue
    role[i] = entry
    if (lemmaOf(entry) > 0 && region[i] < 0) cues.push(i)
  }
  const word = new Int32Array(n + 2 * MARGIN), pos = new Uint8Array(n + 2 * MARGIN), kind = new Uint8Array(n + 2 * MARGIN)
  word.fill(1, 0, MARGIN).fill(1, n + MARGIN)
  let filled = 0
  for (const cue of cues) {
    const { first, last } = sentences[tokens[cue].sentence], end = Math.min(n, last + BEYOND)
    for (let i = Math.max(filled, first - BEYOND); i < end; i++) {
      const token = tokens[i], tag = POS[token.pos]
      word[i + MARGIN] = hashWord(token.lower)
      pos[i + MARGIN] = tag
      kind[i + MARGIN] = kindOf(token, tag, role[i])
    }
    filled = Math.max(filled, end)
  }
  return { tokens, sentences, lexicon, cues, role, word, pos, kind, region }
}
