/** Finds what to read: files, folders, standard input, or the seed where nothing is given. */
import { createReadStream, fstatSync, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HOME } from '../data.js'
import { failure, type Failure } from '../errors.js'
import { isReadable, type RawInput } from '../input/index.js'

/** How long a socket on standard input may keep silent before the seed is read instead. */
const PATIENCE_MS = 300

export type Place = { readonly path: string; readonly name?: string } | { readonly stdin: AsyncIterable<Buffer> } | { readonly failure: Failure }

/** What to do where no file can have been meant. */
const insteadOf = (input: string): string | undefined =>
  /^https?:/.test(input) ? 'kpen loads nothing from the net; pipe it in: curl -sL ADDRESS | kpen quotes'
  : /\s\S+\s\S+\s/.test(input) ? 'words themselves are piped in: echo WORDS | kpen quotes' : undefined

const unreadable = (path: string, error: unknown): { readonly failure: Failure } => {
  const { code } = error as NodeJS.ErrnoException
  return { failure: code === 'ENOENT' || code === 'ENOTDIR' ? failure(path, 'missing', insteadOf(path)) : failure(path, 'unreadable', code) }
}

/** A link leads to a file, or nowhere, which is to be told; links to folders are not followed: they may go round. */
const leadsToFile = (path: string): Promise<boolean> => stat(path).then(found => found.isFile(), () => true)

/** The files of a folder in order of their names, by which kpen can tell that it reads them; no hidden ones, no pipes and devices. */
async function* filesUnder(folder: string): AsyncGenerator<{ readonly path: string } | { readonly failure: Failure }> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    return yield unreadable(folder, error)
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else if (isReadable(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && await leadsToFile(path)))) yield { path }
  }
}

async function* placesOf(input: string): AsyncGenerator<Place> {
  if (input === '-') return yield { stdin: process.stdin }
  try {
    if (!(await stat(input)).isDirectory()) return yield { path: input }
    let any = false
    for await (const place of filesUnder(input)) {
      any = true
      yield place
    }
    if (!any) yield { failure: failure(input, 'no-text') }
  } catch (error) {
    yield unreadable(input, error)
  }
}

/** Bytes of all files named on the command line; null where some input is no file or folder. */
export async function bytesOf(inputs: readonly string[]): Promise<number | null> {
  let sum = 0
  for (const input of inputs) {
    for await (const place of placesOf(input)) {
      if (!('path' in place)) return null
      sum += (await stat(place.path)).size
    }
  }
  return sum === 0 ? null : sum
}

type StdinKind = 'data' | 'socket' | 'none'
function stdinKind(): StdinKind {
  try {
    const stats = fstatSync(0)
    return stats.isFIFO() || stats.isFile() ? 'data' : stats.isSocket() ? 'socket' : 'none'
  } catch {
    return 'none'
  }
}

/** The first bytes of a socket, put back before the rest; null where it keeps silent or ends. */
async function firstOfSocket(): Promise<AsyncIterable<Buffer> | null> {
  const iterator = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<null>(resolve => { timer = setTimeout(() => resolve(null), PATIENCE_MS) })
  const first = await Promise.race([iterator.next(), silence])
  clearTimeout(timer)
  if (first === null || first.done) {
    process.stdin.destroy()
    return null
  }
  return (async function* () {
    yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  })()
}

const SEEDS = fileURLToPath(new URL('seeds/', HOME))

/** The places named on the command line; without any, standard input or the seed. `seed` is called where it is read. */
export async function* findInputs(inputs: readonly string[], seed: () => void): AsyncGenerator<Place> {
  for (const input of inputs) yield* placesOf(input)
  if (inputs.length > 0) return
  const kind = stdinKind()
  if (kind === 'data') return yield { stdin: process.stdin }
  const bytes = kind === 'socket' ? await firstOfSocket() : null
  if (bytes) return yield { stdin: bytes }
  seed()
  for await (const place of filesUnder(SEEDS)) yield 'path' in place ? { ...place, name: place.path.slice(SEEDS.length - 'seeds/'.length) } : place
}

/** Opens a place: its first bytes are read so that its format can be told; `read` hears how many were. Throws what the file system throws. */
export async function openInput(place: Exclude<Place, { failure: Failure }>, read: (bytes: number) => void): Promise<RawInput> {
  const stream: AsyncIterable<Buffer> = 'path' in place ? createReadStream(place.path) : place.stdin
  const iterator = stream[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done ? Buffer.alloc(0) : first.value
  read(head.length)
  return {
    name: 'path' in place ? place.name ?? place.path : '-',
    head,
    bytes: (async function* () {
      if (!first.done) yield head
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        read(next.value.length)
        yield next.value
      }
    })(),
  }
}
