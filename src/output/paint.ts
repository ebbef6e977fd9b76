/** Colours of a terminal: by type of entity, speakers bold. They only repeat what the words say too. */
import { Chalk } from 'chalk'

export type Paint = (text: string) => string

export interface Palette {
  readonly bold: Paint
  readonly dim: Paint
  readonly title: Paint
  readonly value: Paint
  /** By type of entity or TIMEX3 type. */
  readonly type: (type: string) => Paint
}

export function paletteOf(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  const byType: Readonly<Record<string, Paint>> = {
    PERSON: chalk.cyan, ORG: chalk.blueBright, GPE: chalk.green, LOC: chalk.green, FAC: chalk.green,
    DATE: chalk.yellow, TIME: chalk.yellow, DURATION: chalk.yellow, SET: chalk.yellow,
  }
  return { bold: chalk.bold, dim: chalk.dim, title: chalk.underline, value: chalk.yellow, type: type => byType[type] ?? chalk.magenta }
}
