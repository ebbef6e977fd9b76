/** Every command, as one table of data: it feeds the parser, the help, the completion and the README. It loads nothing, so that the help costs nothing. */
import type { Command } from '../output/index.js'

export type CommandName = Command | 'text' | 'schema' | 'completion' | 'help'

/** What may stand after the command: `[…]` may be left out, `…...` be several. */
export interface CommandArgument {
  readonly flags: string
  readonly description: string
  /** The only words it takes. */
  readonly choices?: readonly string[]
}

/** Does the work of a command; resolves to the exit status. `values` are commander's, `help` prints the help of a command or of kpen. */
type Work = (words: readonly string[], values: Readonly<Record<string, unknown>>, help: (command?: string) => void) => Promise<number>

export interface CommandSpec {
  readonly name: CommandName
  readonly aliases?: readonly string[]
  /** A few words for the list of commands. */
  readonly summary: string
  /** A sentence or two for the command's own help and the README. */
  readonly description: string
  readonly examples: readonly string[]
  readonly argument: CommandArgument
  readonly work: Work
}

const INPUTS: CommandArgument = { flags: '[input...]', description: 'files, folders, or - for standard input' }
const READERS: readonly Command[] = ['entities', 'dates', 'quotes', 'analyze']

/** Shells that `kpen completion` writes a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

const reading = (command: Command): Work => async (inputs, values) => {
  const [{ settingsOf }, { run }] = await Promise.all([import('./settings.js'), import('./run.js')])
  return run(settingsOf(command, inputs, values))
}

const print = (text: string): number => {
  process.stdout.write(text)
  return 0
}

export const COMMAND_SPECS: readonly CommandSpec[] = [
  {
    name: 'entities', summary: 'who and what is named', argument: INPUTS, work: reading('entities'),
    description: 'Who and what is named: people, organisations, places, nationalities, events …; one row an entity, its aliases merged.',
    examples: ['kpen entities article.txt', 'kpen entities --type person,org --format csv articles/'],
  },
  {
    name: 'dates', summary: 'which dates and times the text speaks of', argument: INPUTS, work: reading('dates'),
    description: "Expressions of time, resolved to ISO 8601 / TIMEX3 values against the article's own date.",
    examples: ['kpen dates article.txt', 'kpen dates --from 2018-11-01 --json article.txt'],
  },
  {
    name: 'quotes', summary: 'who is quoted saying what, and when', argument: INPUTS, work: reading('quotes'),
    description: 'Quotations with who said them, by which verb, and when.',
    examples: ['kpen quotes --speaker Pompeo', "kpen quotes --json article.txt | jq -r '.[].speaker.name'"],
  },
  {
    name: 'analyze', aliases: ['analyse'], summary: 'all three as one record a document', argument: INPUTS, work: reading('analyze'),
    description: 'All three as one record a document.',
    examples: ['kpen analyze --format html -o page.html articles/', 'kpen analyze --input-format jsonl --format jsonl - < in.jsonl > out.jsonl'],
  },
  {
    name: 'text', summary: 'the text that kpen reads of an input', argument: INPUTS,
    description: 'The text that kpen reads of an input: start and end point into it.',
    examples: ['kpen text report.pdf', 'kpen text --json articles/'],
    async work(inputs, values) {
      const [{ settingsOf }, { printTexts }] = await Promise.all([import('./settings.js'), import('./texts.js')])
      return printTexts(settingsOf('analyze', inputs, values))
    },
  },
  {
    name: 'schema', summary: 'the JSON Schema of what a command prints', argument: { flags: '[command]', description: 'whose output (default: analyze)', choices: READERS },
    description: 'The JSON Schema of the array that a command prints with --json.',
    examples: ['kpen schema quotes'],
    work: async ([name = 'analyze']) => print(`${JSON.stringify((await import('../output/schema.js')).schemaOf(name), null, 2)}\n`),
  },
  {
    name: 'completion', summary: 'a script that completes commands and options', argument: { flags: '<shell>', description: 'the shell', choices: SHELLS },
    description: 'A script that completes commands, options and their values in a shell; its first lines say where to put it.',
    examples: ['kpen completion bash'],
    work: async ([shell]) => print((await import('./completion.js')).completionOf(shell as Shell)),
  },
  {
    name: 'help', summary: 'the help of a command', argument: { flags: '[command]', description: 'the command', choices: [...READERS, 'text', 'schema', 'completion'] },
    description: 'The help of a command, the same as kpen COMMAND --help.',
    examples: ['kpen help quotes'],
    async work([name], _values, help) {
      help(name)
      return 0
    },
  },
]
