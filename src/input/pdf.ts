/** PDF: the text layer as paragraphs; page headers, footers and numbers left out, words broken at line ends joined. */
import { InputError } from '../errors.js'
import { wholeOf, type InputFormat } from './format.js'
import { footnotesApart, linesOfPage, paragraphsOf, withoutFurniture } from './pdf-layout.js'

interface Info { readonly Title?: unknown; readonly Author?: unknown }

const stated = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

async function articleOf(bytes: Buffer): Promise<{ text: string; title: string | null; author: string | null }> {
  const [{ extractTextItems, getDocumentProxy, getMeta }, { wordTable }] = await Promise.all([import('unpdf'), import('../language/lexicon.js')])
  // pdf.js warns on the console unless told not to, and takes the buffer away: it gets a copy.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    const { items } = await extractTextItems(pdf)
    const { info } = await getMeta(pdf) as { info: Info }
    const { pages, notes } = footnotesApart(withoutFurniture(items.map(linesOfPage))), { find } = wordTable()
    return { text: [pages, notes].flatMap(part => paragraphsOf(part, word => find(word) !== undefined)).join('\n\n'), title: stated(info.Title), author: stated(info.Author) }
  } finally {
    await pdf.destroy()
  }
}

export const pdf: InputFormat = {
  name: 'pdf',
  extensions: ['pdf'],
  binary: true,
  proves: head => head.subarray(0, 1024).includes('%PDF-'),
  async *read(input) {
    const bytes = await wholeOf(input)
    let article: Awaited<ReturnType<typeof articleOf>>
    try {
      article = await articleOf(bytes)
    } catch (error) {
      throw new InputError('format', `no readable PDF (${(error as Error).message.split('\n', 1)[0].slice(0, 120)})`)
    }
    const { text, title, author } = article
    if (text === '') throw new InputError('format', 'the PDF holds no text (scanned pages need OCR first)')
    yield { document: { id: input.name, source: input.name, text, title, ...(author ? { fields: { author } } : {}) } }
  },
}
