/** Tables for people: as wide as the terminal, long cells wrapped (or cut), rows apart where they take several lines. */
import { columnsOf, rowsOf, type Column, type Row } from './columns.js'
import { dateReason, entityReasons } from './explain.js'
import { type Command, type OutputContext, type OutputFormat, type Result } from './format.js'
import { cut, lineOf, widthOf, wrapped } from './layout.js'
import { paletteOf, type Paint, type Palette } from './paint.js'
import { visible } from './safe.js'
import { summaryOf } from './summary.js'
import { transcriptOf } from './transcript.js'

type ListCommand = Exclude<Command, 'analyze'>

const GAP = 2
const LEAST = 8
const EMPTY: Record<ListCommand, string> = { entities: 'No names found.', dates: 'No dates found.', quotes: 'No quotes found.' }
/** Types in the order in which a reader asks for them; the rest follows as it comes. */
const TYPE_ORDER = ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'EVENT', 'WORK_OF_ART', 'PRODUCT', 'LAW', 'LANGUAGE']

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

/** Rows that belong together under a heading. */
interface Group { readonly heading: string | null; readonly rows: readonly Row[] }

function groupsOf(rows: readonly Row[], { command, mentions, columns, sorted }: OutputContext): Group[] {
  if (command !== 'entities' || mentions || columns !== null || sorted) return [{ heading: null, rows }]
  const byType = new Map<string, Row[]>(TYPE_ORDER.map(type => [type, []]))
  for (const row of rows) {
    const type = String(row.cells.type), group = byType.get(type)
    if (group) group.push(row)
    else byType.set(type, [row])
  }
  return [...byType].filter(([, own]) => own.length > 0)
    .map(([heading, own]) => ({ heading, rows: own.sort((a, b) => Number(b.cells.count) - Number(a.cells.count)) }))
}

const painter = (palette: Palette, column: string, type: string): Paint | undefined => {
  if (column === 'name' || column === 'speaker') return palette.bold
  if (column === 'type') return palette.type(type)
  return column === 'value' || column === 'said' ? palette.value : undefined
}

/** For each row of a document why it stands, by the row's place in the text. */
function notesOf({ record }: Result, { command, explain, mentions, columns }: OutputContext): ReadonlyMap<string | number, readonly string[]> {
  if (!explain || columns !== null || mentions) return new Map()
  return command === 'dates' ? new Map(record.dates.map(d => [d.start, [dateReason(d)]])) : new Map(record.entities.map(e => [e.id, entityReasons(e)]))
}

function gridOf(result: Result, context: OutputContext): string {
  const palette = paletteOf(context.color), groups = groupsOf(rowsOf(result, context), context), grouped = groups[0].heading !== null
  const rows = groups.flatMap(group => group.rows)
  const textOf = (row: Row, { name }: Column): string => visible(String(row.cells[name] ?? ''))
  const columns = columnsOf(context, true).filter(c => !(grouped && c.name === 'type') && (c.weight === 0 || context.columns !== null || rows.some(row => textOf(row, c) !== '')))
  const natural = columns.map(c => rows.reduce((most, row) => Math.max(most, widthOf(textOf(row, c))), c.name.length))
  const widths = fitWidths(columns, natural, context.width), notes = notesOf(result, context)
  let page = lineOf(columns.map(c => ({ text: c.name.toUpperCase(), paint: palette.dim, right: c.align === 'right' })), widths)
  for (const { heading, rows: own } of groups) {
    if (heading !== null) page += `\n${palette.bold(palette.type(heading)(heading))} ${palette.dim(String(own.length))}\n`
    let tall = false
    own.forEach((row, r) => {
      const cells = columns.map((c, i) => (context.cut ? [cut(textOf(row, c), widths[i])] : wrapped(textOf(row, c), widths[i])))
      const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1)
      if (r > 0 && (tall || height > 1)) page += '\n'
      tall = height > 1
      for (let n = 0; n < height; n++) {
        page += lineOf(columns.map((c, i) => ({ text: cells[i][n] ?? '', paint: painter(palette, c.name, String(row.cells.type)), right: c.align === 'right' })), widths)
      }
      const reasons = notes.get(context.command === 'dates' ? row.start : row.cells.id) ?? []
      for (const reason of reasons) for (const line of wrapped(visible(reason), Math.max(LEAST, context.width - GAP))) page += `  ${palette.dim(line)}\n`
    })
  }
  return page
}

function listOf(result: Result, context: OutputContext & { readonly command: ListCommand }): string {
  const { command } = context, { dim } = paletteOf(context.color)
  const transcript = command === 'quotes' && context.columns === null
  if (result.record[command].length === 0) return `${EMPTY[command]}\n${transcript ? transcriptOf(result, context) : ''}`
  return `${transcript ? transcriptOf(result, context) : gridOf(result, context)}\n${dim(summaryOf(result.record, command))}\n`
}

/** The table of a command; analyze prints all three. */
export const table: OutputFormat = {
  name: 'table',
  rows: true,
  ownOffsets: true,
  document: (result, context, index) => {
    const { bold, title } = paletteOf(context.color), own = { ...context, several: false }
    const head = (index > 0 ? '\n' : '') + (context.several ? `${title(visible(String(result.record.id)))}\n\n` : '')
    if (context.command !== 'analyze') return head + listOf(result, { ...own, command: context.command })
    return head + (['entities', 'dates', 'quotes'] as const).map(command => `${bold(command.toUpperCase())}\n\n${listOf(result, { ...own, command })}`).join('\n\n')
  },
}
