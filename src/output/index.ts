/** Every form that findings can be printed in, by name. */
import { COMMANDS, type Command, type OutputFormat } from './format.js'

export { COMMANDS, type Command, type OutputContext, type OutputFormat } from './format.js'

interface FormatRow {
  readonly commands: readonly Command[]
  /** Loaded when used, so that no run pays for another's libraries. */
  readonly load: () => Promise<OutputFormat>
}

const LISTS: readonly Command[] = ['entities', 'dates', 'quotes']

const OUTPUT_FORMATS: Readonly<Record<string, FormatRow>> = {
  table: { commands: COMMANDS, load: async () => (await import('./table.js')).table },
  json: { commands: COMMANDS, load: async () => (await import('./json.js')).json },
  jsonl: { commands: COMMANDS, load: async () => (await import('./json.js')).jsonl },
  csv: { commands: LISTS, load: async () => (await import('./separated.js')).csv },
  tsv: { commands: LISTS, load: async () => (await import('./separated.js')).tsv },
  markdown: { commands: LISTS, load: async () => (await import('./markdown.js')).markdown },
  html: { commands: COMMANDS, load: async () => (await import('./html/index.js')).html },
  brat: { commands: ['analyze'], load: async () => (await import('./brat.js')).brat },
  conll: { commands: ['analyze'], load: async () => (await import('./conll.js')).conll },
  tei: { commands: ['analyze'], load: async () => (await import('./tei.js')).tei },
}

/** The names of the formats that a command has. */
export const formatsOf = (command: Command): string[] => Object.keys(OUTPUT_FORMATS).filter(name => OUTPUT_FORMATS[name].commands.includes(command))

/** The format of a name, which is one of `formatsOf` a command. */
export const outputFormat = (name: string): Promise<OutputFormat> => OUTPUT_FORMATS[name].load()
