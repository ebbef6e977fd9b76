/** Plain text: one document a file. */
import { decode, wholeOf, type InputFormat } from './format.js'

export const text: InputFormat = {
  name: 'text',
  extensions: ['txt', 'text', 'md'],
  async *read(input, { encoding }) {
    const bytes = await wholeOf(input)
    yield { document: { id: input.name, source: input.name, text: decode(bytes, encoding) } }
  },
}
