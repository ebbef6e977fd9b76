/** One share of many: documents are dealt out by a hash of their id, the same on every machine. */
import { idOf, type InputItem } from '../input/index.js'
import type { Shard } from './parse.js'

const FNV = { offset: 0x811c9dc5, prime: 0x01000193 }

/** 32 bits of FNV-1a over the UTF-16 code units, stirred so that its low bits serve as well as the high ones. */
export function hashOf(text: string): number {
  let hash = FNV.offset
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV.prime)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The items of one share. What has no id goes by its place in the input. */
export async function* shareOf(items: AsyncIterable<InputItem>, { index, count }: Shard): AsyncGenerator<InputItem> {
  for await (const item of items) {
    const key = idOf(item) ?? ('failure' in item ? item.failure.input : '')
    if (hashOf(String(key)) % count === index - 1) yield item
  }
}
