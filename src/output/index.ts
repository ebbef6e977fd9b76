/** Every form that findings can be printed in, by name. */
import { UsageError } from '../errors.js'
import type { Command, OutputFormat } from './format.js'

export { COMMANDS, type Command, type OutputContext, type OutputFormat } from './format.js'

/** Loaded when used, so that no run pays for another's libraries. */
export const OUTPUT_FORMATS: Readonly<Record<string, () => Promise<OutputFormat>>> = {
  table: async () => (await import('./table.js')).table,
  json: async () => (await import('./json.js')).json,
  jsonl: async () => (await import('./json.js')).jsonl,
  csv: async () => (await import('./separated.js')).csv,
  tsv: async () => (await import('./separated.js')).tsv,
  brat: async () => (await import('./brat.js')).brat,
  conll: async () => (await import('./conll.js')).conll,
  tei: async () => (await import('./tei.js')).tei,
  html: async () => (await import('./html/index.js')).html,
  markdown: async () => (await import('./markdown.js')).markdown,
}

/** The format of a name for a command. Throws UsageError, naming the formats that the command has. */
export async function outputFormat(name: string, command: Command): Promise<OutputFormat> {
  const format = await OUTPUT_FORMATS[name]()
  if (format.commands.includes(command)) return format
  const others = await Promise.all(Object.values(OUTPUT_FORMATS).map(load => load()))
  const fit = others.filter(f => f.commands.includes(command)).map(f => f.name)
  throw new UsageError(`${command} has no format ${name}: use one of ${fit.join(', ')}`)
}
