/** csv and tsv for spreadsheets: cells that one would run as a formula are neutralised. */
import { stringify } from 'csv-stringify/sync'
import { columnsOf, rowsOf } from './columns.js'
import type { OutputFormat } from './format.js'
import { harmless } from './safe.js'

const separated = (name: string, delimiter: string): OutputFormat => {
  const lines = (rows: readonly (readonly (string | number)[])[]): string => stringify(rows.map(row => row.map(cell => (typeof cell === 'string' ? harmless(cell) : cell))), { delimiter, escape_formulas: true })
  return {
    name,
    rows: true,
    ownOffsets: true,
    head: context => (context.excel ? '\ufeff' : '') + lines([columnsOf(context, false).map(c => c.name)]),
    document: (result, context) => {
      const columns = columnsOf(context, false)
      return lines(rowsOf(result, context).map(({ cells }) => columns.map(c => cells[c.name] ?? '')))
    },
  }
}

export const csv = separated('csv', ',')
export const tsv = separated('tsv', '\t')
