/** The checked options of one run: made from the command line before any work is done. */
import type { Command } from '../output/index.js'
import type { OffsetUnit } from '../output/offsets.js'
import type { Selection } from '../select.js'
import type { QuoteKind } from '../types.js'

export interface Settings {
  readonly command: Command
  readonly inputs: readonly string[]
  readonly format: string
  readonly output: string | null
  readonly inputFormat: string
  readonly date: string | null
  readonly offsets: OffsetUnit
  readonly explain: boolean
  readonly mentions: boolean
  readonly color: 'auto' | 'always' | 'never'
  readonly quiet: boolean
  readonly selection: Selection
}

/** Settings from commander's values, which the option table has checked one by one. */
export function settingsOf(command: Command, inputs: readonly string[], values: Readonly<Record<string, unknown>>): Settings {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
  const flag = (name: string): boolean => values[name] === true
  const list = <T extends string>(name: string): T[] | null => (Array.isArray(values[name]) ? (values[name] as T[]) : null)
  const number = (name: string): number => Number(values[name] ?? 0)
  return {
    command, inputs,
    format: text('format') ?? (flag('json') ? 'json' : 'table'),
    output: text('output'),
    inputFormat: text('inputFormat') ?? 'auto',
    date: text('date'),
    offsets: (text('offsets') ?? 'utf16') as OffsetUnit,
    explain: flag('explain'), mentions: flag('mentions'), quiet: flag('quiet'),
    color: (text('color') ?? 'auto') as Settings['color'],
    selection: {
      types: list('type'), minMentions: number('minMentions'), speakers: list('speaker') ?? [], about: list('about') ?? [],
      kinds: list<QuoteKind>('kind') ?? (command === 'analyze' ? ['direct', 'mixed', 'indirect'] : ['direct', 'mixed']),
      from: text('from'), to: text('to'), minConfidence: number('minConfidence'),
    },
  }
}
