/**
 * Going on where an earlier run was cut off. The output itself tells what is done, line by line; a small file beside it
 * (OUT.kpen.json) tells with which version and options, so that no output is ever half of one kind and half of another.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readFile, rename, truncate, writeFile, type FileHandle } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import { idOf, type InputItem } from '../input/index.js'
import { linesOf } from '../input/lines.js'
import { VERSION } from '../data.js'
import { sinkOf, type Sink } from './output.js'
import type { Settings } from './settings.js'

/** A document that the output holds already. */
interface Earlier { readonly id: unknown; readonly failed: boolean }

export interface Resumed {
  readonly sink: Sink
  /** The items that are still to be done. Throws UsageError where the output is not of this input; nothing is written by then. */
  readonly rest: (items: AsyncIterable<InputItem>, earlier: (failed: boolean) => void) => AsyncGenerator<InputItem>
}

const BLOCK = 1 << 16

/** All that bears on what the output holds; speed and notes do not. */
function signatureOf(settings: Settings): string {
  const { inputs: _i, output: _o, color: _c, quiet: _q, jobs: _j, strict: _s, timeout: _t, resume: _r, report: _p, ...rest } = settings
  return `${JSON.stringify({ kpen: VERSION, options: rest }, null, 2)}\n`
}

/** Offset behind the last line feed before `end`; 0 without any. */
async function lineStart(file: FileHandle, end: number): Promise<number> {
  const block = Buffer.alloc(BLOCK)
  for (let to = end; to > 0;) {
    const from = Math.max(0, to - BLOCK)
    const { bytesRead } = await file.read(block, 0, to - from, from)
    const found = block.subarray(0, bytesRead).lastIndexOf(10)
    if (found >= 0) return from + found + 1
    to = from
  }
  return 0
}

const parsed = (line: Buffer): Record<string, unknown> | null => {
  try {
    const record: unknown = JSON.parse(line.toString('utf8'))
    return typeof record === 'object' && record !== null && 'id' in record ? record as Record<string, unknown> : null
  } catch {
    return null
  }
}

/** How many bytes of the output are whole lines; what a cut-off run tore does not count. 0 where there is no such file. */
async function wholeLength(path: string): Promise<number> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return 0
    throw new UsageError(`--resume ${path}: cannot be read (${code})`)
  }
  try {
    const end = await lineStart(file, (await file.stat()).size)
    if (end === 0) return 0
    const start = await lineStart(file, end - 1), line = Buffer.alloc(end - 1 - start)
    await file.read(line, 0, line.length, start)
    return parsed(line) ? end : start
  } finally {
    await file.close()
  }
}

async function checkOptions(path: string, settings: Settings, isEmpty: boolean): Promise<void> {
  const place = `${path}.kpen.json`, own = signatureOf(settings)
  const earlier = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new UsageError(`--resume ${path}: ${place} cannot be read (${error.code})`)
  })
  if (earlier === own) return
  if (!isEmpty) {
    throw new UsageError(earlier === null
      ? `--resume ${path}: there is no ${place} to tell with which options it was written: use a new file`
      : `--resume ${path}: was written by another version of kpen or with other options (${place}): use a new file`)
  }
  await writeFile(`${place}.part`, own)
  await rename(`${place}.part`, place)
}

async function* earlierLines(path: string, length: number): AsyncGenerator<Earlier> {
  if (length === 0) return
  for await (const { number, bytes } of linesOf(createReadStream(path, { end: length - 1 }), Infinity)) {
    const record = bytes && parsed(bytes)
    if (!record) throw new UsageError(`--resume ${path}: line ${number} is no record of kpen: use a new file`)
    yield { id: record.id, failed: 'error' in record && !('kpen' in record) }
  }
}

/** Opens the output of an earlier run, or a new one, to write on at its end. */
export async function resumeOutput(path: string, settings: Settings): Promise<Resumed> {
  const length = await wholeLength(path)
  let stream: ReturnType<typeof createWriteStream>
  try {
    await checkOptions(path, settings, length === 0)
    const file = await open(path, 'a')
    stream = file.createWriteStream()
    await truncate(path, length)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--resume ${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
  const close = (): Promise<void> => new Promise(resolve => { stream.end(() => resolve()).once('error', () => resolve()) })
  return {
    sink: sinkOf(stream, `--resume ${path}`, async check => {
      await close()
      check()
    }, close),
    async *rest(items, earlier) {
      const iterator = items[Symbol.asyncIterator]()
      let line = 0
      for await (const { id, failed } of earlierLines(path, length)) {
        const next = await iterator.next()
        line++
        if (next.done) throw new UsageError(`--resume ${path}: holds more documents than the input`)
        if (idOf(next.value) !== id) throw new UsageError(`--resume ${path}: line ${line} is ${JSON.stringify(id)}, where the input has ${JSON.stringify(idOf(next.value))}: is it the output of another input?`)
        earlier(failed)
      }
      yield* { [Symbol.asyncIterator]: () => iterator }
    },
  }
}
