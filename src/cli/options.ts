/** Every option and command, as one table of data: it feeds the parser, the help, the completion and the README. */
import { COMMANDS, OUTPUT_FORMATS, type Command } from '../output/index.js'
import { columnNames } from '../output/columns.js'
import { OFFSET_UNITS } from '../output/offsets.js'
import { isoDay } from '../document/date.js'
import { UsageError } from '../errors.js'
import { SORT_KEYS } from '../sort.js'
import { parseShard } from './shard.js'
import { NAME_TYPES, NUMBER_TYPES, type QuoteKind } from '../types.js'

export interface OptionSpec {
  readonly flags: string
  readonly description: string
  readonly commands: readonly Command[]
  readonly repeatable?: true
  /** The only values it takes. */
  readonly choices?: readonly string[]
  /** Checks and converts a value; throws UsageError. `what` is the option as typed. */
  readonly parse?: (value: string, what: string, command: Command) => unknown
  readonly default?: unknown
}

const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET']
const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']

const day = (value: string, what: string): string => {
  if (!isoDay(value)) throw new UsageError(`${what}: '${value}' is no day of the form YYYY-MM-DD`)
  return value
}

const among = (known: readonly string[], value: string, what: string, fold = (x: string): string => x): string[] =>
  value.split(',').map(x => x.trim()).filter(Boolean).map(item => {
    if (!known.includes(fold(item))) throw new UsageError(`${what}: unknown '${item}': use ${known.join(', ')}`)
    return fold(item)
  })

const types = (value: string, what: string, command: Command): string[] =>
  among(command === 'dates' ? TIMEX_TYPES : [...NAME_TYPES, ...NUMBER_TYPES], value, what, x => x.toUpperCase())

const number = (least: number, most: number) => (value: string, what: string): number => {
  const n = value.trim() === '' ? NaN : Number(value)
  if (!(n >= least && n <= most)) throw new UsageError(`${what}: '${value}' is no number from ${least} to ${most === Infinity ? 'up' : most}`)
  return n
}

const whole = (least: number, most: number) => (value: string, what: string): number => {
  const n = number(least, most)(value, what)
  if (!Number.isInteger(n)) throw new UsageError(`${what}: '${value}' is no whole number`)
  return n
}

const ALL = COMMANDS
const LISTS: readonly Command[] = ['entities', 'dates', 'quotes']

const sortKey = (value: string, what: string, command: Command): string => {
  const [key, ...more] = among(SORT_KEYS[command as keyof typeof SORT_KEYS], value, what, x => x.toLowerCase())
  if (key === undefined || more.length > 0) throw new UsageError(`${what}: give one of ${SORT_KEYS[command as keyof typeof SORT_KEYS].join(', ')}`)
  return key
}

/** With --mentions the rows are others, so both kinds are known here; the settings tell them apart. */
const columnsFor = (command: Command): string[] => [...new Set([...columnNames(command, false), ...columnNames(command, command === 'entities')])]

export const OPTIONS: readonly OptionSpec[] = [
  { flags: '-f, --format <name>', description: 'how to print', commands: ALL, choices: Object.keys(OUTPUT_FORMATS) },
  { flags: '--json', description: 'the same as --format json', commands: ALL },
  { flags: '-o, --output <file>', description: 'write there instead of standard output', commands: ALL },
  { flags: '--input-format <name>', description: 'what the inputs are', commands: ALL, choices: ['auto', 'text', 'jsonl'], default: 'auto' },
  { flags: '--date <day>', description: "the document's date (YYYY-MM-DD), where the input does not say", commands: ALL, parse: day },
  { flags: '--type <names>', description: 'only these types, e.g. person,org (dates: date,time,duration,set)', commands: ['entities', 'dates'], parse: types },
  { flags: '--min-mentions <n>', description: 'only what is named at least n times', commands: ['entities'], parse: number(0, Infinity), default: 0 },
  { flags: '--mentions', description: 'one row a mention', commands: ['entities'] },
  { flags: '--speaker <name>', description: 'only what this person or organisation says; any alias or role', commands: ['quotes'], repeatable: true },
  { flags: '--about <name>', description: 'only quotes that mention this entity', commands: ['quotes'], repeatable: true },
  { flags: '--kind <kinds>', description: 'direct, mixed, indirect (quotes: direct,mixed; analyze: all)', commands: ['quotes', 'analyze'], parse: (value, what) => among(KINDS, value, what) },
  { flags: '--from <day>', description: 'only what falls on this day or later', commands: ['dates', 'quotes'], parse: day },
  { flags: '--to <day>', description: 'only what falls on this day or earlier', commands: ['dates', 'quotes'], parse: day },
  { flags: '--min-confidence <x>', description: 'only quotes whose speaker is at least this sure (0 to 1)', commands: ['quotes'], parse: number(0, 1), default: 0 },
  { flags: '--names <file>', description: 'your own names: a CSV of name,type,canonical,aliases; type BAN for what is no name', commands: ALL },
  { flags: '--offsets <unit>', description: 'unit of start and end', commands: ALL, choices: OFFSET_UNITS, default: 'utf16' },
  { flags: '--sort <key>', description: `order of what is printed: ${Object.entries(SORT_KEYS).map(([command, keys]) => `${command} by ${keys.join(', ')}`).join('; ')}`, commands: LISTS, parse: sortKey },
  { flags: '--limit <n>', description: 'at most n items a document', commands: LISTS, parse: whole(1, Infinity) },
  { flags: '--columns <names>', description: 'only these columns, in this order, in table, csv, tsv and markdown', commands: LISTS, parse: (value, what, command) => among(columnsFor(command), value, what, x => x.toLowerCase()) },
  { flags: '--wrap', description: 'long cells of a table take several lines (default)', commands: ALL },
  { flags: '--cut', description: 'long cells of a table are cut to one line', commands: ALL },
  { flags: '--explain', description: 'say why each finding stands', commands: ALL },
  { flags: '--jobs <n>', description: 'how many documents are read at the same time (default: one a core)', commands: ALL, parse: whole(1, 1024) },
  { flags: '--strict', description: 'stop at the first document that fails', commands: ALL },
  { flags: '--timeout-per-document <seconds>', description: 'give a document up after this time', commands: ALL, parse: number(0.001, 1e6) },
  { flags: '--shard <i/n>', description: 'only the i-th of n shares of the documents, dealt out by a hash of their ids', commands: ALL, parse: parseShard },
  { flags: '--resume <file>', description: 'write jsonl there, going on where an earlier run was cut off', commands: ['analyze'] },
  { flags: '--report <file>', description: 'write there what was done and what failed, as json', commands: ALL },
  { flags: '--color <when>', description: 'colour in tables (NO_COLOR and FORCE_COLOR count too)', commands: ALL, choices: ['auto', 'always', 'never'], default: 'auto' },
  { flags: '-q, --quiet', description: 'no notes and no progress on standard error', commands: ALL },
  { flags: '-v, --verbose', description: 'a line a document on standard error, and one at the end', commands: ALL },
]

export interface CommandSpec {
  readonly name: Command
  readonly aliases?: readonly string[]
  readonly summary: string
  readonly examples: readonly string[]
}

export const COMMAND_SPECS: readonly CommandSpec[] = [
  { name: 'entities', summary: 'who and what is named', examples: ['kpen entities article.txt', 'kpen entities --type person,org --format csv articles/'] },
  { name: 'dates', summary: 'which dates and times the text speaks of', examples: ['kpen dates article.txt', 'kpen dates --from 2018-11-01 --json article.txt'] },
  { name: 'quotes', summary: 'who is quoted saying what, and when', examples: ['kpen quotes --speaker Pompeo', "kpen quotes --json article.txt | jq -r '.[].speaker.name'"] },
  { name: 'analyze', aliases: ['analyse'], summary: 'all three as one record a document', examples: ['kpen analyze --format jsonl articles/', 'kpen analyze --input-format jsonl --format jsonl - < in.jsonl > out.jsonl'] },
]
