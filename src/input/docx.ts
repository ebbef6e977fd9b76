/** Word documents: their paragraphs as text; title, author and day of writing from their properties. */
import { InputError } from '../errors.js'
import { wholeOf, type InputFormat } from './format.js'
import { plainText } from './html-text.js'

interface Properties { readonly title: string | null; readonly author: string | null; readonly date: string | null }

async function propertiesOf(bytes: Buffer): Promise<Properties> {
  const [{ default: JSZip }, toText] = await Promise.all([import('jszip'), plainText()])
  const source = await (await JSZip.loadAsync(bytes)).file('docProps/core.xml')?.async('string') ?? ''
  // Each stands in an element of its own without any inside: a parser of XML would cost more than all the rest.
  const value = (name: string): string | null => toText(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`).exec(source)?.[1] ?? '') || null
  return { title: value('dc:title'), author: value('dc:creator'), date: value('dcterms:created')?.slice(0, 10) ?? null }
}

// Without these, words on both sides of a break would be one.
const BREAKS = ["br[type='page'] => br", "br[type='column'] => br"]

/** Through HTML, since mammoth's plain text has no line breaks and no notes. These stand at the end, without their marks. */
async function textOf(bytes: Buffer): Promise<string> {
  const [{ default: mammoth }, toText] = await Promise.all([import('mammoth'), plainText([
    { selector: 'a[href^="#footnote-"]', format: 'skip' }, { selector: 'a[href^="#endnote-"]', format: 'skip' },
    // mammoth takes headings of an outline for lists, and knows no list's own numbers.
    { selector: 'ol', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } }, { selector: 'ol > li', format: 'block' },
  ])])
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: BREAKS, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
  return toText(value)
}

export const docx: InputFormat = {
  name: 'docx',
  extensions: ['docx'],
  binary: true,
  proves: head => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) && head.includes('word/'),
  async *read(input) {
    const bytes = await wholeOf(input)
    let text: string, properties: Properties
    try {
      text = await textOf(bytes)
      properties = await propertiesOf(bytes)
    } catch (error) {
      throw new InputError('format', `no readable Word document (${(error as Error).message.split(/\n| : /, 1)[0].slice(0, 120)})`)
    }
    if (text === '') throw new InputError('format', 'the document holds no text')
    const { title, author, date } = properties
    yield { document: { id: input.name, source: input.name, text, title, date, ...(author ? { fields: { author } } : {}) } }
  },
}
