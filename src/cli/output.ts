/** Where text goes: standard output or a file, with back-pressure; a reader that goes away ends the run in silence. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { UsageError } from '../errors.js'

export interface Sink {
  /** Resolves when more may be written. Does nothing once the reader is gone. */
  write(text: string): Promise<void>
  /** Whether whoever reads has closed its end. */
  readonly closed: boolean
  /** Keeps what was written: a file gets its name now. */
  finish(): Promise<void>
  /** The run was broken off: what was written is kept only where it can be gone on with. */
  abandon(): Promise<void>
}

export function sinkOf(stream: Writable, finish: () => Promise<void>, abandon: () => Promise<void>): Sink {
  let closed = false, wake = (): void => {}
  for (const event of ['drain', 'close']) stream.on(event, () => wake())
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
    wake()
  })
  return {
    async write(text) {
      if (closed || text === '' || stream.write(text)) return
      await new Promise<void>(resolve => { wake = resolve })
    },
    get closed() { return closed },
    finish, abandon,
  }
}

/** Where nothing is written: what a folder's files go past. */
export const NO_SINK: Pick<Sink, 'write' | 'closed'> = { write: async () => {}, closed: false }

export const standardOutput = (): Sink => sinkOf(process.stdout, async () => {}, async () => {})

/** A file that appears whole or not at all: written beside its place, then renamed. */
export async function fileOutput(path: string): Promise<Sink> {
  const partial = `${path}.${process.pid}.part`, stream = createWriteStream(partial)
  try {
    await once(stream, 'open')
  } catch (error) {
    throw new UsageError(`--output ${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
  const close = async (): Promise<void> => {
    stream.end()
    await once(stream, 'close')
  }
  return sinkOf(stream, async () => {
    await close()
    await rename(partial, path).catch(async (error: NodeJS.ErrnoException) => {
      await rm(partial, { force: true })
      throw new UsageError(`--output ${path}: cannot be written (${error.code})`)
    })
  }, async () => {
    await close()
    await rm(partial, { force: true })
  })
}
