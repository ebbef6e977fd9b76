/** Tables for people: as wide as the terminal, long cells wrapped, rows apart where they take several lines. */
import { Chalk } from 'chalk'
import Table from 'cli-table3'
import stringWidth from 'string-width'
import { columnsOf, rowsOf, type Column } from './columns.js'
import type { Command, OutputContext, OutputFormat, Result } from './format.js'
import { visible } from './safe.js'

const GAP = 2
const LEAST = 8
const PLAIN = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' '.repeat(GAP),
}
const EMPTY: Record<Command, string> = { entities: 'No names found.', dates: 'No dates found.', quotes: 'No quotes found.', analyze: '' }

/** Widths that fit into `total`: narrow columns keep theirs, the wide ones share what is left by weight. */
export function fitWidths(columns: readonly Pick<Column, 'weight'>[], natural: readonly number[], total: number): number[] {
  const widths = [...natural]
  const open = new Set(columns.map((_, i) => i).filter(i => columns[i].weight > 0))
  let free = total - GAP * (columns.length - 1) - natural.reduce((sum, width, i) => sum + (open.has(i) ? 0 : width), 0)
  for (let changed = true; changed && open.size > 0;) {
    changed = false
    const weights = [...open].reduce((sum, i) => sum + columns[i].weight, 0)
    for (const i of open) {
      if (natural[i] > Math.floor((free * columns[i].weight) / weights)) continue
      open.delete(i)
      free -= natural[i]
      changed = true
      break
    }
  }
  const weights = [...open].reduce((sum, i) => sum + columns[i].weight, 0)
  for (const i of open) widths[i] = Math.max(LEAST, Math.floor((free * columns[i].weight) / weights))
  return widths
}

function tableOf(result: Result, context: OutputContext): string {
  const chalk = new Chalk({ level: context.color ? 1 : 0 })
  const rows = rowsOf(result, context)
  if (rows.length === 0) return `${EMPTY[context.command]}\n`
  const texts = (column: Column): string[] => rows.map(({ cells }) => visible(String(cells[column.name] ?? '')))
  const columns = columnsOf(context, true).filter(c => c.weight === 0 || texts(c).some(text => text !== ''))
  const cells = columns.map(texts)
  const natural = columns.map((c, i) => cells[i].reduce((most, text) => Math.max(most, stringWidth(text)), c.name.length))
  const widths = fitWidths(columns, natural, context.width)
  const table = new Table({
    chars: PLAIN, colWidths: widths, colAligns: columns.map(c => c.align ?? 'left'), wordWrap: true, wrapOnWordBoundary: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(columns.map(c => chalk.dim(c.name.toUpperCase())))
  const paint: Record<string, (text: string) => string> = { name: chalk.bold, speaker: chalk.bold, type: chalk.cyan, value: chalk.green, said: chalk.green }
  const wrapped = columns.some((_, i) => natural[i] > widths[i])
  rows.forEach((_, r) => {
    if (wrapped) table.push(columns.map(() => ''))
    table.push(columns.map((c, i) => (paint[c.name] ?? String)(cells[i][r])))
  })
  return table.toString().split('\n').map(line => line.trimEnd()).join('\n') + '\n'
}

/** The table of a command; analyze prints all three. */
export const table: OutputFormat = {
  name: 'table',
  commands: ['entities', 'dates', 'quotes', 'analyze'],
  document: (result, context, index) => {
    const chalk = new Chalk({ level: context.color ? 1 : 0 })
    const gap = index > 0 ? '\n' : ''
    const title = context.several ? `${chalk.underline(visible(String(result.record.id)))}\n` : ''
    const own = { ...context, several: false }
    if (context.command !== 'analyze') return gap + title + tableOf(result, own)
    const parts = (['entities', 'dates', 'quotes'] as const).map(command => `${chalk.bold(command.toUpperCase())}\n${tableOf(result, { ...own, command })}`)
    return gap + title + parts.join('\n')
  },
}
