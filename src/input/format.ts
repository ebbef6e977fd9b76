/** What an input format is: something that turns one named stream of bytes into documents. */
import type { Failure } from '../errors.js'
import { InputError } from '../errors.js'
import type { InputDocument } from '../types.js'

/** A document, or what is wrong with it; `line` is set where each input line gives one output line (jsonl). */
export type InputItem = ({ readonly document: InputDocument } | { readonly failure: Failure }) & { readonly line?: number }

/** The id that an item's line of output has; null where a broken line tells none. */
export const idOf = (item: InputItem): string | number | null =>
  'document' in item ? item.document.id : item.failure.id === undefined ? item.failure.input : item.failure.id

/** One input: its name (a path, or `-`) and its bytes, of which `head` are the first (all of a short one). */
export interface RawInput {
  readonly name: string
  readonly head: Buffer
  /** All bytes, head included. Read once. */
  readonly bytes: AsyncIterable<Buffer>
}

export interface InputFormat {
  readonly name: string
  /** How the names of its files end, without the dot. */
  readonly extensions: readonly string[]
  /** Whether bytes without a telling name look like it. */
  readonly sniff?: (head: Buffer) => boolean
  /** Throws InputError where the whole input is wrong. */
  readonly read: (input: RawInput) => AsyncIterable<InputItem>
}

/** All bytes of an input that is read as one document. */
export async function wholeOf(input: RawInput): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of input.bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Decodes UTF-8 strictly, or UTF-16 by its byte order mark. */
export function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  if (encoding === 'utf-8' && bytes.subarray(0, 8000).includes(0)) throw new InputError('binary')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new InputError('encoding')
  }
}
