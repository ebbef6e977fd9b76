import { createInterface } from 'node:readline'
import { analyze } from '../analyze.js'
import { documentRecord } from '../output/records.js'

export async function main(_argv: readonly string[]): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { id, text, date, title } = JSON.parse(line)
    process.stdout.write(JSON.stringify(documentRecord(analyze({ id, text, date, title }))) + '\n')
  }
}
