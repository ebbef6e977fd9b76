/** JSON Lines: one document a line, `text` and what goes with it; a bad line is a failure of its own. */
import { failure, InputError } from '../errors.js'
import type { InputDocument } from '../types.js'
import type { InputFormat, InputItem, ReadOptions } from './format.js'
import { linesOf } from './lines.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const stringOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The field of a name; `a.b` is the field b of a, where there is none of the whole name. */
function fieldOf(fields: Fields, name: string): unknown {
  const dot = name.indexOf('.')
  if (Object.hasOwn(fields, name) || dot < 0) return fields[name]
  const inner = fields[name.slice(0, dot)]
  return isFields(inner) ? fieldOf(inner, name.slice(dot + 1)) : undefined
}

/** The fields without that of a name. */
function without(fields: Fields, name: string): Fields {
  const dot = name.indexOf('.'), outer = Object.hasOwn(fields, name) || dot < 0 ? name : name.slice(0, dot)
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) =>
    (key !== outer ? [[key, value]] : outer !== name && isFields(value) ? [[key, without(value, name.slice(dot + 1))]] : [])))
}

/** A record's id; a number that JavaScript does not hold exactly is taken as it is written. */
function idIn(fields: Fields, name: string, line: string): string | number | null {
  const own = fieldOf(fields, name)
  if (typeof own !== 'number') return stringOr(own)
  if (!Number.isInteger(own) || Number.isSafeInteger(own)) return Number.isFinite(own) ? own : null
  for (const [written] of line.matchAll(/(?<=:\s*)-?\d{16,}/g)) if (Number(written) === own) return written
  return own
}

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
  if (!isFields(record)) return { failure: failure(place, 'bad-record', 'no object', null), line: number }
  const text = fieldOf(record, textField), id = idIn(record, idField, line) ?? place
  if (typeof text !== 'string') return { failure: failure(place, 'bad-record', `no text in the field "${textField}" (--text-field names another)`, id), line: number }
  const document: InputDocument = {
    id, text, source: stringOr(record.source), title: stringOr(record.title), date: stringOr(fieldOf(record, dateField)), fields: textField === 'text' ? record : without(record, textField),
  }
  return { document, line: number }
}

export const jsonl: InputFormat = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson'],
  sniff: head => /^\s*\{[ \t]*"/.test(head.subarray(0, 200).toString('latin1')),
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
