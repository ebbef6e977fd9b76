/** An output that is a folder: for each document its text and what was found in it, as two files of one name. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import type { OutputFormat } from '../output/index.js'

export interface Folder {
  /** Writes a document's pair of files. */
  add(id: string, text: string, findings: string): Promise<void>
  /** The folder gets its name now. */
  finish(): Promise<void>
  /** The run was broken off: nothing is left. */
  abandon(): Promise<void>
}

/** File systems take 255 bytes, and a letter has up to four. */
const LONGEST_NAME = 60
/** What tools and people read as the text's form, no part of its name. */
const EXTENSIONS = /(?:\.(?:txt|text|md|x?html?|pdf|docx|jsonl|ndjson|csv|tsv|gz))+$/i
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Makes names of files from documents' ids: letters, digits, `.`, `-` and `_` only, unlike each other whatever a file system thinks of capitals. */
export function namer(): (id: string) => string {
  const taken = new Set<string>(), copies = new Map<string, number>()
  return id => {
    const safe = [...id.replace(EXTENSIONS, '').normalize('NFC').replace(/[^\p{L}\p{M}\p{N}.-]+/gu, '_')].slice(-LONGEST_NAME).join('').replace(/^[._]+|[._]+$/g, '')
    const base = safe === '' || DEVICE.test(safe) ? `document${safe && '-'}${safe}` : safe
    let name = base
    while (taken.has(name.toLowerCase())) {
      const copy = (copies.get(base) ?? 1) + 1
      copies.set(base, copy)
      name = `${base}-${copy}`
    }
    taken.add(name.toLowerCase())
    return name
  }
}

/** A new folder, or an empty one, that fills up beside its place and is renamed when it is whole: nobody's corrections are written over. Throws UsageError. */
export async function folderOutput(path: string, { extension, files }: NonNullable<OutputFormat['folder']>): Promise<Folder> {
  const place = resolve(path), partial = `${place}.${process.pid}.part`, nameOf = namer()
  const refuse = (why: string): UsageError => new UsageError(`--output ${path}: ${why}`)
  const writing = <T>(work: Promise<T>): Promise<T> => work.catch((error: NodeJS.ErrnoException) => { throw refuse(`cannot be written (${error.code})`) })
  const write = (name: string, content: string): Promise<void> => writing(writeFile(join(partial, name), content))
  if (place.endsWith(`.${extension}`)) throw refuse('is the name of a file, where a folder is to hold texts and findings')
  const held = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw refuse(error.code === 'ENOTDIR' ? 'is a file, where a folder is to hold texts and findings' : `cannot be read (${error.code})`)
  })
  if (held.length > 0) throw refuse('holds files already: name a new folder')
  await writing(mkdir(partial))
  for (const [name, content] of Object.entries(files)) await write(name, content)
  return {
    async add(id, text, findings) {
      const name = nameOf(id)
      await write(`${name}.txt`, text)
      await write(`${name}.${extension}`, findings)
    },
    async finish() {
      await rmdir(place).catch(() => {})
      await writing(rename(partial, place).catch(async error => {
        await rm(partial, { recursive: true, force: true })
        throw error
      }))
    },
    abandon: () => rm(partial, { recursive: true, force: true }),
  }
}
