/**
 * Word clusters from public embeddings (built by train/clusters.ts): a word's cluster id has ten bits, the first six
 * its coarse cluster, the first eight the middle one. File: word count (u32), the words' 32-bit hashes ascending as
 * LEB128 differences, then two bytes an id.
 */
import { readBytes } from '../../data.js'
import { hashString } from './hash.js'

let hashes: Uint32Array | undefined
let ids: Uint16Array

function load(): Uint32Array {
  const bytes = readBytes('names/data/clusters.bin'), count = bytes.readUInt32LE(0), own = new Uint32Array(count)
  let at = 4, last = 0
  for (let i = 0; i < count; i++) {
    let value = 0, scale = 1, byte
    do {
      byte = bytes[at++]
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    own[i] = last += value
  }
  ids = new Uint16Array(count)
  for (let i = 0; i < count; i++, at += 2) ids[i] = bytes[at] | (bytes[at + 1] << 8)
  return own
}

/** The cluster id of a lower-case word, 0 to 1023, or -1 where it is unknown. */
export function clusterOf(lower: string): number {
  hashes ??= load()
  const wanted = hashString(lower)
  let low = 0, high = hashes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hashes[middle] < wanted) low = middle + 1
    else high = middle
  }
  return hashes[low] === wanted ? ids[low] : -1
}
