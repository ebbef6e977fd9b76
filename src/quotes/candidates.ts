/** Where a marked stretch may hang: candidate cues around it, each with the phrases that may name the source. */
import type { Language, Token } from '../types.js'
import { nounLemma, verbLemma } from './cues.js'
import { findPhrases, isPossessivePronoun, type Phrase } from './phrases.js'
import type { MarkedTokens, Stretch } from './stretches.js'

/** One way to attribute a stretch: by a cue and a source, by going on with the attribution before, or not at all. */
export interface Candidate {
  readonly way: 'cue' | 'continue' | 'unsaid'
  /** Token index of the cue; -1 where the way has none. */
  readonly cue: number
  readonly lemma: string
  readonly source: Phrase | null
  /** Phrases between cue and source. */
  readonly between: number
}

/** What stands around a stretch, outside all marks. */
export interface Surroundings {
  /** Token indexes left and right of the stretch, nearest first, never more than `REACH`. */
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Stretches passed on the way to each of them. */
  readonly passedLeft: readonly number[]
  readonly passedRight: readonly number[]
}

const REACH = 40
/** Stretches that a look to one side may pass: keeps texts of nothing but marks linear. */
const MOST_PASSED = 4
const MOST_CUES = 6
const PHRASES_LEFT = 4
const PHRASES_RIGHT = 2
/** Of the phrases before those, the first ones of the sentence. */
const OPENING_PHRASES = 2, FAR_PHRASES = 10
const NEAR_BEYOND = 8

/** Looks left and right of a stretch: its own sentences, one sentence more, over a paragraph's end only to the left of a colon. */
export function lookAround({ tokens, sentences }: Language, { stretches, owner }: MarkedTokens, stretch: Stretch): Surroundings {
  const left: number[] = [], right: number[] = [], passedLeft: number[] = [], passedRight: number[] = []
  const paragraphOf = ({ sentence }: Token): number => sentences[sentence].paragraph
  const home = tokens[stretch.first].sentence, end = tokens[stretch.last - 1].sentence
  for (let i = stretch.first - 1, passed = 0; i >= 0 && left.length < REACH && passed <= MOST_PASSED;) {
    if (owner[i] > 0) {
      i = stretches[owner[i] - 1].first - 1
      passed++
      continue
    }
    const { sentence } = tokens[i], { paragraph } = sentences[sentence], nearest = left.length > 0 ? tokens[left[0]] : null
    if (sentence < home - 1 && passed === 0) break
    if (passed > 0 && nearest && sentence < nearest.sentence - 1) break
    if (paragraph !== stretch.paragraph && !(stretch.opensParagraph && !nearest ? tokens[i].lower === ':' || paragraph === stretch.paragraph - 1
      : nearest && paragraph === paragraphOf(nearest) && paragraph === stretch.paragraph - 1 && nearest.lower === ':')) break
    left.push(i)
    passedLeft.push(passed)
    i--
  }
  if (left.length === 1 && paragraphOf(tokens[left[0]]) !== stretch.paragraph && tokens[left[0]].lower !== ':') left.pop()
  const own = paragraphOf(tokens[stretch.last - 1])
  for (let i = stretch.last, passed = 0; i < tokens.length && right.length < REACH && passed <= MOST_PASSED;) {
    if (owner[i] > 0) {
      i = stretches[owner[i] - 1].last
      passed++
      continue
    }
    const { sentence } = tokens[i]
    if (sentences[sentence].paragraph !== own || sentence > end + 1 + passed) break
    right.push(i)
    passedRight.push(passed)
    i++
  }
  return { left, right, passedLeft, passedRight }
}

/** Lemma of the cue that a token may be; `distance` in tokens from the stretch. Undefined for what is none. */
function cueLemma({ tokens }: Language, i: number, distance: number): string | undefined {
  const token = tokens[i]
  if (token.pos === 'PUNCT' || token.pos === 'SYM') {
    if (distance === 0 && token.text === ':') return ':'
    return distance <= 1 && /^(?:[–—―-]|--)$/u.test(token.text) ? '—' : undefined
  }
  if (token.pos === 'PROPN' && !/^\p{Lu}[\p{Ll}]/u.test(token.text)) return undefined
  const verb = verbLemma(token.lower)
  if (verb !== undefined && (token.pos === 'VERB' || token.pos === 'AUX' || nounLemma(token.lower) === undefined && token.pos !== 'PROPN')) return verb
  const noun = nounLemma(token.lower)
  if (noun !== undefined && token.pos !== 'PROPN') return `${noun}.n`
  return token.pos === 'VERB' && distance <= 5 ? '?' : undefined
}

/** All candidates of one stretch, in a fixed order: continuing and unsaid come last. */
export function findCandidates(language: Language, marked: MarkedTokens, around: Surroundings, mayGoOn: boolean): Candidate[] {
  const { tokens } = language, { owner } = marked, candidates: Candidate[] = []
  const skip = (i: number): boolean => owner[i] > 0
  const beyond = firstBeyond(language, marked, around)
  for (const [side, far] of [[around.left, around.left.at(-1)], [around.right, around.right.at(-1)]] as const) {
    if (far === undefined) continue
    const from = Math.min(far, side[0]), to = Math.max(far, side[0]) + 1
    const phrases = phrasesIn(language, marked.names, side, from, to, skip)
    let cues = 0
    for (let d = 0; d < side.length && cues < MOST_CUES; d++) {
      const cue = side[d], lemma = cueLemma(language, cue, d)
      if (lemma === undefined) continue
      cues++
      candidates.push({ way: 'cue', cue, lemma, source: null, between: 0 })
      let at = 0
      while (at < phrases.length && phrases[at].last <= cue) at++
      for (let k = at - 1, n = 0; k >= 0 && n < PHRASES_LEFT; k--, n++) {
        if (tokens[phrases[k].first].sentence !== tokens[cue].sentence) break
        candidates.push({ way: 'cue', cue, lemma, source: phrases[k], between: n })
      }
      // The sentence's own subject, where many phrases stand between.
      for (let k = Math.max(0, at - PHRASES_LEFT - FAR_PHRASES), n = 0; k < at - PHRASES_LEFT && n < OPENING_PHRASES; k++) {
        if (tokens[phrases[k].first].sentence !== tokens[cue].sentence) continue
        candidates.push({ way: 'cue', cue, lemma, source: phrases[k], between: 9 })
        n++
      }
      // A possessive or a name before the noun itself: "his argument", "Roe's argument".
      const own = phrases[at]
      if (own && own.first < cue && own.last > cue) {
        const owned = possessorOf(language, own, cue)
        if (owned) candidates.push({ way: 'cue', cue, lemma, source: owned, between: 0 })
        if ((!owned && !lemma.endsWith('.n')) || own.last === cue + 1) candidates.push({ way: 'cue', cue, lemma, source: { first: own.first, last: cue, head: cue - 1 }, between: 0 })
      }
      for (let k = own && own.first <= cue ? at + 1 : at, n = 0; k < phrases.length && n < PHRASES_RIGHT; k++, n++) {
        if (tokens[phrases[k].first].sentence !== tokens[cue].sentence) break
        candidates.push({ way: 'cue', cue, lemma, source: phrases[k], between: n })
      }
      if (side === around.left && beyond && tokens[beyond.first].sentence === tokens[cue].sentence) candidates.push({ way: 'cue', cue, lemma, source: beyond, between: 0 })
    }
  }
  if (mayGoOn) candidates.push({ way: 'continue', cue: -1, lemma: '', source: null, between: 0 })
  candidates.push({ way: 'unsaid', cue: -1, lemma: '', source: null, between: 0 })
  return candidates
}

/** The first phrase right of the stretch, which may be the source of a cue left of it: "called a “…” by the paper", "calling it “…”, he". */
function firstBeyond(language: Language, { names, owner }: MarkedTokens, { right }: Surroundings): Phrase | null {
  const first = right[0]
  return first === undefined ? null : findPhrases(language, names, first, Math.min(first + NEAR_BEYOND, right[right.length - 1] + 1), i => owner[i] > 0)[0] ?? null
}

/** Phrases of the tokens seen on one side, run by run: those between two stretches of marks are far apart in the text. */
function phrasesIn(language: Language, names: Int8Array, side: readonly number[], from: number, to: number, skip: (i: number) => boolean): Phrase[] {
  if (to - from === side.length) return findPhrases(language, names, from, to, skip)
  const order = side[0] < side[side.length - 1] ? side : [...side].reverse(), phrases: Phrase[] = []
  for (let i = 0; i < order.length;) {
    let k = i + 1
    while (k < order.length && order[k] === order[k - 1] + 1) k++
    for (const phrase of findPhrases(language, names, order[i], order[k - 1] + 1, skip)) phrases.push(phrase)
    i = k
  }
  return phrases
}

function possessorOf({ tokens }: Language, { first }: Phrase, cue: number): Phrase | null {
  if (isPossessivePronoun(tokens[first])) return { first, last: first + 1, head: first }
  for (let i = cue - 1; i > first; i--) if (tokens[i].lower === "'s" || tokens[i].lower === "'") return { first, last: i, head: i - 1 }
  return null
}
