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
const SUBJECTS = new Set(['i', 'he', 'she', 'it', 'we', 'they', 'you', 'who', 'him', 'her', 'them', 'me', 'us', 'this', 'that', 'these', 'those', 'which', 'one', 'others', 'another', 'someone', 'somebody', 'everyone', 'everybody', 'anyone', 'many', 'some', 'both', 'all', 'most', 'several', 'few', 'critics', 'himself', 'herself'])
const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your'])
/** Words of time that stand between a source and its cue, and speak of no one. */
export const TIMES: ReadonlySet<string> = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan.', 'feb.', 'aug.', 'sept.', 'oct.', 'nov.', 'dec.'])
/** Words that a tagger takes for names or adjectives now and then, and that open no phrase. */
const NEVER = new Set(['also', 'then', 'later', 'yesterday', 'today', 'tonight', 'tomorrow', 'ago', 'however', 'yes', 'no'])

export const isPossessivePronoun = (token: Token): boolean => POSSESSIVES.has(token.lower)

const mayBelong = (token: Token): boolean =>
  (INSIDE.has(token.pos) || POSSESSIVES.has(token.lower) || token.lower === '%' || token.lower === '&') && !NEVER.has(token.lower) && !TIMES.has(token.lower)

/**
 * The noun phrases of the tokens from `from` to `to`, left to right; `skip` tells which tokens are out of bounds, `names`
 * which stand in a name, whatever their tags say.
 */
export function findPhrases({ tokens }: Language, names: Int8Array, from: number, to: number, skip: (i: number) => boolean): Phrase[] {
  const belongs = (i: number): boolean => names[i] > 0 || mayBelong(tokens[i])
  const phrases: Phrase[] = []
  let i = from
  while (i < to) {
    if (skip(i) || !(belongs(i) || SUBJECTS.has(tokens[i].lower))) { i++; continue }
    if (names[i] === 0 && SUBJECTS.has(tokens[i].lower) && (tokens[i].pos === 'PRON' || i + 1 >= to || !belongs(i + 1)) && !POSSESSIVES.has(tokens[i].lower)) {
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
      if (POSSESSIVES.has(token.lower) && k > first) break
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
