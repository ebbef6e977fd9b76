/** Every command, as one table of data: it feeds the parser, the help, the completion and the README. It loads nothing, so that the help costs nothing. */
import type { Command } from '../output/index.js'

const READERS: readonly Command[] = ['entities', 'dates', 'quotes', 'analyze']
export const COMMAND_NAMES = [...READERS, 'text', 'schema', 'completion', 'help'] as const
export type CommandName = (typeof COMMAND_NAMES)[number]

/** What may stand after the command: `[…]` may be left out, `…...` be several. */
export interface CommandArgument {
  readonly flags: string
  readonly description: string
  /** The only words it takes. */
  readonly choices?: readonly string[]
}

export interface CommandSpec {
  readonly name: CommandName
  readonly aliases?: readonly string[]
  /** A few words for the list of commands. */
  readonly summary: string
  /** A sentence or two for the command's own help and the README. */
  readonly description: string
  readonly examples: readonly string[]
  readonly argument: CommandArgument
}

const INPUTS: CommandArgument = { flags: '[input...]', description: 'files, folders, or - for standard input' }

/** Shells that `kpen completion` writes a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

export const COMMAND_SPECS: readonly CommandSpec[] = [
  {
    name: 'entities', summary: 'who and what is named', argument: INPUTS,
    description: 'Who and what is named: people, organisations, places, nationalities, events …; one row an entity, its aliases merged.',
    examples: ['kpen entities article.txt', 'kpen entities --type person,org --format csv articles/'],
  },
  {
    name: 'dates', summary: 'which dates and times the text speaks of', argument: INPUTS,
    description: "Expressions of time, resolved to ISO 8601 / TIMEX3 values against the article's own date.",
    examples: ['kpen dates article.txt', 'kpen dates --from 2018-11-01 --json article.txt'],
  },
  {
    name: 'quotes', summary: 'who is quoted saying what, and when', argument: INPUTS,
    description: 'Quotations with who said them, by which verb, and when.',
    examples: ['kpen quotes --speaker Pompeo', "kpen quotes --json article.txt | jq -r '.[].speaker.name'"],
  },
  {
    name: 'analyze', aliases: ['analyse'], summary: 'all three as one record a document', argument: INPUTS,
    description: 'All three as one record a document.',
    examples: ['kpen analyze --format html -o page.html articles/', 'kpen analyze --input-format jsonl --format jsonl - < in.jsonl > out.jsonl'],
  },
  {
    name: 'text', summary: 'the text that kpen reads of an input', argument: INPUTS,
    description: 'The text that kpen reads of an input: start and end point into it.',
    examples: ['kpen text report.pdf', 'kpen text --json articles/'],
  },
  {
    name: 'schema', summary: 'the JSON Schema of what a command prints', argument: { flags: '[command]', description: 'whose output (default: analyze)', choices: READERS },
    description: 'The JSON Schema of the array that a command prints with --json.',
    examples: ['kpen schema quotes'],
  },
  {
    name: 'completion', summary: 'a script that completes commands and options', argument: { flags: '<shell>', description: 'the shell', choices: SHELLS },
    description: 'A script that completes commands, options and their values in a shell; its first lines say where to put it.',
    examples: ['kpen completion bash'],
  },
  {
    name: 'help', summary: 'the help of a command', argument: { flags: '[command]', description: 'the command', choices: COMMAND_NAMES },
    description: 'The help of a command, the same as kpen COMMAND --help.',
    examples: ['kpen help quotes'],
  },
]
