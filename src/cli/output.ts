/** Where text goes: standard output or a file, with back-pressure; a reader that goes away ends the run in silence. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
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

/** `finish` is given a check that throws where writing failed. Both may be called after an error. */
export function sinkOf(stream: Writable, name: string, finish: (check: () => void) => Promise<void>, abandon: () => Promise<void>): Sink {
  let closed = false, broken: UsageError | undefined, wake = (): void => {}
  for (const event of ['drain', 'close']) stream.on(event, () => wake())
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') closed = true
    else broken ??= cannotWrite(name, code)
    wake()
  })
  const check = (): void => { if (broken) throw broken }
  return {
    async write(text) {
      check()
      if (closed || text === '' || stream.write(text)) return
      await new Promise<void>(resolve => { wake = resolve })
      check()
    },
    get closed() { return closed },
    finish: () => finish(check),
    abandon,
  }
}

const cannotWrite = (name: string, code: string | undefined): UsageError => new UsageError(`${name}: cannot be written (${code})`)

/** Where nothing is written: what a folder's files go past. */
export const NO_SINK: Pick<Sink, 'write' | 'closed'> = { write: async () => {}, closed: false }

/** Ends with all written, so that an error is heard of. */
const flushed = (stream: Writable): Promise<void> => new Promise(resolve => { stream.write('', () => resolve()) })

export const standardOutput = (): Sink => sinkOf(process.stdout, 'standard output', async check => {
  await flushed(process.stdout)
  check()
}, async () => {})

/**
 * The file that one which is written whole may take the place of: what a link leads to, or none yet. Null for a device or
 * a pipe, which is written to and never replaced. Throws UsageError for a folder.
 */
export async function fileToReplace(path: string, option: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new UsageError(`${option} ${path}: is a folder`)
  return found === null ? path : found.isFile() ? realpath(path) : null
}

/** A file that appears whole or not at all: written beside its place, then renamed. */
export async function fileOutput(path: string): Promise<Sink> {
  const name = `--output ${path}`, target = await fileToReplace(path, '--output'), place = target === null ? path : `${target}.${process.pid}.part`, stream = createWriteStream(place)
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => { throw cannotWrite(name, error.code) })
  const close = async (): Promise<void> => {
    const closing = new Promise<void>(resolve => { stream.once('close', resolve) })
    stream.end()
    if (!stream.closed) await closing
  }
  const remove = (): Promise<void> => (target === null ? Promise.resolve() : rm(place, { force: true }))
  return sinkOf(stream, name, async check => {
    await close()
    try {
      check()
      if (target !== null) await rename(place, target).catch((error: NodeJS.ErrnoException) => { throw cannotWrite(name, error.code) })
    } catch (error) {
      await remove()
      throw error
    }
  }, async () => {
    await close()
    await remove()
  })
}
