/** The checked options of one run: made from the command line before any work is done. */
import { availableParallelism } from 'node:os'
import { UsageError } from '../errors.js'
import { readNames } from './names.js'
import type { ReadOptions } from '../input/index.js'
import type { Command } from '../output/index.js'
import { columnNames } from '../output/columns.js'
import type { OffsetUnit } from '../output/offsets.js'
import type { Selection } from '../select.js'
import type { QuoteKind } from '../types.js'
import type { Shard } from './parse.js'

export interface Settings {
  readonly command: Command
  readonly inputs: readonly string[]
  readonly format: string
  readonly output: string | null
  readonly inputFormat: string
  readonly read: ReadOptions
  readonly date: string | null
  readonly offsets: OffsetUnit
  readonly explain: boolean
  readonly mentions: boolean
  readonly excel: boolean
  readonly color: 'auto' | 'always' | 'never'
  readonly quiet: boolean
  readonly verbose: boolean
  readonly columns: readonly string[] | null
  readonly cut: boolean
  /** The user's own names, as CSV text without errors. */
  readonly names: string | null
  readonly selection: Selection
  readonly jobs: number
  readonly strict: boolean
  /** Milliseconds for one document. */
  readonly timeout: number | null
  readonly shard: Shard | null
  readonly resume: string | null
  readonly report: string | null
}

const WITH_COLUMNS = ['table', 'csv', 'tsv', 'markdown']

/** Settings from commander's values, which the option table has checked one by one. */
export function settingsOf(command: Command, inputs: readonly string[], values: Readonly<Record<string, unknown>>): Settings {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
  const flag = (name: string): boolean => values[name] === true
  const list = <T extends string>(name: string): T[] | null => (Array.isArray(values[name]) ? (values[name] as T[]) : null)
  const number = (name: string): number => Number(values[name] ?? 0)
  const resume = text('resume'), format = text('format') ?? (flag('json') ? 'json' : resume === null ? 'table' : 'jsonl')
  if (resume !== null && format !== 'jsonl') throw new UsageError(`--resume writes jsonl, not ${format}`)
  if (resume !== null && text('output') !== null) throw new UsageError('--resume names the output: leave --output out')
  if (flag('json') && format !== 'json') throw new UsageError(`--json and --format ${format} exclude each other`)
  if (flag('excel') && !['csv', 'tsv'].includes(format)) throw new UsageError('--excel goes with --format csv or tsv')
  if (flag('wrap') && flag('cut')) throw new UsageError('--wrap and --cut exclude each other')
  if (flag('quiet') && flag('verbose')) throw new UsageError('--quiet and --verbose exclude each other')
  const columns = list<string>('columns')
  const unknown = columns?.find(name => !columnNames(command, flag('mentions')).includes(name))
  if (unknown !== undefined) throw new UsageError(`--columns: '${unknown}' is a column ${flag('mentions') ? 'without' : 'with'} --mentions only`)
  if (columns?.length === 0) throw new UsageError('--columns: name at least one column')
  if (columns && !WITH_COLUMNS.includes(format)) throw new UsageError(`--columns goes with --format ${WITH_COLUMNS.join(', ')}, not ${format}`)
  const from = text('from'), to = text('to')
  if (from !== null && to !== null && from > to) throw new UsageError(`--from ${from} is later than --to ${to}`)
  return {
    command, inputs, format,
    output: text('output'),
    inputFormat: text('inputFormat') ?? 'auto',
    read: { encoding: text('encoding'), textField: text('textField') ?? 'text', idField: text('idField') ?? 'id', dateField: text('dateField') ?? 'date' },
    date: text('date'),
    names: text('names') === null ? null : readNames(text('names')!),
    offsets: (text('offsets') ?? 'utf16') as OffsetUnit,
    explain: flag('explain'), mentions: flag('mentions'), excel: flag('excel'), quiet: flag('quiet'),
    verbose: flag('verbose'), cut: flag('cut'), columns,
    color: (text('color') ?? 'auto') as Settings['color'],
    selection: {
      types: list('type'), minMentions: number('minMentions'), speakers: list('speaker') ?? [], about: list('about') ?? [],
      kinds: list<QuoteKind>('kind') ?? (command === 'analyze' ? ['direct', 'mixed', 'indirect'] : ['direct', 'mixed']),
      from, to, minConfidence: number('minConfidence'),
      sort: text('sort'), limit: values.limit === undefined ? Infinity : number('limit'),
    },
    jobs: number('jobs') || availableParallelism(),
    strict: flag('strict'),
    timeout: values.timeoutPerDocument === undefined ? null : number('timeoutPerDocument') * 1000,
    shard: (values.shard as Shard | undefined) ?? null,
    resume, report: text('report'),
  }
}
