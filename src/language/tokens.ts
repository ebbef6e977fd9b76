/**
 * wink's tokens laid onto the untouched source, with what wink cuts wrongly put right: possessives and contractions
 * with a curly apostrophe, runs of dots, LaTeX quotation marks, hyphenated given names (Do-hoon), abbreviations that a
 * hyphen precedes.
 */
import type { PartOfSpeech } from '../types.js'

/** A token before it knows its sentence. */
export interface RawToken {
  start: number
  end: number
  text: string
  pos: PartOfSpeech
}

/** Runs of letters longer than this are cut up by ourselves: wink is quadratic on one long token. */
export const LONGEST_RUN = 120
const PIECE = /[\p{L}\p{M}]{1,60}|\p{N}{1,60}|./gsu
const CONTRACTION = /^(.+?)(['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)|n['’]t|N['’]T)$/su
const TAG_OF_CLITIC: Record<string, PartOfSpeech> = { s: 'PART', t: 'PART' }

/** Cuts a run that wink shall not see, or one that it lost, into plain pieces. */
export function piecesOf(text: string, start: number): RawToken[] {
  const tokens: RawToken[] = []
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (/^\s$/u.test(piece)) continue
    const pos: PartOfSpeech = /^\p{L}/u.test(piece) ? 'X' : /^\p{N}/u.test(piece) ? 'NUM' : /^\p{P}/u.test(piece) ? 'PUNCT' : 'SYM'
    tokens.push({ start: start + index, end: start + index + piece.length, text: piece, pos })
  }
  return tokens
}

/** Splits "Mike’s" and "don’t", which wink leaves whole before a curly apostrophe. */
export function splitContraction(token: RawToken): RawToken[] {
  const found = CONTRACTION.exec(token.text)
  if (!found) return [token]
  const [, word, clitic] = found, cut = token.start + word.length
  const verbal = token.pos === 'PRON' || /^(?:i|you|he|she|it|we|they|that|there|who|what)$/i.test(word)
  const pos = verbal ? 'AUX' : TAG_OF_CLITIC[clitic.at(-1)!.toLowerCase()] ?? 'AUX'
  return [{ start: token.start, end: cut, text: word, pos: verbal ? 'PRON' : token.pos }, { start: cut, end: token.end, text: clitic, pos }]
}

/** "anti-Taliban", "ex-Communist", "NY-17": the name within is a token of its own. */
const PREFIXED = /^((?:anti|pro|ex|non|pan|intra|inter|post|pre|un|ultra|neo|then|trans|sub|cross|semi|all|once|half|former|vice)|\p{Lu}{2})(-)(\p{Lu}[\p{L}.'’-]*|\d{1,3})$/iu

/** Splits a compound whose second part may be a name. */
export function splitPrefix(token: RawToken): RawToken[] {
  const found = PREFIXED.exec(token.text)
  if (!found || !/^[\p{Lu}\d]/u.test(found[3]) || (/^\d/.test(found[3]) !== /^\p{Lu}{2}$/u.test(found[1]))) return [token]
  const hyphen = token.start + found[1].length
  return [
    { start: token.start, end: hyphen, text: found[1], pos: /^\p{Lu}/u.test(found[1]) ? 'PROPN' : 'ADJ' },
    { start: hyphen, end: hyphen + 1, text: '-', pos: 'PUNCT' },
    { start: hyphen + 1, end: token.end, text: found[3], pos: /^\d/.test(found[3]) ? 'NUM' : 'PROPN' },
  ]
}

const touches = (a: RawToken, b: RawToken): boolean => a.end === b.start

/** What the second of two such neighbours begins with. */
const JOINABLE = new Set([...".`'S"].map(c => c.charCodeAt(0)))

/** Whether two neighbours without a space between are one token: "..", "." · "`", "`" · "U", "." after a hyphen. */
function areOne(a: RawToken, b: RawToken): boolean {
  if (!touches(a, b) || !JOINABLE.has(b.text.charCodeAt(0))) return false
  if (/^\.+$/.test(a.text) && /^\.+$/.test(b.text)) return true
  if (a.text.endsWith('-U') && a.text.length > 2 && b.text === '.') return true
  if (a.text.endsWith('-U.') && b.text === 'S.') return true
  return (a.text === '`' && b.text === '`') || (a.text === "'" && b.text === "'")
}

/** Letters beyond Latin-1, at which wink cuts words up: Erdo-ğ-an. */
const isFar = (code: number): boolean => code > 0xff
const LONGEST_WORD = 60

/** Whether two neighbours are pieces of one word that wink cut at a letter it does not know. */
function areOneWord(a: RawToken, b: RawToken): boolean {
  if (!touches(a, b) || a.text.length + b.text.length > LONGEST_WORD) return false
  if (!isFar(a.text.charCodeAt(a.text.length - 1)) && !isFar(b.text.charCodeAt(0))) return false
  const last = a.text.at(-1)!, first = b.text[0]
  return /[\p{L}\p{M}]/u.test(last) && /[\p{L}\p{M}]/u.test(first)
}

/** Adds the tokens to `out` with wink's cuts repaired, in order. Takes the tokens over: they may be changed. */
export function repairTokens(tokens: readonly RawToken[], out: RawToken[]): void {
  let last: RawToken | undefined
  const settle = (): void => {
    if (last === undefined) return
    if (last.text.length > 4 && last.text.includes('-')) for (const part of splitPrefix(last)) out.push(part)
    else out.push(last)
  }
  const add = (token: RawToken): void => {
    if (last !== undefined && areOne(last, token)) {
      last.end = token.end
      last.text += token.text
    } else if (last !== undefined && areOneWord(last, token)) {
      last.end = token.end
      last.text += token.text
      if (/^\p{Lu}/u.test(last.text)) last.pos = 'PROPN'
      else if (last.pos === 'X') last.pos = 'NOUN'
    } else {
      settle()
      last = token
    }
  }
  for (const token of tokens) {
    if (token.text.length > 2 && /['’]/.test(token.text)) for (const part of splitContraction(token)) add(part)
    else add(token)
  }
  settle()
}

/** Parts the full stop from a word that wink took for an abbreviation ("… the Baltimore Sun.") at a paragraph's end. */
export function partFinalStop(tokens: readonly RawToken[]): readonly RawToken[] {
  const last = tokens.at(-1)
  if (!last || !/^\p{L}{3,}\.$/u.test(last.text)) return tokens
  const cut = last.end - 1
  return [...tokens.slice(0, -1), { ...last, end: cut, text: last.text.slice(0, -1) }, { start: cut, end: last.end, text: '.', pos: 'PUNCT' }]
}
