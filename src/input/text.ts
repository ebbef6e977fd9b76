/** Plain text: one document a file. */
import { InputError } from '../errors.js'
import { decode, wholeOf, type InputFormat } from './format.js'

export const text: InputFormat = {
  name: 'text',
  extensions: ['txt', 'text', 'md'],
  async *read(input) {
    const bytes = await wholeOf(input)
    if (bytes.length === 0) throw new InputError('empty')
    yield { document: { id: input.name, source: input.name, text: decode(bytes) } }
  },
}
