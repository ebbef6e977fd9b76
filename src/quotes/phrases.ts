/** Noun phrases by their tags: what can name a source. No parser: a run of determiners, adjectives, nouns and names. */
import type { Language, PartOfSpeech, Token } from '../types.js'

/** Token indexes, half-open. `head` is the index of the first part's last word ("spokesman" in "a spokesman of X"). */
export interface Phrase {
  readonly first: number
  readonly last: number
  readonly head: number
}

const INSIDE = new Set<PartOfSpeech>(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'])
const NOMINAL = new Set<PartOfSpeech>(['NOUN', 'PROPN', 'NUM'])
/** What a word can be to a phrase, as bits, told by one look-up. */
const SUBJECT = 1, POSSESSIVE = 2, TIME = 4, BARRED = 8, SIGN = 16
const WORDS: readonly (readonly [number, string])[] = [
  [SUBJECT, 'i he she it we they you who him her them me us this that these those which one others another someone somebody everyone everybody anyone many some both all most several few critics himself herself'],
  [POSSESSIVE, 'his her its their my our your'],
  // Words of time that stand between a source and its cue, and speak of no one.
  [TIME, 'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december jan. feb. aug. sept. oct. nov. dec.'],
  // Words that a tagger takes for names or adjectives now and then, and that open no phrase.
  [BARRED, 'also then later yesterday today tonight tomorrow ago however yes no'],
  [SIGN, '% &'],
]
const roles = new Map<string, number>()
for (const [role, words] of WORDS) for (const word of words.split(' ')) roles.set(word, (roles.get(word) ?? 0) | role)
const roleOf = ({ lower }: Token): number => roles.get(lower) ?? 0

export const isPossessivePronoun = (token: Token): boolean => (roleOf(token) & POSSESSIVE) !== 0

export const isTime = (token: Token): boolean => (roleOf(token) & TIME) !== 0

const mayBelong = (token: Token, role: number): boolean => !(role & (BARRED | TIME)) && (INSIDE.has(token.pos) || (role & (POSSESSIVE | SIGN)) !== 0)

/**
 * The noun phrases of the tokens from `from` to `to`, left to right; `skip` tells which tokens are out of bounds, `names`
 * which stand in a name, whatever their tags say.
 */
export function findPhrases({ tokens }: Language, names: Int8Array, from: number, to: number, skip: (i: number) => boolean): Phrase[] {
  const belongs = (i: number): boolean => names[i] > 0 || mayBelong(tokens[i], roleOf(tokens[i]))
  const phrases: Phrase[] = []
  let i = from
  while (i < to) {
    if (skip(i)) { i++; continue }
    const role = roleOf(tokens[i])
    if (names[i] === 0 && !(role & SUBJECT) && !mayBelong(tokens[i], role)) { i++; continue }
    if (names[i] === 0 && role & SUBJECT && !(role & POSSESSIVE) && (tokens[i].pos === 'PRON' || i + 1 >= to || !belongs(i + 1))) {
      phrases.push({ first: i, last: i + 1, head: i })
      i++
      continue
    }
    const first = i
    let head = -1, k = i
    while (k < to && !skip(k)) {
      const token = tokens[k]
      if (token.lower === "'s" || token.lower === "'") {
        // A possessive joins what follows; a mark that closes nothing does not.
        if (k > first && k + 1 < to && belongs(k + 1) && token.start === tokens[k - 1].end) { k++; continue }
        break
      }
      if (k > first && token.pos === 'DET' && head >= 0) break
      if ((token.lower === '-' || token.lower === '/') && k > first && !token.spaced && k + 1 < to && !tokens[k + 1].spaced && !skip(k + 1)) { k += 2; continue }
      if (k > first && token.lower === 'and' && head >= 0 && k + 1 < to && tokens[k - 1].pos === 'PROPN' && tokens[k + 1].pos === 'PROPN') { k++; continue }
      if (!belongs(k)) break
      if (k > first && isPossessivePronoun(token)) break
      if (NOMINAL.has(token.pos) || names[k] > 0) head = k
      k++
    }
    if (head < 0) head = k - 1
    phrases.push({ first, last: k, head })
    i = Math.max(k, i + 1)
  }
  return joinOf(phrases, tokens)
}

/** "a spokesman of the ministry", "Secretary of State Mike Pompeo": one phrase. */
function joinOf(phrases: readonly Phrase[], tokens: readonly Token[]): Phrase[] {
  const joined: Phrase[] = []
  for (const phrase of phrases) {
    const last = joined.at(-1)
    if (last && last.last + 1 === phrase.first && tokens[last.last].lower === 'of' && tokens[last.head].pos !== 'PRON') joined[joined.length - 1] = { ...last, last: phrase.last }
    else joined.push(phrase)
  }
  return joined
}
