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
  /** A WHATWG encoding label for text formats; null for UTF-8, or what a byte order mark or the page itself says. */
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
  /** Whether the first bytes prove it, whatever the input's name says. */
  readonly proves?: (head: Buffer) => boolean
  /** Whether bytes without a telling name look like it. */
  readonly sniff?: (head: Buffer) => boolean
  /** Its bytes are no text, so that no encoding applies. */
  readonly binary?: true
  /** The encoding that the first bytes declare. */
  readonly declaredEncoding?: (head: Buffer) => string | null
  /** Throws InputError where the whole input is wrong. Text formats are given UTF-8, whatever the input came in. */
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

// Soft hyphens and zero-width spaces.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g

/** Text taken out of a laid-out document as its reader sees it. */
export const seen = (text: string): string => text.replace(UNSEEN, '').trim()
