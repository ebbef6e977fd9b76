/** Every option, as one table of data: it feeds the parser, the help, the completion and the README. */
import { COMMANDS, formatsOf, type Command } from '../output/index.js'
import { columnNames } from '../output/columns.js'
import { OFFSET_UNITS } from '../output/offsets.js'
import { SORT_KEYS } from '../sort.js'
import { among, oneOf } from './choices.js'
import type { CommandName } from './commands.js'
import { day, encoding, number, parseShard, whole } from './parse.js'
import { NAME_TYPES, NUMBER_TYPES, type QuoteKind } from '../types.js'

interface OptionRow {
  readonly flags: string
  readonly description: string
  readonly commands: readonly CommandName[]
  readonly repeatable?: true
  /** What it takes may depend on the command: one of these, or with `several` some of them, parted by commas. */
  readonly values?: (command: CommandName) => readonly string[]
  readonly several?: true
  /** Whether its value is a file's name. */
  readonly file?: true
  /** Checks and converts a value; throws UsageError. `what` is the option as typed. */
  readonly parse?: (value: string, what: string) => unknown
  /** What holds without it, where the description does not say; the settings know it too. */
  readonly default?: string
}

export interface OptionSpec extends OptionRow {
  /** The heading under which the help has it. */
  readonly group: string
}

const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET']
const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']

const typesOf = (command: CommandName): readonly string[] => (command === 'dates' ? TIMEX_TYPES : [...NAME_TYPES, ...NUMBER_TYPES])

const ALL: readonly CommandName[] = COMMANDS
const LISTS: readonly CommandName[] = ['entities', 'dates', 'quotes']
const WITH_TEXT: readonly CommandName[] = [...ALL, 'text']

/** With --mentions the rows are others, so both kinds are known here; the settings tell them apart. */
const columnsFor = (command: CommandName): string[] => [...new Set([...columnNames(command as Command, false), ...columnNames(command as Command, command === 'entities')])]

const always = (...values: string[]) => (): readonly string[] => values

const GROUPS: Readonly<Record<string, readonly OptionRow[]>> = {
  'What is kept': [
    { flags: '--type <names>', description: 'only these types, e.g. person,org', commands: ['entities', 'dates'], values: typesOf, several: true },
    { flags: '--min-mentions <n>', description: 'only what is named at least n times', commands: ['entities'], parse: number(0, Infinity) },
    { flags: '--speaker <name>', description: 'only what this person or organisation says; any alias or role', commands: ['quotes'], repeatable: true },
    { flags: '--about <name>', description: 'only quotes that mention this entity', commands: ['quotes'], repeatable: true },
    { flags: '--kind <kinds>', description: 'only these kinds of quotes (default of quotes: direct,mixed; of analyze: all)', commands: ['quotes', 'analyze'], values: () => KINDS, several: true },
    { flags: '--from <day>', description: 'only what falls on this day (YYYY-MM-DD) or later', commands: ['dates', 'quotes'], parse: day },
    { flags: '--to <day>', description: 'only what falls on this day or earlier', commands: ['dates', 'quotes'], parse: day },
    { flags: '--min-confidence <x>', description: 'only quotes whose speaker is at least this sure (0 to 1)', commands: ['quotes'], parse: number(0, 1) },
    { flags: '--limit <n>', description: 'at most n items a document', commands: LISTS, parse: whole(1, Infinity) },
  ],
  'How it is printed': [
    { flags: '-f, --format <name>', description: 'how to print', commands: ALL, values: command => formatsOf(command as Command), default: 'table' },
    { flags: '--json', description: 'the same as --format json', commands: ALL },
    { flags: '--json', description: 'records of id, source, title, date and text, one a line', commands: ['text'] },
    { flags: '-o, --output <file>', description: 'write there instead of standard output; with brat a new folder of texts and findings', commands: WITH_TEXT, file: true },
    { flags: '--explain', description: 'say why each finding stands', commands: ALL },
    { flags: '--sort <key>', description: 'order of what is printed', commands: LISTS, values: command => SORT_KEYS[command as keyof typeof SORT_KEYS] },
    { flags: '--columns <names>', description: 'only these columns, in this order, in table, csv, tsv and markdown', commands: LISTS, values: columnsFor, several: true },
    { flags: '--mentions', description: 'one row a mention', commands: ['entities'] },
    { flags: '--wrap', description: 'long cells of a table take several lines (default)', commands: ALL },
    { flags: '--cut', description: 'long cells of a table are cut to one line', commands: ALL },
    { flags: '--color <when>', description: 'colour in tables (NO_COLOR and FORCE_COLOR count too)', commands: ALL, values: always('auto', 'always', 'never'), default: 'auto' },
    { flags: '--excel', description: 'csv and tsv with a byte order mark, as spreadsheets want it', commands: LISTS },
    { flags: '--offsets <unit>', description: 'unit of start and end', commands: ALL, values: () => OFFSET_UNITS, default: 'utf16' },
  ],
  'What is read': [
    { flags: '--date <day>', description: "the document's date (YYYY-MM-DD), where the input does not say", commands: ALL, parse: day },
    { flags: '--names <file>', description: 'your own names: a CSV of name,type,canonical,aliases; type BAN for what is no name', commands: ALL, file: true },
    { flags: '--input-format <name>', description: 'what the inputs are', commands: WITH_TEXT, values: always('auto', 'text', 'html', 'pdf', 'docx', 'jsonl', 'csv', 'tsv'), default: 'auto' },
    { flags: '--encoding <name>', description: 'of text, html and csv that do not say theirs, e.g. latin1', commands: WITH_TEXT, parse: encoding, default: 'utf-8' },
    { flags: '--text-field <name>', description: 'the field of jsonl and csv that holds the text; in jsonl a.b is b within a', commands: WITH_TEXT, default: 'text' },
    { flags: '--id-field <name>', description: 'the field that holds the id', commands: WITH_TEXT, default: 'id' },
    { flags: '--date-field <name>', description: "the field that holds the document's date", commands: WITH_TEXT, default: 'date' },
  ],
  'How it runs': [
    { flags: '-q, --quiet', description: 'no notes and no progress on standard error', commands: WITH_TEXT },
    { flags: '-v, --verbose', description: 'a line a document on standard error, and one at the end', commands: ALL },
    { flags: '--jobs <n>', description: 'how many documents are read at the same time (default: one a core)', commands: ALL, parse: whole(1, 1024) },
    { flags: '--strict', description: 'stop at the first document that fails', commands: ALL },
    { flags: '--timeout-per-document <seconds>', description: 'give a document up after this time', commands: ALL, parse: number(0.001, 1e6) },
    { flags: '--shard <i/n>', description: 'only the i-th of n shares of the documents, dealt out by a hash of their ids', commands: ALL, parse: parseShard },
    { flags: '--resume <file>', description: 'write jsonl there, going on where an earlier run was cut off', commands: ['analyze'], file: true },
    { flags: '--report <file>', description: 'write there what was done and what failed, as json', commands: ALL, file: true },
  ],
}

export const OPTIONS: readonly OptionSpec[] = Object.entries(GROUPS).flatMap(([group, rows]) => rows.map(row => ({ ...row, group })))

/** Checks and converts a value as the option's row tells. Throws UsageError. */
export function parsed({ commands, parse, values, several }: OptionSpec, value: string, what: string, command: CommandName): unknown {
  if (!values) return parse ? parse(value, what) : value
  const hint = (word: string): string => {
    const others = commands.filter(other => values(other).some(known => known.toLowerCase() === word))
    return others.length > 0 ? ` (${others.join(', ')} ${others.length === 1 ? 'has' : 'have'} it)` : ''
  }
  return several ? among(values(command), value, what, hint) : oneOf(values(command), value, what, hint)
}

export interface Flags {
  readonly short: string | null
  readonly long: string
  /** Name of its value, null for a switch. */
  readonly argument: string | null
}

/** The parts of `-f, --format <name>`. */
export function flagsOf({ flags }: OptionSpec): Flags {
  const [, short, long, argument] = /^(?:(-\w), )?(--[\w-]+)(?: <(.+)>)?$/.exec(flags)!
  return { short: short ?? null, long, argument: argument ?? null }
}

/** What may stand after the option. */
export const valuesOf = ({ values }: OptionSpec, command: CommandName): readonly string[] => (values?.(command) ?? []).map(v => v.toLowerCase())

/** The description with what it takes and what holds without it: of one command, or of all that have it. */
export function meaningOf(option: OptionSpec, ...commands: readonly CommandName[]): string {
  const byValues = new Map<string, CommandName[]>()
  for (const command of commands) {
    const values = valuesOf(option, command).join(', ')
    if (values !== '') byValues.set(values, [...(byValues.get(values) ?? []), command])
  }
  const takes = [...byValues].map(([values, own]) => (byValues.size === 1 ? `: ${values}` : `; ${own.join(', ')}: ${values}`)).join('')
  return option.description + takes + (option.default === undefined ? '' : ` (default: ${option.default})`)
}
