/** Cuts a stream of bytes into lines, holding one line at a time. */

export const LONGEST_LINE = 64 * 1024 * 1024

/** A line without its break; `bytes` is null where it was too long to hold. `number` counts from 1. */
export interface Line { readonly number: number; readonly bytes: Buffer | null }

/** The lines of a stream; the last one needs no break. Memory is bounded by the longest allowed line. */
export async function* linesOf(stream: AsyncIterable<Buffer>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let parts: Buffer[] = [], length = 0, number = 1
  const line = (): Line => {
    const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts)
    const bytes = length > longest ? null : whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole
    parts = []
    length = 0
    return { number: number++, bytes }
  }
  const add = (part: Buffer): void => {
    length += part.length
    if (length > longest) parts = []
    else parts.push(part)
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end))
      yield line()
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (length > 0) yield line()
}
