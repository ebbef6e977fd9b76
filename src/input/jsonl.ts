/** JSON Lines: one document a line, `text` and what goes with it; a bad line is a failure of its own. */
import { failure, InputError } from '../errors.js'
import type { InputDocument } from '../types.js'
import type { InputFormat, InputItem, ReadOptions } from './format.js'
import { linesOf } from './lines.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const stringOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function read(bytes: Buffer, name: string, number: number, { textField, idField, dateField }: ReadOptions): InputItem {
  const place = `${name}:${number}`
  let line: string
  try {
    line = utf8.decode(bytes)
  } catch {
    return { failure: failure(place, 'encoding', undefined, null), line: number }
  }
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch (error) {
    return { failure: failure(place, 'bad-json', (error as Error).message.replace(/\s+/g, ' ').slice(0, 120), null), line: number }
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { failure: failure(place, 'bad-record', 'no object', null), line: number }
  const fields = record as Record<string, unknown>, text = fields[textField], own = fields[idField]
  const id = typeof own === 'string' || typeof own === 'number' ? own : place
  if (typeof text !== 'string') return { failure: failure(place, 'bad-record', `no text in the field "${textField}" (--text-field names another)`, id), line: number }
  const document: InputDocument = {
    id, text, source: stringOr(fields.source), title: stringOr(fields.title), date: stringOr(fields[dateField]), fields: textField === 'text' ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => name !== textField)),
  }
  return { document, line: number }
}

export const jsonl: InputFormat = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson'],
  sniff: head => /^\s*\{\s*"/.test(head.subarray(0, 200).toString('latin1')),
  async *read(input, options) {
    let any = false
    for await (const { number, bytes } of linesOf(input.bytes)) {
      any = true
      if (bytes === null) yield { failure: failure(`${input.name}:${number}`, 'line-too-long', undefined, null), line: number }
      else if (bytes.some(byte => byte > 32)) yield read(bytes, input.name, number, options)
    }
    if (!any) throw new InputError('empty')
  },
}
