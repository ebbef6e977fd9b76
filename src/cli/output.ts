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
}

function sinkOf(stream: Writable, finish: () => Promise<void>): Sink {
  let closed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
  return {
    async write(text) {
      if (closed || text === '' || stream.write(text)) return
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {})
    },
    get closed() { return closed },
    finish,
  }
}

export const standardOutput = (): Sink => sinkOf(process.stdout, async () => {})

/** A file that appears whole or not at all: written beside its place, then renamed. */
export async function fileOutput(path: string): Promise<Sink> {
  const partial = `${path}.${process.pid}.part`, stream = createWriteStream(partial)
  try {
    await once(stream, 'open')
  } catch (error) {
    throw new UsageError(`--output ${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
  return sinkOf(stream, async () => {
    stream.end()
    await once(stream, 'close')
    await rename(partial, path).catch(async (error: NodeJS.ErrnoException) => {
      await rm(partial, { force: true })
      throw new UsageError(`--output ${path}: cannot be written (${error.code})`)
    })
  })
}
