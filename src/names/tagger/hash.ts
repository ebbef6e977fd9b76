/** Rolling integer hashes: no feature is ever a string. */

// A look-up of a global a feature is slow where code runs in a context of its own, as under jest.
const { imul } = Math

/** Mixes a value into a hash; good enough to spread features over a table by their top bits. */
export const mix = (hash: number, value: number): number => {
  let h = imul(hash ^ value, 0x9e3779b1)
  h ^= h >>> 15
  h = imul(h, 0x85ebca6b)
  return h ^ (h >>> 13)
}

/** The hash of `text.slice(from, to)`, over UTF-16 units. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) h = imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h, to - from)
}
