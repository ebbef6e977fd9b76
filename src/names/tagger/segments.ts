/** Stretches of tokens that may hold names: the rest is O without asking the model. */
import type { Language } from '../../types.js'

/** Tokens `[from, to)` of the sentence `[first, last)`. */
export interface Segment {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

export function segmentsOf({ sentences }: Language, live: Uint8Array): Segment[] {
  const segments: Segment[] = []
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      if (live[i] === 0) continue
      let to = i + 1
      while (to < last && live[to] === 1) to++
      segments.push({ first, last, from: i, to })
      i = to
    }
  }
  return segments
}
