/** Compounds and numbers that the language room leaves in pieces ("third-quarter", "mid-March", "4" "70s") as one token each, ranges that it leaves whole ("1914-18") as three. */
import type { Language, Sentence, Token } from '../types.js'
import { MONTHS } from './lexicon.js'
import type { Reading } from './match.js'

const HEAD = /^(?:\d{1,4}|\d\d?(?:st|nd|rd|th)|mid|early|late|pre|post|year|several|first|second|third|fourth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|centuries|decades?|years|months?|weeks?|days?|hours?)$/
const NUMBER = /^\d/
const WORD = /^[\p{L}\d]/u

/** "1914-18", "22-25", "April–June": two numbers or months and what joins them. */
const RANGE = /^(\d{1,4}|\p{Lu}\p{Ll}{2,8})([-–])(\d{1,4}|\p{Lu}\p{Ll}{2,8})$/u
const SHORTEST_RANGE = 3, LONGEST_RANGE = 19
const isEnd = (text: string): boolean => NUMBER.test(text) || MONTHS.has(text.toLowerCase())

function rangeIn(text: string): RegExpExecArray | null {
  if (text.length < SHORTEST_RANGE || text.length > LONGEST_RANGE || !(text.includes('-') || text.includes('–'))) return null
  const found = RANGE.exec(text)
  return found && isEnd(found[1]) && isEnd(found[3]) ? found : null
}

function rangeTokens(token: Token, [, left, dash, right]: RegExpExecArray): Token[] {
  const piece = (text: string, start: number, pos: Token['pos'], spaced: boolean): Token => ({ ...token, text, lower: text.toLowerCase(), start, end: start + text.length, pos, spaced })
  const middle = token.start + left.length
  return [piece(left, token.start, NUMBER.test(left) ? 'NUM' : 'PROPN', token.spaced), piece(dash, middle, 'PUNCT', false), piece(right, middle + 1, NUMBER.test(right) ? 'NUM' : 'PROPN', false)]
}

/** The end of a number that was cut in two: "470s", "2.30pm". */
const REST = /^(?:\d0s|\d[ap]m)$/

/** The last token of the compound that begins at token i: i itself where none does. */
function endOfCompound(tokens: readonly Token[], i: number, last: number): number {
  const joins = (at: number): boolean => at + 2 < last && tokens[at + 1].text === '-' && !tokens[at + 1].spaced
  let end = i
  if (i + 1 < last && !tokens[i + 1].spaced && NUMBER.test(tokens[i].text) && REST.test(tokens[i + 1].text)) return i + 1
  if (!joins(i) || !HEAD.test(tokens[i].lower)) return i
  while (joins(end) && end < i + 4 && !tokens[end + 2].spaced && WORD.test(tokens[end + 2].text) && !(NUMBER.test(tokens[end].text) && NUMBER.test(tokens[end + 2].text))) end += 2
  return end
}

function join(tokens: readonly Token[], { first, last }: Sentence): Token[] {
  const joined: Token[] = []
  for (let i = first; i < last; i++) {
    const range = rangeIn(tokens[i].text), end = range ? i : endOfCompound(tokens, i, last)
    if (range) joined.push(...rangeTokens(tokens[i], range))
    else if (end === i) joined.push(tokens[i])
    else {
      const parts = tokens.slice(i, end + 1)
      joined.push({ ...tokens[i], end: tokens[end].end, text: parts.map(t => t.text).join(''), lower: parts.map(t => t.lower).join('') })
      i = end
    }
  }
  return joined
}

const HYPHEN = 45, ZERO = 48, NINE = 57, A = 65, Z = 90

/** Whether a sentence may have something to join or to part: a hyphen, one inside a number or a name, a number in two. */
function mayDiffer(tokens: readonly Token[], { first, last }: Sentence): boolean {
  for (let i = first; i < last; i++) {
    const { text } = tokens[i], code = text.charCodeAt(0)
    if (code === HYPHEN) return true
    if (code >= ZERO && code <= NINE && !tokens[i].spaced && i > first) return true
    if (text.length >= SHORTEST_RANGE && ((code >= ZERO && code <= NINE) || (code >= A && code <= Z)) && (text.includes('-') || text.includes('–'))) return true
  }
  return false
}

/** A sentence as the finders read it: the document's own tokens, or for few a copy of them. */
export function readingOf({ tokens }: Language, sentence: Sentence): Reading {
  if (!mayDiffer(tokens, sentence)) return { tokens, sentence }
  const joined = join(tokens, sentence)
  return { tokens: joined, sentence: { ...sentence, first: 0, last: joined.length } }
}
