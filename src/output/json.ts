/** JSON for scripts: one array of items (of documents, for analyze), indented by two blanks. */
import { itemsOf, type OutputFormat } from './format.js'

/** What json and jsonl print of a document: itself, or its items with its id. */
export const jsonItems: (...args: Parameters<OutputFormat['document']>) => unknown[] = ({ record }, { command }) =>
  command === 'analyze' ? [record] : itemsOf(record, command).map(item => ({ ...item, document: record.id }))

// Only a line feed ends a line here: U+2028 may stand within a string.
const indented = (item: unknown): string => `  ${JSON.stringify(item, null, 2).replaceAll('\n', '\n  ')}`

/** The array is written piece by piece, so that memory stays flat over many documents. */
export const json: OutputFormat = {
  name: 'json',
  head: () => '[',
  document: (result, context, index) => {
    const items = jsonItems(result, context, index)
    return items.length === 0 ? '' : (index > 0 ? ',\n' : '\n') + items.map(indented).join(',\n')
  },
  tail: (_, count) => (count > 0 ? '\n]\n' : ']\n'),
}

export const jsonl: OutputFormat = {
  name: 'jsonl',
  document: (result, context, index) => jsonItems(result, context, index).map(item => `${JSON.stringify(item)}\n`).join(''),
  failed: ({ input, id, code, message }, { command }) =>
    command === 'analyze' ? `${JSON.stringify({ id: id === undefined ? input : id, error: { code, message } })}\n` : '',
}
