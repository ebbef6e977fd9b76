/**
 * The tagger's weights. File (little-endian): scale (f32), transitions (LABELS² f32), rows (u32), entries (u32); then
 * for each row the difference of its bucket to the last one (LEB128) and its number of entries (u8); then the entries'
 * labels (u8), then their weights (i8: w = scale · s · |s|). In memory: where each bucket's entries begin, and the entries.
 */
import { readBytes } from '../../data.js'
import { BUCKETS } from './hash.js'
import { LABELS } from './labels.js'

export interface Model {
  readonly transitions: Float32Array
  /** The entries of bucket b are those from starts[b] to starts[b + 1]. */
  readonly starts: Uint32Array
  readonly labels: Uint8Array
  readonly weights: Float32Array
}

function load(): Model {
  const bytes = readBytes('names/data/tagger.bin'), scale = bytes.readFloatLE(0)
  const transitions = new Float32Array(LABELS * LABELS)
  let at = 4
  for (let i = 0; i < transitions.length; i++, at += 4) transitions[i] = bytes.readFloatLE(at)
  const rows = bytes.readUInt32LE(at), entries = bytes.readUInt32LE(at + 4), starts = new Uint32Array(BUCKETS + 1)
  at += 8
  let last = -1, count = 0
  for (let r = 0; r < rows; r++) {
    let difference = 0, shift = 0, byte
    do {
      byte = bytes[at++]
      difference |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    const own = last + difference
    starts.fill(count, last + 1, own + 1)
    count += bytes[at++]
    last = own
  }
  starts.fill(count, last + 1)
  const weights = new Float32Array(entries)
  for (let i = 0; i < entries; i++) {
    const step = bytes.readInt8(at + entries + i)
    weights[i] = step * Math.abs(step) * scale
  }
  return { transitions, starts, labels: new Uint8Array(bytes.subarray(at, at + entries)), weights }
}

let loaded: Model | undefined

/** The shipped weights, read at first use. */
export function model(): Model {
  loaded ??= load()
  return loaded
}
