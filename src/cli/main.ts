/** The command line: parses, then hands checked settings to the run. Exit status 2 where the command line is wrong. */
import { createRequire } from 'node:module'
import { Argument, Command as Program, CommanderError, Option } from 'commander'
import { UsageError } from '../errors.js'
import type { Command } from '../output/index.js'
import { COMMAND_SPECS, OPTIONS, type CommandSpec, type OptionSpec } from './options.js'
import { settingsOf } from './settings.js'

const { version, description } = createRequire(import.meta.url)('../../package.json') as { version: string; description: string }

function optionOf(spec: OptionSpec, command: Command): Option {
  const option = new Option(spec.flags, spec.description)
  if (spec.choices) option.choices(spec.choices)
  if (spec.default !== undefined) option.default(spec.default)
  const { parse } = spec
  if (spec.repeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  else if (parse) option.argParser((value: string) => parse(value, option.long ?? spec.flags, command))
  return option
}

const examplesOf = (specs: readonly CommandSpec[]): string => `\nExamples:\n${specs.flatMap(s => s.examples).map(e => `  ${e}`).join('\n')}\n`

function programOf(run: (command: Command, inputs: string[], values: Record<string, unknown>) => Promise<void>): Program {
  const program = new Program('kpen').description(description).version(version, '-V, --version')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'kpen: ')) })
    .exitOverride().addHelpText('after', examplesOf(COMMAND_SPECS.map(s => ({ ...s, examples: s.examples.slice(0, 1) }))))
  for (const spec of COMMAND_SPECS) {
    const command = program.command(spec.name).summary(spec.summary).description(`Tells ${spec.summary}.`).aliases([...(spec.aliases ?? [])])
      .argument('[input...]', 'files, folders, or - for standard input').exitOverride().addHelpText('after', examplesOf([spec]))
    for (const option of OPTIONS) if (option.commands.includes(spec.name)) command.addOption(optionOf(option, spec.name))
    command.action((inputs: string[], values: Record<string, unknown>) => run(spec.name, inputs, values))
  }
  program.command('text').summary('the text that offsets point into').description('Prints the text that kpen reads of each input: start and end point into it.')
    .argument('<input...>', 'files, folders, or - for standard input').exitOverride()
    .addOption(optionOf(OPTIONS.find(o => o.flags.startsWith('--input-format'))!, 'analyze')).addOption(optionOf(OPTIONS.find(o => o.flags.startsWith('--encoding'))!, 'analyze'))
    .option('--json', 'as JSON Lines with id, source, title and date')
    .action(async (inputs: string[], values: Record<string, unknown>) => {
      const { printTexts } = await import('./texts.js')
      process.exitCode = await printTexts(settingsOf('analyze', inputs, values), values.json === true)
    })
  program.command('schema').summary('the JSON Schema of what a command prints').description('Prints the JSON Schema of the array that COMMAND --json prints, of analyze where none is named.')
    .addArgument(new Argument('[command]', 'whose output').choices(COMMAND_SPECS.map(s => s.name)).default('analyze')).exitOverride()
    .action(async (name: string) => {
      const { schemaOf } = await import('../output/schema.js')
      process.stdout.write(`${JSON.stringify(schemaOf(name), null, 2)}\n`)
    })
  return program
}

/** Runs kpen with the arguments after its name. Sets process.exitCode, never exits. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await programOf(async (command, inputs, values) => {
      const settings = settingsOf(command, inputs, values)
      const { run } = await import('./run.js')
      process.exitCode = await run(settings)
    }).parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else if (error instanceof UsageError) {
      process.stderr.write(`kpen: ${error.message}\n`)
      process.exitCode = 2
    } else throw error
  }
}
