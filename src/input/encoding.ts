/** From bytes to text: UTF-8 strictly; anything else is turned into UTF-8 before a format reads it. */
import { InputError } from '../errors.js'
import type { RawInput } from './format.js'

const ADVICE = 'name its encoding with --encoding, e.g. windows-1252'

/** Advice where every second byte is 0, as in Latin letters of UTF-16 without its mark. */
function unmarkedEncoding(head: Buffer): string | undefined {
  const zeros = [0, 0]
  head.forEach((byte, i) => { if (byte === 0) zeros[i % 2]++ })
  const label = zeros[1] > 0.4 * head.length ? 'utf-16le' : zeros[0] > 0.4 * head.length ? 'utf-16be' : null
  return label === null ? undefined : `if it is text, it is ${label}: name it with --encoding`
}

/** Decodes pieces of UTF-8 strictly, without its byte order mark. Throws InputError where it is none, or no text at all. */
export function createDecoder(): (bytes?: Buffer) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  return bytes => {
    const head = first ? bytes?.subarray(0, 8000) : undefined
    if (head?.includes(0)) throw new InputError('binary', unmarkedEncoding(head))
    first = false
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new InputError('encoding', ADVICE)
    }
  }
}

/** Decodes UTF-8 strictly, all at once. */
export function decode(bytes: Buffer): string {
  const step = createDecoder()
  return step(bytes) + step()
}

/** The encoding that a byte order mark names; null without one (UTF-8's own needs no change). */
export const markedEncoding = (head: Buffer): string | null =>
  head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null

async function* recodedBytes(bytes: AsyncIterable<Buffer>, label: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(label, { fatal: true })
  const step = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
    } catch {
      throw new InputError('format', `its bytes are not ${decoder.encoding}`)
    }
  }
  for await (const chunk of bytes) {
    const next = step(chunk)
    if (next.length > 0) yield next
  }
  const rest = step()
  if (rest.length > 0) yield rest
}

/** An input in UTF-8, given the encoding it came in. */
export function recoded(input: RawInput, label: string | null): RawInput {
  if (label === null || new TextDecoder(label).encoding === 'utf-8') return input
  return { name: input.name, head: Buffer.from(new TextDecoder(label).decode(input.head, { stream: true })), bytes: recodedBytes(input.bytes, label) }
}
