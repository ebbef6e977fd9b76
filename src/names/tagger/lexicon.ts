/**
 * What is known of single words (and short phrases) from outside the document: their cluster, and which gazetteers
 * list them. One open-addressing table keyed by 32-bit hashes; the words themselves are not shipped.
 *
 * File (brotli): u32 entries, u16 clusters; then per entry, sorted by key: u32 key as the difference to the one before,
 * u16 cluster (0 none), u16 flags; then per cluster (from 1) u8 its 64-cluster and u8 its 256-cluster.
 * Numbers are split into planes of bytes, low byte first, which packs better.
 */
import { brotliDecompressSync } from 'node:zlib'
import { readBytes } from '../../data.js'

export const FIRST_NAME = 1, SURNAME = 2, CITY = 4, COUNTRY = 8, DEMONYM = 16, REGION = 32, INNER = 64, CITY_PART = 128

export interface Lexicon {
  readonly mask: number
  readonly keys: Int32Array
  /** Per slot: cluster (0 none, or no entry) and gazetteer flags. */
  readonly clusters: Uint16Array
  readonly flags: Uint16Array
  /** Per cluster: the coarser ones. */
  readonly coarse: Uint8Array
  readonly middle: Uint8Array
}

/** The slot of a key, or an empty slot (whose cluster and flags are 0). */
export function slotOf({ keys, mask, clusters, flags }: Lexicon, key: number): number {
  let slot = key & mask
  while (keys[slot] !== key && (clusters[slot] | flags[slot]) !== 0) slot = (slot + 1) & mask
  return slot
}

/** Puts bytes back together that were split into planes. */
export function joinPlanes(bytes: Uint8Array, offset: number, count: number, width: number): Uint32Array {
  const out = new Uint32Array(count)
  for (let plane = 0; plane < width; plane++) {
    const at = offset + plane * count, shift = 8 * plane
    for (let i = 0; i < count; i++) out[i] |= bytes[at + i] << shift
  }
  return out
}

export function readLexicon(packed: Uint8Array): Lexicon {
  const bytes = brotliDecompressSync(packed), count = bytes.readUInt32LE(0), groups = bytes.readUInt16LE(4)
  const steps = joinPlanes(bytes, 6, count, 4), clusterOf = joinPlanes(bytes, 6 + 4 * count, count, 2), flagsOf = joinPlanes(bytes, 6 + 6 * count, count, 2)
  let size = 1024
  while (size < 1.7 * count) size *= 2
  const mask = size - 1, keys = new Int32Array(size), clusters = new Uint16Array(size), flags = new Uint16Array(size)
  const lexicon = { mask, keys, clusters, flags, coarse: bytes.subarray(6 + 8 * count, 6 + 8 * count + groups), middle: bytes.subarray(6 + 8 * count + groups) }
  let key = 0
  for (let i = 0; i < count; i++) {
    key = (key + steps[i]) | 0
    const slot = slotOf(lexicon, key)
    keys[slot] = key
    clusters[slot] = clusterOf[i]
    flags[slot] = flagsOf[i]
  }
  return lexicon
}

let shipped: Lexicon | undefined
/** The lexicon that is shipped, read at first use. */
export const theLexicon = (): Lexicon => (shipped ??= readLexicon(readBytes('names/data/lexicon.bin')))
