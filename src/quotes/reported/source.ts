/** Phrases around a cue that may name its source: chunks of nominal words, alone or joined by of, and, commas. */
import { reachOf } from './options.js'
import { POS } from './view.js'
import type { View } from './view.js'

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
const NOT_NOMINAL = new Set(['that', 'which', 'not', 'to', 'there'])

const nominal = (view: View, i: number): boolean => {
  const pos = view.pos[i], lower = view.tokens[i].lower
  if (NOT_NOMINAL.has(lower)) return false
  return pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON || pos === POS.DET || pos === POS.ADJ || pos === POS.NUM || pos === POS.PART && (lower === "'s" || lower === "'") || lower === '-' && !view.tokens[i].spaced
}
const heads = (pos: number): boolean => pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON || pos === POS.NUM || pos === POS.DET

/** The chunks in a window, each with its head. A pronoun is a chunk of its own, and so is what follows a determiner. */
function chunksOf(view: View, from: number, to: number, cue: number): SourceOption[] {
  const chunks: SourceOption[] = []
  for (let i = from; i < to; i++) {
    if (i === cue || !nominal(view, i)) continue
    const first = i
    let head = -1
    if (view.pos[i] === POS.PRON) head = i
    else {
      while (i < to && i !== cue && nominal(view, i) && view.pos[i] !== POS.PRON && (i === first || view.pos[i] !== POS.DET)) {
        if (heads(view.pos[i])) head = i
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
    const lower = view.tokens[k].lower
    if (view.pos[k] !== POS.ADP && view.pos[k] !== POS.CCONJ && lower !== ',' && lower !== '(' && lower !== '-' && lower !== ')') return false
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
