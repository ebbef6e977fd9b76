/** The command line: parses by the tables, then hands over to the command. Exit status 2 where the command line is wrong. */
import { Argument, Command as Program, CommanderError, Option } from 'commander'
import { DESCRIPTION, VERSION } from '../data.js'
import { UsageError } from '../errors.js'
import { oneOf } from './choices.js'
import { COMMAND_SPECS, type CommandName, type CommandSpec } from './commands.js'
import { mistake } from './mistakes.js'
import type { OptionSpec } from './options.js'
import { WORKS } from './works.js'

type OptionTable = typeof import('./options.js')

function optionOf(spec: OptionSpec, command: CommandName, { meaningOf, parsed, flagsOf }: OptionTable): Option {
  const { long, argument } = flagsOf(spec), option = new Option(spec.flags, meaningOf(spec, command)).helpGroup(`${spec.group}:`)
  if (spec.repeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  else if (argument !== null) option.argParser((value: string) => parsed(spec, value, long, command))
  return option
}

function argumentOf({ name, argument: { flags, description: meaning, choices } }: CommandSpec): Argument {
  const argument = new Argument(flags, choices ? `${meaning}: ${choices.join(', ')}` : meaning)
  return choices ? argument.argParser((word: string) => oneOf(choices, word, name)) : argument
}

const examplesOf = (examples: readonly string[]): string => `\nExamples:\n${examples.map(e => `  ${e}`).join('\n')}\n`

/** Without `table` the commands have no options: enough to list them. */
function programOf(table: OptionTable | null): Program {
  const program = new Program('kpen').description(`${DESCRIPTION}.`).version(VERSION, '-V, --version', 'the version').helpOption('-h, --help', 'this help').helpCommand(false)
    .configureOutput({ outputError: (text, write) => write(mistake(text, null)), getOutHelpWidth: () => Number(process.env.COLUMNS) || process.stdout.columns || 80 })
    .exitOverride().addHelpText('after', examplesOf(COMMAND_SPECS.map(s => s.examples[0])))
  for (const spec of COMMAND_SPECS) {
    const { name, aliases = [], summary } = spec
    const command = program.command(name).summary(summary).description(spec.description).aliases([...aliases]).addArgument(argumentOf(spec))
      .configureOutput({ outputError: (text, write) => write(mistake(text, name, table?.OPTIONS)) })
      .exitOverride().addHelpText('after', examplesOf(spec.examples))
    for (const option of table?.OPTIONS ?? []) if (option.commands.includes(name)) command.addOption(optionOf(option, name, table!))
    command.action(async (words: string | readonly string[] | undefined, values: Record<string, unknown>) => {
      process.exitCode = await WORKS[name]([words ?? []].flat(), values, of => (program.commands.find(c => c.name() === of) ?? program).outputHelp())
    })
  }
  return program
}

/** Runs kpen with the arguments after its name. Sets process.exitCode, never exits. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (kpen --help | head) ends the run in silence; a full disk shows in the status, and runs say so.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') process.exitCode = 2 })
  try {
    const table = argv.some(word => !word.startsWith('-')) ? await import('./options.js') : null
    await programOf(table).parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else if (error instanceof UsageError) {
      process.stderr.write(`kpen: ${error.message}\n`)
      process.exitCode = 2
    } else throw error
  }
}
