/** Markdown tables, to paste into an issue or a wiki. */
import { columnsOf, rowsOf } from './columns.js'
import type { OutputFormat } from './format.js'
import { visible } from './safe.js'

const cell = (value: string | number): string => visible(String(value)).replace(/[\\|<>`*_[\]]/g, '\\$&')
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

export const markdown: OutputFormat = {
  name: 'markdown',
  rows: true,
  ownOffsets: true,
  head: context => {
    const columns = columnsOf(context, true)
    return line(columns.map(c => c.name)) + line(columns.map(c => (c.align === 'right' ? '--:' : '---')))
  },
  document: (result, context) => {
    const columns = columnsOf(context, true)
    return rowsOf(result, context).map(({ cells }) => line(columns.map(c => cell(cells[c.name] ?? '')))).join('')
  },
}
