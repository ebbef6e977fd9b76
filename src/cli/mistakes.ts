/** What the parser finds wrong, in one line that says what to do. */
import { existsSync } from 'node:fs'
import type { CommandName } from './commands.js'
import type { OptionSpec } from './options.js'

/** `text` is commander's message; `command` the one it stands after, null before any. */
export function mistake(text: string, command: CommandName | null, options: readonly OptionSpec[] = []): string {
  const [message, suggestion] = text.trim().replace(/^error: /, '').split('\n')
  const [, kind, word = ''] = /^unknown (option|command) '(.*)'/.exec(message) ?? []
  const others = kind === 'option' ? options.filter(o => o.flags.split(/[ ,]+/).includes(word.split('=')[0])).flatMap(o => o.commands) : []
  if (others.length > 0) return `kpen: ${command} has no ${word}: it is an option of ${others.join(', ')}\n`
  if (kind === 'command' && existsSync(word)) return `kpen: '${word}' is no command: say what to look for, e.g. kpen quotes ${word}\n`
  return `kpen: ${message} ${suggestion ? suggestion.replace('(Did', '(did') : `(see kpen ${command === null ? '' : `${command} `}--help)`}\n`
}
