/** Feature hashing: 32-bit FNV-1a of strings, mixed with numbers into buckets. */

export const BUCKET_BITS = 21
export const BUCKETS = 1 << BUCKET_BITS

/** FNV-1a over UTF-16 code units. */
export function hashString(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** The bucket of a feature: its template's number and up to two hashed values. */
export function bucket(template: number, a: number, b = 0): number {
  let h = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h ^ Math.imul(b + 0x27d4eb2f, 0xc2b2ae35), 0x165667b1)
  h ^= h >>> 13
  h = Math.imul(h, 0x2c1b3c6d)
  return (h >>> 0) >>> (32 - BUCKET_BITS)
}
