/** CSV and TSV with a header: one document a row; a bad row is a failure of its own. */
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

type Step = { readonly cells: readonly string[]; readonly line: number } | { readonly error: Error; readonly line: number }

/** The records of a table, each with the line that it starts on; what cannot be parsed is a step of its own, up to where a line can be read again. */
async function* recordsOf(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<Step> {
  const { parse } = await import('csv-parse')
  let steps: Step[] = [], last = 0
  // Records are taken as they are parsed: a stream that fails would lose those it still holds.
  const parser = parse({
    delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_LINE, skip_records_with_error: true,
    on_record(cells: string[], { lines }) {
      steps.push({ cells, line: lines - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) })
      last = lines
      return null
    },
    on_skip(error) {
      // A bad record may be told of at each of its marks; reading goes on with the next line.
      const lines = error!.lines as number
      if (lines > last) steps.push({ error: error!, line: last + 1 })
      last = lines
    },
  })
  for await (const text of texts(bytes)) {
    await new Promise(done => { parser.write(text, done) })
    yield* steps
    if (steps.some(step => 'error' in step && codeOf(step.error) === 'CSV_MAX_RECORD_SIZE')) return
    steps = []
  }
  await new Promise<void>(done => { parser.end(done) })
  yield* steps
}

const codeOf = (error: Error): string | undefined => (error as NodeJS.ErrnoException).code

const separated = (name: string, delimiter: string | null): InputFormat => ({
  name,
  extensions: [name],
  async *read(input, { textField, idField, dateField }) {
    let header: readonly string[] | undefined
    for await (const step of recordsOf(input.bytes, delimiter ?? delimiterOf(input.head))) {
      const place = `${input.name}:${step.line}`
      if ('error' in step) {
        const tooLong = codeOf(step.error) === 'CSV_MAX_RECORD_SIZE', open = tooLong || codeOf(step.error) === 'CSV_QUOTE_NOT_CLOSED'
        const detail = open ? `a quotation mark opens in this row and never closes${tooLong ? ' within 64 MB' : ''}` : step.error.message.slice(0, 200)
        if (header === undefined) throw new InputError('format', detail)
        yield { failure: failure(place, 'format', detail, null) }
        continue
      }
      const { cells } = step
      if (header === undefined) {
        header = cells.map(column => column.trim())
        if (!header.includes(textField)) throw new InputError('format', `no column "${textField}" among ${header.slice(0, 20).join(', ').slice(0, 200)} (--text-field names it)`)
        continue
      }
      const record = Object.fromEntries(header.map((column, i) => [column, cells[i]]))
      // A row of another length has lost or gained a delimiter: its text may be another column's.
      if (cells.length !== header.length) yield { failure: failure(place, 'bad-record', `${cells.length} cells under ${header.length} columns`, record[idField] || null) }
      else {
        const { [textField]: text, ...fields } = record
        yield { document: { id: record[idField] || place, text, source: record.source || null, title: record.title || null, date: record[dateField] || null, fields } }
      }
    }
    if (header === undefined) throw new InputError('empty')
  },
})

export const csv = separated('csv', null)
export const tsv = separated('tsv', '\t')
