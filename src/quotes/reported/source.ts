/** Phrases around a cue that may name its source: chunks of nominal words, alone or joined by of, and, commas. */
import { reachOf } from './options.js'
import { POS, posAt } from './view.js'
import type { View } from './view.js'
import { ROLE } from './words.js'

export interface TokenSpan {
  readonly first: number
  readonly last: number
}

export interface SourceOption extends TokenSpan {
  /** Token of the phrase's head; -1 for "no source". */
  readonly head: number
  /** How many chunks it joins. */
  readonly chunks: number
}

const LEFT = 45, RIGHT = 30, JOINED = 4

const NOMINAL = 1 << POS.NOUN | 1 << POS.PROPN | 1 << POS.PRON | 1 << POS.DET | 1 << POS.ADJ | 1 << POS.NUM
const HEADS = 1 << POS.NOUN | 1 << POS.PROPN | 1 << POS.PRON | 1 << POS.NUM | 1 << POS.DET

function nominal(view: View, i: number): boolean {
  const pos = posAt(view, i), role = view.role[i]
  if (role & ROLE.notNominal) return false
  return (NOMINAL >> pos & 1) !== 0 || pos === POS.PART && (role & ROLE.genitive) !== 0 || (role & ROLE.hyphen) !== 0 && !view.tokens[i].spaced
}

/** The chunks in a window, each with its head. A pronoun is a chunk of its own, and so is what follows a determiner. */
function chunksOf(view: View, from: number, to: number, cue: number): SourceOption[] {
  const chunks: SourceOption[] = []
  for (let i = from; i < to; i++) {
    if (i === cue || !nominal(view, i)) continue
    const first = i
    let head = -1
    if (posAt(view, i) === POS.PRON) head = i
    else {
      while (i < to && i !== cue && nominal(view, i) && posAt(view, i) !== POS.PRON && (i === first || posAt(view, i) !== POS.DET)) {
        if (HEADS >> posAt(view, i) & 1) head = i
        i++
      }
      i--
    }
    if (head >= 0) chunks.push({ first, last: i + 1, head, chunks: 1 })
  }
  return chunks
}

/** Whether two neighbouring chunks may be one phrase. */
function joins(view: View, a: TokenSpan, b: TokenSpan): boolean {
  if (b.first - a.last > 2) return false
  for (let k = a.last; k < b.first; k++) {
    const pos = posAt(view, k)
    if (pos !== POS.ADP && pos !== POS.CCONJ && !(view.role[k] & ROLE.joins)) return false
  }
  return true
}

/** Every phrase that may be the source, "none" first. `taken` are the token spans of the content. */
export function sourceOptions(view: View, cue: number, taken: readonly TokenSpan[]): SourceOption[] {
  const { low, high } = reachOf(view, cue), options: SourceOption[] = [{ first: -1, last: -1, head: -1, chunks: 0 }]
  const free = (span: TokenSpan): boolean => taken.every(t => span.last <= t.first || span.first >= t.last)
  const left = chunksOf(view, Math.max(low, cue - LEFT), cue, cue).filter(free).slice(-7)
  const right = chunksOf(view, cue + 1, Math.min(high, cue + RIGHT), cue).filter(free).slice(0, 5)
  for (const chunks of [left, right]) {
    chunks.forEach((chunk, i) => {
      options.push(chunk)
      for (let k = i + 1; k < chunks.length && k < i + JOINED && joins(view, chunks[k - 1], chunks[k]); k++) {
        options.push({ first: chunk.first, last: chunks[k].last, head: chunk.head, chunks: k - i + 1 })
      }
    })
  }
  return options
}
