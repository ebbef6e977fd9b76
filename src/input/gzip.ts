/** Compressed inputs: opened, and handed on as what is inside. */
import { createGunzip } from 'node:zlib'
import { InputError } from '../errors.js'
import type { RawInput } from './format.js'

export const isGzip = (head: Buffer): boolean => head.length > 2 && head[0] === 0x1f && head[1] === 0x8b

/** What is inside, piece by piece; all that was read before the data break off comes before the error. */
async function* inflated(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inside = createGunzip()
  // A stream that fails loses what it still holds, so that pieces are taken as they come.
  let pieces: Buffer[] = [], fail = (_error: Error): void => {}
  const step = (work: (done: () => void) => void): Promise<void> => new Promise((resolve, reject) => {
    fail = reject
    work(resolve)
  })
  inside.on('data', (piece: Buffer) => { pieces.push(piece) }).on('error', error => fail(error))
  const taken = (): Buffer[] => {
    const own = pieces
    pieces = []
    return own
  }
  try {
    for await (const chunk of bytes) {
      await step(done => { inside.write(chunk, () => done()) })
      yield* taken()
    }
    await step(done => { inside.on('end', done).end() })
    yield* taken()
  } catch (error) {
    yield* taken()
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    throw new InputError('format', code === 'Z_BUF_ERROR' ? 'its gzip data break off' : `no gzip that can be read: ${message}`)
  } finally {
    inside.destroy()
  }
}

/** The input inside, with its own first bytes. */
export async function gunzip(input: RawInput): Promise<RawInput> {
  const iterator = inflated(input.bytes), first = await iterator.next()
  return {
    name: input.name,
    head: first.done ? Buffer.alloc(0) : first.value,
    bytes: (async function* () {
      if (!first.done) yield first.value
      yield* iterator
    })(),
  }
}
