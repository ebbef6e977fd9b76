/** Offsets in another unit than JavaScript's: code points (Python, brat) or bytes of UTF-8. */
import type { DocumentRecord } from './records.js'

export const OFFSET_UNITS = ['utf16', 'codepoint', 'byte'] as const
export type OffsetUnit = (typeof OFFSET_UNITS)[number]

/** For each UTF-16 offset of a text (0 to its length) the offset in another unit. */
export function offsetTable(text: string, unit: Exclude<OffsetUnit, 'utf16'>): Uint32Array {
  const table = new Uint32Array(text.length + 1)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    table[i] = at
    const code = text.codePointAt(i)!
    const size = unit === 'codepoint' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    at += size
    if (code > 0xffff) table[++i] = at
  }
  table[text.length] = at
  return table
}

const moved = (value: unknown, table: Uint32Array): unknown => {
  if (Array.isArray(value)) return value.map(item => moved(item, table))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
    [key, (key === 'start' || key === 'end') && typeof inner === 'number' ? table[inner] : moved(inner, table)]))
}

/** A record with every `start` and `end` of its findings in `unit`; fields passed through stay as they are. */
export function withOffsets(record: DocumentRecord, text: string, unit: OffsetUnit): DocumentRecord {
  if (unit === 'utf16') return record
  const table = offsetTable(text, unit)
  const { entities, dates, quotes, unsaid } = record
  return { ...record, ...(moved({ entities, dates, quotes, ...(unsaid ? { unsaid } : {}) }, table) as Partial<DocumentRecord>) }
}
