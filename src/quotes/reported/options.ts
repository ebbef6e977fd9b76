/**
 * What a cue may govern: the places where its content may start and end. Every list is capped, so that one endless
 * sentence costs no more than a window around each of its cues.
 */
import { POS, posAt } from './view.js'
import type { View } from './view.js'
import { ROLE } from './words.js'

/** No report · content after the cue · content before it · content on both sides. */
export const NONE = 0, AFTER = 1, BEFORE = 2, SPLIT = 3

export interface Option {
  readonly pattern: number
  /** First token of the content after the cue; -1 without. */
  readonly start: number
  /** End of the content before the cue; -1 without. */
  readonly end: number
}

const WINDOW = 70, FAR = 25, NEAR = 12, MOST = 12
/** The token window that a cue may reach, within its sentence and without the closing stop: half-open. */
export function reachOf(view: View, cue: number): { low: number; high: number } {
  const { first, last } = view.sentences[view.tokens[cue].sentence]
  let high = Math.min(last, cue + WINDOW)
  if (high === last) while (high > cue + 1 && view.role[high - 1] & (ROLE.stop | ROLE.mark)) high--
  return { low: Math.max(first, cue - WINDOW), high }
}

/** "that" before anything but a verb: "said that was wrong" keeps it. */
export const isComplementizer = (view: View, i: number): boolean =>
  (view.role[i] & ROLE.that) !== 0 && posAt(view, i + 1) !== POS.VERB && posAt(view, i + 1) !== POS.AUX

function startsAfter(view: View, cue: number, high: number): number[] {
  const { role } = view, starts: number[] = []
  for (let j = cue + 1; j < Math.min(high, cue + FAR) && starts.length < MOST; j++) {
    const before = role[j - 1], here = role[j], last = posAt(view, j - 1), pos = posAt(view, j)
    if (isComplementizer(view, j) || pos === POS.PUNCT && !(here & ROLE.mark)) continue
    const near = j <= cue + NEAR, nominal = last === POS.NOUN || last === POS.PROPN || last === POS.PRON
    if (j === cue + 1 || before & ROLE.leads || (before | here) & ROLE.mark
      || near && (before & ROLE.opensAfter || here & ROLE.opensAt || nominal && (pos === POS.PRON || pos === POS.DET || pos === POS.PROPN && last !== POS.PROPN))) starts.push(j)
  }
  return starts
}

function endsBefore({ role }: View, cue: number, low: number): number[] {
  const ends: number[] = []
  for (let k = cue - 1; k > Math.max(low, cue - FAR - 5) && ends.length < 3; k--) {
    if (!(role[k] & ROLE.pauses)) continue
    while (k > low + 1 && role[k - 1] & ROLE.pauses) k--
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
  if (ends.length === 0) return options
  const resumed = starts.filter(start => view.role[start - 1] & ROLE.pauses && start > cue + 1).slice(0, 3)
  for (const end of ends.slice(0, 2)) for (const start of resumed) options.push({ pattern: SPLIT, start, end })
  return options
}

/** Where content that starts at `start` may end: before each break and linking word, and at the end of the reach. */
export function contentEnds({ role }: View, start: number, high: number): number[] {
  const ends: number[] = []
  for (let k = start + 1; k < high && ends.length < 24; k++) if (role[k] & ROLE.parts) ends.push(k)
  ends.push(high)
  return ends
}

/** Where content that ends at `end` may start: after each break and linking word, and at the sentence's start. */
export function contentStarts({ role }: View, end: number, low: number): number[] {
  const starts: number[] = []
  for (let k = end - 1; k > low && starts.length < 16; k--) if (role[k - 1] & ROLE.parts) starts.push(k)
  starts.push(low)
  return starts
}
