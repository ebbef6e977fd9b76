/** Plain text: one document a file. */
import { InputError } from '../errors.js'
import { decode } from './encoding.js'
import { wholeOf, type InputFormat } from './format.js'

/** Files that people take for text, or that look like a format kpen reads. */
const OTHERS: readonly { readonly start: RegExp; readonly advice: string }[] = [
  { start: /^\{\\rtf/, advice: 'it is RTF; save it as docx, pdf, html or text' },
  { start: /^\u00d0\u00cf\u0011\u00e0/, advice: 'it is an old Office file; save it as docx, pdf, html or text' },
  { start: /^PK\u0003\u0004/, advice: 'it is a zip archive, but no Word document; save it as docx, pdf, html or text' },
  { start: /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,20}?content-type:\s*multipart\/related/i, advice: 'it is a web archive (MHTML); save the page as html' },
  { start: /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*)?\{\s*"/, advice: "it is JSON, but not a record a line: jq -c . (of a list: jq -c '.[]') makes lines of it" },
]

export const text: InputFormat = {
  name: 'text',
  extensions: ['txt', 'text', 'md'],
  async *read(input) {
    const bytes = await wholeOf(input), start = bytes.subarray(0, 2000).toString('latin1'), other = OTHERS.find(one => one.start.test(start))
    if (other) throw new InputError('format', other.advice)
    yield { document: { id: input.name, source: input.name, text: decode(bytes) } }
  },
}
