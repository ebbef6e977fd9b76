/** Which entity a stretch of text names: how later stages ask the cast. */
import type { Cast, Entity, Mention, Span } from '../../types.js'

export interface Reference { readonly entity: Entity; readonly mention: Mention }

/** Mentions that overlap a span are looked at from its start; more than this many behind the first cannot head it. */
const MOST = 12

/**
 * A look-up of the mention that a span rests on: the one that covers it or begins it, else the first in it that is a
 * person's, else the first in it ("Mike Pompeo, the secretary of state" → Pompeo). Null where no mention overlaps.
 * O(log mentions).
 */
export function referenceIndex(cast: Cast): (span: Span) => Reference | null {
  const all = cast.entities.flatMap(entity => entity.mentions.map(mention => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  // A nominal may hold names ("the Florida senator"): how far back a mention that still covers a place may begin.
  const reach = new Int32Array(all.length)
  all.forEach(({ mention }, i) => { reach[i] = Math.max(mention.end, i > 0 ? reach[i - 1] : 0) })
  return ({ start, end }) => {
    let low = 0, high = all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (all[middle].mention.start < start) low = middle + 1
      else high = middle
    }
    // Begun before the span and reaching into it.
    let covering: Reference | null = null
    for (let i = low - 1, seen = 0; i >= 0 && seen < MOST && reach[i] > start; i--, seen++) if (all[i].mention.end > start) covering = all[i]
    if (covering && covering.mention.end >= end) return covering
    let first: Reference | null = null, person: Reference | null = null
    for (let i = low, seen = 0; i < all.length && seen < MOST && all[i].mention.start < end; i++, seen++) {
      first ??= all[i]
      if (all[i].entity.type === 'PERSON') person ??= all[i]
    }
    if (first && first.mention.start === start) return first
    return covering ?? person ?? first
  }
}
