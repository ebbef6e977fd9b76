/**
 * What is known of single words (and short phrases) from outside the document: their cluster, and which gazetteers
 * list them. Keyed by 32-bit hashes; the words themselves are not shipped.
 *
 * File (brotli): u32 entries, u16 clusters; then per entry, sorted by key: u32 key as the difference to the one before,
 * u16 cluster (0 none), u16 flags; then per cluster (from 1) u8 its 64-cluster and u8 its 256-cluster.
 * Numbers are split into planes of bytes, low byte first, which packs better. Clusters and flags are used as they lie there.
 */
import { brotliDecompressSync } from 'node:zlib'
import { readBytes } from '../../data.js'

export const FIRST_NAME = 1, SURNAME = 2, CITY = 4, COUNTRY = 8, DEMONYM = 16, REGION = 32, INNER = 64, CITY_PART = 128

export interface Lexicon {
  readonly keys: Int32Array
  /** Keys are spread evenly: for each value of a key's top bits the first entry that has it, so that a search looks at one or two. */
  readonly starts: Int32Array
  /** Per entry, as two planes: cluster (0 none) and gazetteer flags. */
  readonly clusters: Uint8Array
  readonly flags: Uint8Array
  /** Per cluster: the coarser ones. */
  readonly coarse: Uint8Array
  readonly middle: Uint8Array
}

const HEADER = 6
/** A key's top bits. */
const TOP = 17, BELOW = 32 - TOP

/** The entry of a key, or -1. */
export function entryOf({ keys, starts }: Lexicon, key: number): number {
  for (let entry = starts[key >>> BELOW], end = starts[(key >>> BELOW) + 1]; entry < end; entry++) if (keys[entry] === key) return entry
  return -1
}

const joined = (planes: Uint8Array, entry: number): number => (entry < 0 ? 0 : planes[entry] | (planes[entry + (planes.length >>> 1)] << 8))

/** An entry's cluster and flags; 0 where there is no entry. */
export const clusterAt = ({ clusters }: Lexicon, entry: number): number => joined(clusters, entry)
export const flagsAt = ({ flags }: Lexicon, entry: number): number => joined(flags, entry)

export function readLexicon(packed: Uint8Array): Lexicon {
  const bytes = brotliDecompressSync(packed), count = bytes.readUInt32LE(0), groups = bytes.readUInt16LE(4)
  const plane = (n: number, width = 1): Uint8Array => bytes.subarray(HEADER + n * count, HEADER + (n + width) * count)
  const [a, b, c, d] = [plane(0), plane(1), plane(2), plane(3)], keys = new Int32Array(count), starts = new Int32Array((1 << TOP) + 1)
  let key = 0, begun = 0
  for (let i = 0; i < count; i++) {
    keys[i] = key = (key + (a[i] | (b[i] << 8) | (c[i] << 16) | (d[i] << 24))) | 0
    for (const top = key >>> BELOW; begun <= top; begun++) starts[begun] = i
  }
  starts.fill(count, begun)
  const rest = HEADER + 8 * count
  return { keys, starts, clusters: plane(4, 2), flags: plane(6, 2), coarse: bytes.subarray(rest, rest + groups), middle: bytes.subarray(rest + groups) }
}

let shipped: Lexicon | undefined
/** The lexicon that is shipped, read at first use. */
export const theLexicon = (): Lexicon => (shipped ??= readLexicon(readBytes('names/data/lexicon.bin')))
