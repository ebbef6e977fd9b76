/** Word documents (docx): their paragraphs, and title and date of creation from the document's properties. */
import { InputError } from '../errors.js'
import { wholeOf, type InputFormat } from './format.js'

const property = (xml: string, name: string): string | null => {
  const found = new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1].trim()
  return found ? found.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&') : null
}

export const docx: InputFormat = {
  name: 'docx',
  extensions: ['docx'],
  sniff: head => head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')),
  async *read(input) {
    const bytes = await wholeOf(input), [{ default: mammoth }, { default: Zip }] = await Promise.all([import('mammoth'), import('jszip')])
    let text: string, core: string
    try {
      text = (await mammoth.extractRawText({ buffer: bytes })).value.trimEnd()
      core = (await (await Zip.loadAsync(bytes)).file('docProps/core.xml')?.async('string')) ?? ''
    } catch (error) {
      throw new InputError('format', `no docx that can be read: ${(error as Error).message.split('\n')[0]}`)
    }
    yield { document: { id: input.name, source: input.name, title: property(core, 'dc:title'), date: property(core, 'dcterms:created'), text } }
  },
}
