/**
 * What a cue may govern: the places where its content may start and end. Every list is capped, so that one endless
 * sentence costs no more than a window around each of its cues.
 */
import { POS, isMark } from './view.js'
import type { View } from './view.js'

/** No report · content after the cue · content before it · content on both sides. */
export const NONE = 0, AFTER = 1, BEFORE = 2, SPLIT = 3
export const PATTERNS = [NONE, AFTER, BEFORE, SPLIT] as const

export interface Option {
  readonly pattern: number
  /** First token of the content after the cue; -1 without. */
  readonly start: number
  /** End of the content before the cue; -1 without. */
  readonly end: number
}

const WINDOW = 70, FAR = 25, NEAR = 12, MOST = 12
const OPENS_AFTER = new Set([
  'that', 'of', 'for', 'about', 'against', 'on', 'as', 'with', 'by', 'into', 'over', 'at', 'in', ',', ':', '-', '--', '—', '–', '(',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'yesterday', 'today',
])
const OPENS_AT = new Set(['to', 'whether', 'if', 'how', 'what', 'why', 'when', 'who', 'not', 'where'])
const BREAKS = new Set([',', ';', ':', '-', '--', '—', '–', '(', ')', '?', '!', '...', '…'])
const LINKS = new Set([
  'and', 'but', 'or', 'as', 'while', 'after', 'when', 'because', 'before', 'since', 'which', 'who', 'although', 'though', 'if', 'in', 'on',
  'at', 'during', 'that', 'by', 'to', 'for', 'with', 'according', 'following', 'so', 'where', 'until', 'despite',
])
const isPause = (text: string): boolean => text === ',' || text === '—' || text === '--' || text === '–' || text === '?' || text === '!' || text === ';' || isMark(text)

/** The token window that a cue may reach, within its sentence and without the closing stop: half-open. */
export function reachOf(view: View, cue: number): { low: number; high: number } {
  const { first, last } = view.sentences[view.tokens[cue].sentence]
  let high = Math.min(last, cue + WINDOW)
  if (high === last) while (high > cue + 1 && (view.tokens[high - 1].lower === '.' || isMark(view.tokens[high - 1].lower))) high--
  return { low: Math.max(first, cue - WINDOW), high }
}

/** "that" before anything but a verb: "said that was wrong" keeps it. */
export const isComplementizer = (view: View, i: number): boolean =>
  view.tokens[i].lower === 'that' && view.pos[i + 1] !== POS.VERB && view.pos[i + 1] !== POS.AUX

function startsAfter(view: View, cue: number, high: number): number[] {
  const { tokens, pos } = view, starts: number[] = []
  for (let j = cue + 1; j < Math.min(high, cue + FAR) && starts.length < MOST; j++) {
    const before = tokens[j - 1].lower, here = tokens[j].lower
    if (isComplementizer(view, j) || pos[j] === POS.PUNCT && !isMark(here)) continue
    const near = j <= cue + NEAR, nominal = pos[j - 1] === POS.NOUN || pos[j - 1] === POS.PROPN || pos[j - 1] === POS.PRON
    if (j === cue + 1 || before === ',' || before === ':' || isMark(before) || isMark(here)
      || near && (OPENS_AFTER.has(before) || OPENS_AT.has(here) || nominal && (pos[j] === POS.PRON || pos[j] === POS.DET || pos[j] === POS.PROPN && pos[j - 1] !== POS.PROPN))) starts.push(j)
  }
  return starts
}

function endsBefore(view: View, cue: number, low: number): number[] {
  const ends: number[] = []
  for (let k = cue - 1; k > Math.max(low, cue - FAR - 5) && ends.length < 3; k--) {
    if (!isPause(view.tokens[k].lower)) continue
    while (k > low + 1 && isPause(view.tokens[k - 1].lower)) k--
    if (k > low) ends.push(k)
  }
  return ends
}

/** Every reading of a cue, "no report" first. */
export function optionsOf(view: View, cue: number): Option[] {
  const { low, high } = reachOf(view, cue), options: Option[] = [{ pattern: NONE, start: -1, end: -1 }]
  const starts = startsAfter(view, cue, high), ends = endsBefore(view, cue, low)
  if ((view.tokens[cue].lower === 'according' || view.tokens[cue].lower === ':') && cue > low && !ends.includes(cue - 1)) ends.unshift(cue)
  for (const start of starts) options.push({ pattern: AFTER, start, end: -1 })
  for (const end of ends) options.push({ pattern: BEFORE, start: -1, end })
  const resumed = starts.filter(start => isPause(view.tokens[start - 1].lower) && start > cue + 1).slice(0, 3)
  for (const end of ends.slice(0, 2)) for (const start of resumed) options.push({ pattern: SPLIT, start, end })
  return options
}

/** Where content that starts at `start` may end: before each break and linking word, and at the end of the reach. */
export function contentEnds(view: View, start: number, high: number): number[] {
  const ends: number[] = []
  for (let k = start + 1; k < high && ends.length < 24; k++) {
    const here = view.tokens[k].lower
    if (BREAKS.has(here) || LINKS.has(here) || isMark(here)) ends.push(k)
  }
  ends.push(high)
  return ends
}

/** Where content that ends at `end` may start: after each break and linking word, and at the sentence's start. */
export function contentStarts(view: View, end: number, low: number): number[] {
  const starts: number[] = []
  for (let k = end - 1; k > low && starts.length < 16; k--) {
    const before = view.tokens[k - 1].lower
    if (BREAKS.has(before) || LINKS.has(before) || isMark(before)) starts.push(k)
  }
  starts.push(low)
  return starts
}
