/** Marked stretches seen among the tokens. */
import type { MarkedRegion } from '../document/marks.js'
import { isWord } from './letters.js'
import { partitionPoint } from '../search.js'
import { NAME_TYPES, type Cast, type Document, type Language } from '../types.js'

/** A marked stretch with its place among the tokens (half-open, marks included in `first` to `last`). */
export interface Stretch {
  readonly region: MarkedRegion
  readonly index: number
  readonly first: number
  readonly last: number
  /** Words between the marks. */
  readonly words: number
  readonly paragraph: number
  /** Whether it begins and ends where its paragraph does. */
  readonly opensParagraph: boolean
  readonly closesParagraph: boolean
  /** Whether the mark was left open at the paragraph before and is opened again here. */
  readonly resumes: boolean
}

/** For each token the index of its stretch plus one, 0 outside all marks. */
export interface MarkedTokens {
  readonly stretches: readonly Stretch[]
  readonly owner: Int32Array
  /** For each token the type of the name it stands in: its index in NAME_TYPES plus one, 0 outside names. */
  readonly names: Int8Array
}

/** Lays the marked regions onto the tokens. Linear. */
export function layStretches({ text, paragraphs }: Document, language: Language, regions: readonly MarkedRegion[], cast: Cast): MarkedTokens {
  const { tokens, sentences } = language
  const owner = new Int32Array(tokens.length), stretches: Stretch[] = []
  let t = 0
  for (const region of regions) {
    while (t < tokens.length && tokens[t].end <= region.start) t++
    const first = t
    let words = 0
    while (t < tokens.length && tokens[t].start < region.end) {
      owner[t] = stretches.length + 1
      if (isWord(tokens[t].text) && tokens[t].start >= region.inner.start && tokens[t].lower !== "'s") words++
      t++
    }
    if (t === first || words === 0) {
      for (let k = first; k < t; k++) owner[k] = 0
      continue
    }
    const paragraph = sentences[tokens[first].sentence].paragraph, { start, end } = paragraphs[paragraph]
    const before = stretches.at(-1)
    const opensParagraph = region.start === start
    stretches.push({
      region, index: stretches.length, first, last: t, words, paragraph, opensParagraph,
      closesParagraph: !/[\p{L}\p{N}]/u.test(text.slice(region.end, Math.min(end, region.end + 40))) && end - region.end < 40,
      resumes: opensParagraph && before !== undefined && !before.region.closed && before.paragraph === paragraph - 1 && before.region.end >= paragraphs[paragraph - 1].end,
    })
  }
  return { stretches, owner, names: layNames(language, cast) }
}

function layNames({ tokens }: Language, { entities }: Cast): Int8Array {
  const names = new Int8Array(tokens.length)
  for (const { type, mentions } of entities) {
    const code = (NAME_TYPES as readonly string[]).indexOf(type) + 1
    for (const { kind, start, end } of mentions) {
      if (kind !== 'name') continue
      const low = partitionPoint(tokens.length, i => tokens[i].end <= start)
      for (let i = low; i < tokens.length && tokens[i].start < end; i++) names[i] = code
    }
  }
  return names
}
