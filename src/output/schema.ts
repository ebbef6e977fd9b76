/** The JSON Schema (draft 2020-12) of what each command prints with --json. */
import { readBytes } from '../data.js'

const ITEMS: Readonly<Record<string, string>> = { entities: 'entity', dates: 'date', quotes: 'quote', analyze: 'document' }

/** The schema of the array that a command prints; its `$defs` hold the schema of every item and of a failed document's record. */
export function schemaOf(command: string): object {
  const { $defs } = JSON.parse(readBytes('output/data/schema.json').toString('utf8')) as { $defs: object }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `kpen ${command} --json`, type: 'array', items: { $ref: `#/$defs/${ITEMS[command]}` }, $defs }
}
