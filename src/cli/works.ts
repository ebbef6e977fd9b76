/** What each command does. Everything is loaded when it is needed, so that no command pays for another. */
import type { Command } from '../output/index.js'
import type { CommandName, Shell } from './commands.js'

/** Resolves to the exit status. `values` are the options as commander gives them, `help` prints the help of a command or of kpen. */
type Work = (words: readonly string[], values: Readonly<Record<string, unknown>>, help: (command?: string) => void) => Promise<number>

const reading = (command: Command): Work => async (inputs, values) => {
  const [{ settingsOf }, { run }] = await Promise.all([import('./settings.js'), import('./run.js')])
  return run(settingsOf(command, inputs, values))
}

const print = (text: string): number => {
  process.stdout.write(text)
  return 0
}

export const WORKS: Readonly<Record<CommandName, Work>> = {
  entities: reading('entities'),
  dates: reading('dates'),
  quotes: reading('quotes'),
  analyze: reading('analyze'),
  async text(inputs, values) {
    const [{ settingsOf }, { printTexts }] = await Promise.all([import('./settings.js'), import('./texts.js')])
    return printTexts(settingsOf('analyze', inputs, values))
  },
  schema: async ([command = 'analyze']) => print(`${JSON.stringify((await import('../output/schema.js')).schemaOf(command), null, 2)}\n`),
  completion: async ([shell]) => print((await import('./completion.js')).completionOf(shell as Shell)),
  async help([command], _values, help) {
    help(command)
    return 0
  },
}
