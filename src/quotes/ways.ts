/** The way from one token to another in a few letters: what a parser's path would tell, by tags alone. */
import type { Language, PartOfSpeech, Token } from '../types.js'
import type { MarkedTokens } from './stretches.js'

/** Tokens of a way that are read at either end. */
const LONGEST_WAY = 20

/** What a token is on the way from one place to another, one letter each; nothing for adverbs and the like. */
const STEPS: Readonly<Record<PartOfSpeech, string>> = {
  ADJ: 'n', ADP: 'p', ADV: '', AUX: 'v', CCONJ: 'c', DET: 'n', INTJ: '', NOUN: 'n', NUM: 'n', PART: '', PRON: 'r', PROPN: 'n', PUNCT: '.', SCONJ: 's', SYM: '', VERB: 'v', X: '',
}
const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom', 'where', 'when', 'while', 'as'])
/** Steps that are written out; of longer ways the first and the last ones. */
const MOST_STEPS = 8, ENDS_KEPT = 3

function stepOf({ lower, pos }: Token): string {
  if (RELATIVES.has(lower)) return 'w'
  if (pos === 'VERB' && lower.endsWith('ing')) return 'g'
  if (pos === 'PART') return lower === 'to' ? 't' : lower === "'s" ? 'n' : ''
  if (pos === 'PUNCT') return lower === ',' || lower === ':' || lower === ';' || lower === '(' || lower === ')' ? lower : '-'
  return STEPS[pos]
}

/** The way from one token to another: its steps, phrases and verb groups as one step each, a stretch of marks as "q". */
export function wayBetween({ tokens }: Language, { owner }: MarkedTokens, from: number, to: number): string {
  let way = '', last = ''
  for (let i = from; i < to; i++) {
    if (i === from + LONGEST_WAY && to - i > LONGEST_WAY) i = to - LONGEST_WAY
    const step = owner[i] > 0 ? 'q' : stepOf(tokens[i])
    if (step === '' || step === last && (step === 'n' || step === 'v' || step === 'q')) continue
    way += step
    last = step
  }
  return way.length <= MOST_STEPS ? way : `${way.slice(0, ENDS_KEPT)}~${way.slice(-ENDS_KEPT)}`
}

/** What a way goes through, and its first and last step. */
export function traitsOf(way: string): string {
  let verbs = 0, commas = 0, others = ''
  for (const step of way) {
    if (step === 'v' || step === 'g') verbs++
    else if (step === ',') commas++
  }
  for (const step of 'wsrct(-') if (way.includes(step)) others += step
  return `${Math.min(verbs, 2)}${Math.min(commas, 3)}${others}${way.slice(0, 1)}${way.slice(-1)}`
}
