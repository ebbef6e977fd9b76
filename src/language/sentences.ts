/**
 * wink's sentence splits repaired: a closing mark belongs to the sentence before it, initials and titles end none, and
 * what follows in small letters goes on ("Is it?" asked Tom.).
 */
import type { RawToken } from './tokens.js'

const FINAL = /^[.!?…]+$/u
const CLOSING = new Set(['"', '”', '’', '»', ')', ']', "''"])
/** Most tokens are told not to end a sentence by their first character. */
const isFinal = (text: string): boolean => (text.charCodeAt(0) < 0x40 || text.charCodeAt(0) > 0x7f) && FINAL.test(text)
const isClosing = (text: string): boolean => text.length < 3 && CLOSING.has(text)
const TITLE = /^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rev|Fr|Hon|Pres|St|Mt|Ft|vs|v|No|Nos|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Msgr|Supt|Insp|Amb|Atty|Det)\.$/
const INITIAL = /^(?:\p{Lu}\.)+$/u
/** Words that rarely follow an abbreviation within a sentence and often open one. */
const OPENER = /^(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their|Our|As|For|If|When|While|After|Before|There|Mr\.|Mrs\.|Ms\.|So|Yet|Or|By|With|Some|Many|Most|No|Not|What|Who|How|Why)$/

/** Whether a sentence may end between tokens i - 1 and i of one paragraph, where wink ended one; k is the last token before that is no closing mark. */
function endsBefore(tokens: readonly RawToken[], k: number, i: number): boolean {
  const next = tokens[i], last = tokens[k]
  if (/^[\p{Ll},;]/u.test(next.text)) return false
  if (isClosing(next.text) && next.start === tokens[i - 1].end) return false
  if (TITLE.test(last.text)) return false
  if (INITIAL.test(last.text)) return k !== i - 1 || OPENER.test(next.text) && !/^(?:\p{Lu}\.)$/u.test(last.text)
  if (last.text === '.' && k > 0 && tokens[k - 1].end === last.start && /^\p{Lu}$/u.test(tokens[k - 1].text)) return OPENER.test(next.text)
  return true
}

/** Whether a sentence that wink did not see ends between tokens i - 1 and i: ".” The", "?" She; k as in `endsBefore`. */
function endsHere(tokens: readonly RawToken[], k: number, i: number): boolean {
  if (!isFinal(tokens[k].text) || tokens[i].start === tokens[i - 1].end) return false
  if (k === i - 1 && tokens[k].text !== '.' ) return /^[\p{Lu}"“‘]/u.test(tokens[i].text) && tokens[k].text !== '…' && !tokens[k].text.startsWith('..')
  return /^[\p{Lu}"“«]/u.test(tokens[i].text)
}

/**
 * The index of each sentence's first token within one paragraph's tokens. `proposed` are wink's starts.
 */
export function sentenceStarts(tokens: readonly RawToken[], proposed: ReadonlySet<number>): number[] {
  const starts = tokens.length > 0 ? [0] : []
  // Kept from token to token: to look back each time would be quadratic in a row of marks.
  let k = 0
  for (let i = 1; i < tokens.length; i++) {
    if (!isClosing(tokens[i - 1].text)) k = i - 1
    if (proposed.has(tokens[i].start) ? endsBefore(tokens, k, i) : endsHere(tokens, k, i)) starts.push(i)
  }
  return starts
}
