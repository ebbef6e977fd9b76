/** Compressed inputs: opened, and handed on as what is inside. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { InputError } from '../errors.js'
import type { RawInput } from './format.js'

export const isGzip = (head: Buffer): boolean => head.length > 2 && head[0] === 0x1f && head[1] === 0x8b

/** The input inside, with its own first bytes. */
export async function gunzip(input: RawInput): Promise<RawInput> {
  const stream = Readable.from(input.bytes).on('error', error => inside.destroy(error)), inside = createGunzip()
  const iterator = stream.pipe(inside)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const next = async (): Promise<IteratorResult<Buffer>> => {
    try {
      return await iterator.next()
    } catch (error) {
      throw new InputError('format', `no gzip that can be read: ${(error as Error).message}`)
    }
  }
  const first = await next()
  return {
    name: input.name,
    head: first.done ? Buffer.alloc(0) : first.value,
    bytes: (async function* () {
      for (let part = first; !part.done; part = await next()) yield part.value
    })(),
  }
}
