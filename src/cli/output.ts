/** Where text goes: standard output or a file, with back-pressure; a reader that goes away ends the run in silence. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
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
  stream.on('error', () => {
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

/** Writes what is left; resolves to the code of what went wrong with the stream, at any time (ENOSPC), null where nothing did or nobody reads any more. */
export async function closed(stream: Writable): Promise<string | null> {
  stream.end()
  return finished(stream).then(() => null, ({ code }: NodeJS.ErrnoException) => (code === 'EPIPE' ? null : code ?? 'EIO'))
}

/** Where nothing is written: what a folder's files go past. */
export const NO_SINK: Pick<Sink, 'write' | 'closed'> = { write: async () => {}, closed: false }

export const standardOutput = (): Sink => sinkOf(process.stdout, async () => {}, async () => {})

const isFileOrNew = (path: string): Promise<boolean> => stat(path).then(found => found.isFile(), () => true)

/** A file that appears whole or not at all: written beside its place, then renamed. What is there and no file (/dev/null, a named pipe) is written to. */
export async function fileOutput(path: string): Promise<Sink> {
  const whole = await isFileOrNew(path), partial = whole ? `${path}.${process.pid}.part` : path, stream = createWriteStream(partial)
  const unwritten = (code: string | undefined): UsageError => new UsageError(`--output ${path}: cannot be written (${code})`)
  try {
    await once(stream, 'open')
  } catch (error) {
    throw unwritten((error as NodeJS.ErrnoException).code)
  }
  const abandon = async (): Promise<void> => {
    await closed(stream)
    if (whole) await rm(partial, { force: true })
  }
  return sinkOf(stream, async () => {
    const wrong = await closed(stream) ?? (whole ? await rename(partial, path).then(() => null, (error: NodeJS.ErrnoException) => error.code) : null)
    if (wrong === null) return
    await abandon()
    throw unwritten(wrong)
  }, abandon)
}
