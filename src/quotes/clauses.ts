/** How far a reported clause reaches around marked words, by the cue and the sentence: the content of a mixed quote. */
import type { Language, Span } from '../types.js'
import type { Candidate } from './candidates.js'
import { isWord } from './letters.js'
import type { MarkedTokens, Stretch } from './stretches.js'

const INTRO = new Set(['that', ',', ':', '"', 'as', 'it', 'how', 'to', 'me', 'him', 'her', 'them', 'us', 'reporters', '—', '–', '-', '--', '...', '…'])

export interface Extent {
  /** Whether the marks hold the whole of it. */
  readonly direct: boolean
  /** Token indexes, half-open. */
  readonly first: number
  readonly last: number
}

/** Tokens to either side of marked words. */
const LONGEST_CLAUSE = 120

const endsFirmly = (text: string): boolean => /[.?!…,—–-]\s*$/u.test(text)

/** The clause that a stretch stands in. */
export function extentOf(text: string, { tokens, sentences }: Language, { owner }: MarkedTokens, stretch: Stretch, { cue, source, way }: Candidate): Extent {
  const { inner } = stretch.region, own = text.slice(inner.start, inner.end)
  const opening = sentences[tokens[stretch.first].sentence], closing = sentences[tokens[stretch.last - 1].sentence]
  // A text without full stops is one sentence: no clause reaches further than this.
  const home = { first: Math.max(opening.first, stretch.first - LONGEST_CLAUSE) }, end = { last: Math.min(closing.last, stretch.last + LONGEST_CLAUSE) }
  const upper = /^[^\p{L}\p{N}]*\p{Lu}/u.test(own.slice(0, 12)), firm = endsFirmly(own.slice(-3))
  let first = stretch.first, last = stretch.last
  const cued = way === 'cue', cueLeft = cued && cue >= home.first && cue < stretch.first, cueRight = cued && cue >= stretch.last && cue < end.last
  // Left of the marks: from the cue, or from the sentence's start where the cue comes after.
  if (cueLeft) {
    let from = cue + 1
    if (source && source.first > cue && source.first < stretch.first) from = Math.max(from, source.last)
    for (let k = from; k < stretch.first && k < from + 12; k++) if (tokens[k].lower === 'that' && tokens[k].pos !== 'DET' || tokens[k].lower === ':') from = k + 1
    const before = tokens[stretch.first - 1].lower
    if (before !== ',' && before !== ':' && !(upper && firm)) {
      while (from < stretch.first && INTRO.has(tokens[from].lower)) from++
      first = from
    }
  } else if (!(upper && stretch.first > 0 && tokens[stretch.first - 1].pos === 'PUNCT')) {
    const comma = tokens[home.first]
    if (stretch.first > home.first && comma && (cueRight || !cued)) {
      first = home.first
      for (let k = stretch.first - 1; k >= home.first; k--) if (owner[k] > 0 && /[.,?!]["”'’]*$/u.test(tokens[k].text)) { first = k + 1; break }
      if (source && source.first >= first && source.last <= stretch.first && !cueRight) first = stretch.first
    }
  }
  while (first < stretch.first && !isWord(tokens[first].text) && owner[first] === 0) first++
  // Right of the marks: to the sentence's end, or to where source and cue begin.
  const next = tokens[stretch.last]
  if (!firm && next && stretch.last < end.last && !/^[.?!]/.test(next.text)) {
    if (cueRight) {
      const stop = Math.min(cue, source && source.first >= stretch.last ? source.first : cue)
      last = Math.max(stretch.last, stop)
      while (last > stretch.last && !isWord(tokens[last - 1].text)) last--
    } else if (cueLeft) {
      last = end.last
      while (last > stretch.last && !isWord(tokens[last - 1].text) && owner[last - 1] === 0) last--
    }
  }
  let outside = 0, inside = 0
  for (let k = first; k < last; k++) {
    const size = isWord(tokens[k].text) ? tokens[k].end - tokens[k].start : 0
    if (owner[k] > 0) inside += size
    else outside += size
  }
  return { direct: inside >= 0.95 * (inside + outside), first, last }
}

/** The span of a run of tokens. */
export const spanOf = ({ tokens }: Language, first: number, last: number): Span => ({ start: tokens[first].start, end: tokens[last - 1].end })
