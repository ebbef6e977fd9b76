/** CSV and TSV with a header: one document a row. */
import { Readable } from 'node:stream'
import { failure, InputError } from '../errors.js'
import type { InputFormat } from './format.js'

const separated = (name: string, delimiter: string): InputFormat => ({
  name,
  extensions: [name],
  async *read(input, { textField, idField, dateField, encoding }) {
    const { parse } = await import('csv-parse')
    const parser = Readable.from(input.bytes).pipe(parse({ delimiter, columns: true, bom: true, relax_column_count: true, skip_empty_lines: true, encoding: (encoding ?? 'utf8') as BufferEncoding }))
    let row = 1
    try {
      for await (const record of parser as AsyncIterable<Record<string, string>>) {
        row++
        const place = `${input.name}:${row}`, text = record[textField]
        if (row === 2 && text === undefined) throw new InputError('format', `no column "${textField}" (--text-field names it)`)
        if (text === undefined) yield { failure: failure(place, 'bad-record', undefined, record[idField] ?? null) }
        else if (text.includes('\ufffd')) yield { failure: failure(place, 'encoding', undefined, record[idField] ?? null) }
        else yield { document: { id: record[idField] || place, text, source: record.source || null, title: record.title || null, date: record[dateField] || null, fields: Object.fromEntries(Object.entries(record).filter(([name]) => name !== textField)) } }
      }
    } catch (error) {
      if (error instanceof InputError) throw error
      throw new InputError('format', (error as Error).message)
    }
    if (row === 1) throw new InputError('empty')
  },
})

export const csv = separated('csv', ',')
export const tsv = separated('tsv', '\t')
