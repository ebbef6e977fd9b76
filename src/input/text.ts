/** Plain text: one document a file. */
import { InputError } from '../errors.js'
import { decode } from './encoding.js'
import { wholeOf, type InputFormat } from './format.js'

/** Files that people take for text, or that look like a format kpen reads. */
const OTHERS: readonly { readonly start: Buffer; readonly name: string }[] = [
  { start: Buffer.from('{\\rtf'), name: 'RTF' },
  { start: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), name: 'an old Office file' },
  { start: Buffer.from('PK\u0003\u0004'), name: 'a zip archive, but no Word document' },
]

export const text: InputFormat = {
  name: 'text',
  extensions: ['txt', 'text', 'md'],
  async *read(input) {
    const bytes = await wholeOf(input), other = OTHERS.find(({ start }) => bytes.subarray(0, start.length).equals(start))
    if (/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:\[\s*)?\{\s*"/.test(bytes.subarray(0, 200).toString('latin1'))) throw new InputError('format', "it is JSON, but not a record a line: jq -c . (of a list: jq -c '.[]') makes lines of it")
    if (other) throw new InputError('format', `it is ${other.name}; save it as docx, pdf, html or text`)
    yield { document: { id: input.name, source: input.name, text: decode(bytes) } }
  },
}
