/** CSV and TSV with a header: one document a row; a bad row is a failure of its own. */
import { Readable } from 'node:stream'
import { failure, InputError } from '../errors.js'
import { createDecoder } from './encoding.js'
import type { InputFormat } from './format.js'
import { LONGEST_LINE } from './lines.js'

const DELIMITERS = [',', ';', '\t']

/** The delimiter that the header uses most: spreadsheets write semicolons where the comma is a decimal mark. */
function delimiterOf(head: Buffer): string {
  const header = head.toString('utf8').split(/\r?\n/, 1)[0].replace(/"[^"]*"/g, '')
  const count = (delimiter: string): number => header.split(delimiter).length
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

async function* texts(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const step = createDecoder()
  for await (const chunk of bytes) {
    const part = step(chunk)
    if (part !== '') yield part
  }
  const rest = step()
  if (rest !== '') yield rest
}

const separated = (name: string, delimiter: string | null): InputFormat => ({
  name,
  extensions: [name],
  async *read(input, { textField, idField, dateField }) {
    const { parse } = await import('csv-parse')
    const parser = parse({ delimiter: delimiter ?? delimiterOf(input.head), relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_LINE })
    const source = Readable.from(texts(input.bytes)).on('error', error => parser.destroy(error))
    let header: readonly string[] | undefined, row = 1
    try {
      for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
        if (header === undefined) {
          header = cells
          if (!header.includes(textField)) throw new InputError('format', `no column "${textField}" (--text-field names it)`)
          continue
        }
        const place = `${input.name}:${++row}`, record = Object.fromEntries(header.map((column, i) => [column, cells[i]]))
        // A row of another length has lost or gained a delimiter: its text may be another column's.
        if (cells.length !== header.length) yield { failure: failure(place, 'bad-record', `${cells.length} cells under ${header.length} columns`, record[idField] || null) }
        else {
          const { [textField]: text, ...fields } = record
          yield { document: { id: record[idField] || place, text, source: record.source || null, title: record.title || null, date: record[dateField] || null, fields } }
        }
      }
    } catch (error) {
      if (error instanceof InputError || !(error as NodeJS.ErrnoException).code?.startsWith('CSV_')) throw error
      throw new InputError('format', (error as Error).message.slice(0, 200))
    }
    if (header === undefined) throw new InputError('empty')
  },
})

export const csv = separated('csv', null)
export const tsv = separated('tsv', '\t')
