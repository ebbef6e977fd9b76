/** The README's reference of commands and options, written from the tables that feed the parser, the help and the completion. */
import { COMMANDS } from '../../src/output/index.js'
import { COMMAND_SPECS } from '../../src/cli/commands.js'
import { meaningOf, OPTIONS, type OptionSpec } from '../../src/cli/options.js'

const table = (head: string, rows: readonly string[]): string => ['', head, head.replace(/[^|]+/g, ' --- '), ...rows, ''].join('\n')
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

const optionRow = (option: OptionSpec): string => {
  const all = COMMANDS.every(c => option.commands.includes(c)), on = all ? ['all', ...option.commands.slice(COMMANDS.length)] : option.commands
  return `| \`${option.flags}\` | ${on.join(', ')} | ${cell(meaningOf(option, ...option.commands.filter(c => c !== 'text')))} |`
}

/** Each reference by the name that its markers in the README bear. */
export const REFERENCES: Readonly<Record<string, string>> = {
  commands: table('| command | what it prints |', COMMAND_SPECS.map(({ name, description }) => `| \`kpen ${name}\` | ${cell(description)} |`)),
  options: table('| option | on | meaning |', [...new Set(OPTIONS.map(o => o.group))].flatMap(group => [`| **${group}** | | |`, ...OPTIONS.filter(o => o.group === group).map(optionRow)])),
}

const markers = (name: string): RegExp => new RegExp(`(<!-- ${name}: .*? -->\\n).*?(<!-- /${name} -->)`, 's')

/** The README with its references as they should be. */
export const withReferences = (readme: string): string =>
  Object.entries(REFERENCES).reduce((text, [name, reference]) => text.replace(markers(name), (_, start: string, end: string) => `${start}${reference}\n${end}`), readme)
