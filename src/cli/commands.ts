/** Every command that reads articles, as data. It loads nothing, so that the help costs nothing. */
import type { Command } from '../output/index.js'

export interface CommandSpec {
  readonly name: Command
  readonly aliases?: readonly string[]
  readonly summary: string
  readonly examples: readonly string[]
}

export const COMMAND_SPECS: readonly CommandSpec[] = [
  { name: 'entities', summary: 'who and what is named', examples: ['kpen entities article.txt', 'kpen entities --type person,org --format csv articles/'] },
  { name: 'dates', summary: 'which dates and times the text speaks of', examples: ['kpen dates article.txt', 'kpen dates --from 2018-11-01 --json article.txt'] },
  { name: 'quotes', summary: 'who is quoted saying what, and when', examples: ['kpen quotes --speaker Pompeo', "kpen quotes --json article.txt | jq -r '.[].speaker.name'"] },
  { name: 'analyze', aliases: ['analyse'], summary: 'all three as one record a document', examples: ['kpen analyze --format jsonl articles/', 'kpen analyze --input-format jsonl --format jsonl - < in.jsonl > out.jsonl'] },
]

/** Shells that `kpen completion` writes a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]
