/** Word documents: their paragraphs as text; title, author and day of writing from their properties. */
import { InputError } from '../errors.js'
import { seen, wholeOf, type InputFormat } from './format.js'

interface Properties { readonly title: string | null; readonly author: string | null; readonly date: string | null }

async function propertiesOf(bytes: Buffer): Promise<Properties> {
  const [{ default: JSZip }, { DOMParser }] = await Promise.all([import('jszip'), import('linkedom')])
  const source = await (await JSZip.loadAsync(bytes)).file('docProps/core.xml')?.async('string')
  const core = source === undefined ? null : new DOMParser().parseFromString(source, 'text/xml')
  const value = (name: string): string | null => core?.getElementsByTagName(name)[0]?.textContent?.trim() || null
  return { title: value('dc:title'), author: value('dc:creator'), date: value('dcterms:created')?.slice(0, 10) ?? null }
}

export const docx: InputFormat = {
  name: 'docx',
  extensions: ['docx'],
  binary: true,
  proves: head => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) && head.includes('word/'),
  async *read(input) {
    const bytes = await wholeOf(input), { default: mammoth } = await import('mammoth')
    let text: string, properties: Properties
    try {
      text = seen((await mammoth.extractRawText({ buffer: bytes })).value.replace(/\n{3,}/g, '\n\n'))
      properties = await propertiesOf(bytes)
    } catch (error) {
      throw new InputError('format', `no readable Word document (${(error as Error).message.split('\n', 1)[0].slice(0, 120)})`)
    }
    if (text === '') throw new InputError('format', 'the document holds no text')
    const { title, author, date } = properties
    yield { document: { id: input.name, source: input.name, text, title, date, ...(author ? { fields: { author } } : {}) } }
  },
}
