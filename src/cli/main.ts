/** The command line: parses, then hands checked settings to the run. Exit status 2 where the command line is wrong. */
import { Argument, Command as Program, CommanderError, Option } from 'commander'
import { DESCRIPTION, VERSION } from '../data.js'
import { UsageError } from '../errors.js'
import type { Command } from '../output/index.js'
import { COMMAND_SPECS, SHELLS, type CommandSpec, type Shell } from './commands.js'
import type { OptionSpec } from './options.js'

type OptionTable = typeof import('./options.js')

function optionOf(spec: OptionSpec, command: Command, { parsed, valuesOf }: OptionTable): Option {
  const known = spec.values ? ` (${valuesOf(spec, command).join(', ')})` : ''
  const option = new Option(spec.flags, spec.description + known)
  if (spec.choices) option.choices(spec.choices)
  if (spec.default !== undefined) option.default(spec.default)
  if (spec.repeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  else if (spec.parse || spec.values) option.argParser((value: string) => parsed(spec, value, option.long ?? spec.flags, command))
  return option
}

const examplesOf = (specs: readonly CommandSpec[]): string => `\nExamples:\n${specs.flatMap(s => s.examples).map(e => `  ${e}`).join('\n')}\n`

/** An error of the parser as kpen's own: one line that says what to do. */
const oneLine = (text: string): string => {
  const [message, suggestion] = text.trim().replace(/^error: /, '').split('\n')
  return `kpen: ${message} ${suggestion ? suggestion.replace('(Did', '(did') : '(see kpen --help)'}\n`
}

/** Without `table` the commands have no options: enough to list them. */
function programOf(table: OptionTable | null, run: (command: Command, inputs: string[], values: Record<string, unknown>) => Promise<void>): Program {
  const program = new Program('kpen').description(DESCRIPTION).version(VERSION, '-V, --version')
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .exitOverride().addHelpText('after', examplesOf(COMMAND_SPECS.map(s => ({ ...s, examples: s.examples.slice(0, 1) }))))
  for (const spec of COMMAND_SPECS) {
    const command = program.command(spec.name).summary(spec.summary).description(`Tells ${spec.summary}.`).aliases([...(spec.aliases ?? [])])
      .argument('[input...]', 'files, folders, or - for standard input')
      .exitOverride().addHelpText('after', examplesOf([spec]))
    for (const option of table?.OPTIONS ?? []) if (option.commands.includes(spec.name)) command.addOption(optionOf(option, spec.name, table!))
    command.action((inputs: string[], values: Record<string, unknown>) => run(spec.name, inputs, values))
  }
  const texts = program.command('text').summary('the text that offsets point into').description('Prints the text that kpen reads of each input: start and end point into it.')
    .argument('<input...>', 'files, folders, or - for standard input').exitOverride()
    .option('--json', 'as JSON Lines with id, source, title and date')
    .action(async (inputs: string[], { json, ...values }: Record<string, unknown>) => {
      const [{ settingsOf }, { printTexts }] = await Promise.all([import('./settings.js'), import('./texts.js')])
      process.exitCode = await printTexts(settingsOf('analyze', inputs, values), json === true)
    })
  for (const option of table?.OPTIONS ?? []) if (/^--(?:input-format|encoding|text-field|id-field|date-field) /.test(option.flags)) texts.addOption(optionOf(option, 'analyze', table!))
  program.command('schema').summary('the JSON Schema of what a command prints').description('Prints the JSON Schema of the array that COMMAND --json prints, of analyze where none is named.')
    .addArgument(new Argument('[command]', 'whose output').choices(COMMAND_SPECS.map(s => s.name)).default('analyze')).exitOverride()
    .action(async (name: string) => {
      const { schemaOf } = await import('../output/schema.js')
      process.stdout.write(`${JSON.stringify(schemaOf(name), null, 2)}\n`)
    })
  program.command('completion').summary('a script that completes commands and options').description('Prints a script for a shell; its first lines say where to put it.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS)).exitOverride()
    .action(async (shell: Shell) => {
      const { completionOf } = await import('./completion.js')
      process.stdout.write(completionOf(shell))
    })
  return program
}

/** Runs kpen with the arguments after its name. Sets process.exitCode, never exits. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    const table = argv.some(word => !word.startsWith('-')) ? await import('./options.js') : null
    await programOf(table, async (command, inputs, values) => {
      const [{ settingsOf }, { run }] = await Promise.all([import('./settings.js'), import('./run.js')])
      process.exitCode = await run(settingsOf(command, inputs, values))
    }).parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else if (error instanceof UsageError) {
      process.stderr.write(`kpen: ${error.message}\n`)
      process.exitCode = 2
    } else throw error
  }
}
