/** What an input format is: something that turns one named stream of bytes into documents. */
import type { Failure } from '../errors.js'
import { InputError } from '../errors.js'
import type { InputDocument } from '../types.js'

/** A document, or what is wrong with it; `line` is set where each input line gives one output line (jsonl). */
export type InputItem = ({ readonly document: InputDocument } | { readonly failure: Failure }) & { readonly line?: number }

/** The id of an item's document, as its record will have it; null where it is not known. */
export const idOf = (item: InputItem): string | number | null =>
  'document' in item ? item.document.id : item.failure.id === undefined ? item.failure.input : item.failure.id

/** One input: its name (a path, or `-`) and its bytes, of which `head` are the first (all of a short one). */
export interface RawInput {
  readonly name: string
  readonly head: Buffer
  /** All bytes, head included. Read once. */
  readonly bytes: AsyncIterable<Buffer>
}

export interface ReadOptions {
  /** A WHATWG encoding label for text and html that do not say theirs; null for UTF-8. */
  readonly encoding: string | null
  /** The fields of jsonl and csv records. */
  readonly textField: string
  readonly idField: string
  readonly dateField: string
}

export const USUAL: ReadOptions = { encoding: null, textField: 'text', idField: 'id', dateField: 'date' }

export interface InputFormat {
  readonly name: string
  /** How the names of its files end, without the dot. */
  readonly extensions: readonly string[]
  /** Whether bytes without a telling name look like it. */
  readonly sniff?: (head: Buffer) => boolean
  /** Throws InputError where the whole input is wrong. */
  readonly read: (input: RawInput, options: ReadOptions) => AsyncIterable<InputItem>
}

/** All bytes of an input that is read as one document. Throws InputError where there are none. */
export async function wholeOf(input: RawInput): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of input.bytes) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  if (whole.length === 0) throw new InputError('empty')
  return whole
}

/** The encoding that a byte order mark tells, or null. */
export function markedEncoding(bytes: Buffer): string | null {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : null
}

/** Decodes strictly: by the byte order mark, else as `encoding`, else as UTF-8. */
export function decode(bytes: Buffer, encoding: string | null = null): string {
  const label = markedEncoding(bytes) ?? encoding ?? 'utf-8'
  if (label === 'utf-8' && bytes.subarray(0, 8000).includes(0)) throw new InputError('binary')
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw label === 'utf-8' ? new InputError('encoding') : new InputError('format', `the bytes are not ${label}`)
  }
}
