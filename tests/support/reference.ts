/** The README's reference of options, written from the table that feeds the parser, the help and the completion. */
import { COMMANDS } from '../../src/output/index.js'
import { OPTIONS, valuesOf, type OptionSpec } from '../../src/cli/options.js'

const valuesLine = (option: OptionSpec): string => {
  const lists = option.commands.map(command => ({ command, values: valuesOf(option, command).join(', ').toLowerCase() })).filter(({ values }) => values !== '')
  if (lists.length === 0) return ''
  const same = lists.every(({ values }) => values === lists[0].values)
  return same ? `: ${lists[0].values}` : `: ${lists.map(({ command, values }) => `${command}: ${values}`).join('; ')}`
}

const row = (option: OptionSpec): string => {
  const on = option.commands.length === COMMANDS.length ? 'all' : option.commands.join(', ')
  const start = option.default === undefined || option.default === 0 ? '' : ` (default: ${String(option.default)})`
  return `| \`${option.flags}\` | ${on} | ${(option.description + valuesLine(option) + start).replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`
}

export const MARKERS = ['<!-- options: written by tests/cli-options.test.ts -->', '<!-- /options -->'] as const

/** The reference, between its markers. */
export const optionReference = (): string => [MARKERS[0], '', '| option | on | meaning |', '| --- | --- | --- |', ...OPTIONS.map(row), '', MARKERS[1]].join('\n')
