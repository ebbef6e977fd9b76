/** PDF: the words of its pages as paragraphs; headers, footers and page numbers left out, hyphens at line ends joined. */
import { InputError } from '../errors.js'
import { wholeOf, type InputFormat } from './format.js'

interface Line { text: string; readonly y: number; readonly height: number }

interface Item { readonly str: string; readonly transform: readonly number[]; readonly height: number; readonly hasEOL: boolean }

/** The lines of a page, from what pdf.js gives: pieces of text with their place. */
export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  let open: Line | undefined
  for (const { str, transform, height, hasEOL } of items) {
    const y = transform[5]
    if (str.trim() !== '' || open) {
      if (!open || (str.trim() !== '' && Math.abs(open.y - y) > 2)) lines.push((open = { text: '', y, height: height || Math.abs(transform[3]) || 10 }))
      open.text += str
    }
    if (hasEOL) open = undefined
  }
  return lines.map(line => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() })).filter(line => line.text !== '')
}

const bare = (text: string): string => text.replace(/\d+/g, '#').toLowerCase()

/** What stands at the head or foot of most pages, or is a page's number, belongs to no text. */
function withoutFurniture(pages: readonly Line[][]): Line[][] {
  const counts = new Map<string, number>(), edges = (page: Line[]): Line[] => [...page.slice(0, 2), ...page.slice(2).slice(-2)]
  for (const page of pages) for (const text of new Set(edges(page).map(line => bare(line.text)))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const often = Math.max(2, pages.length * 0.6)
  return pages.map(page => {
    const own = new Set(edges(page))
    return page.filter(line => !own.has(line) || !(/^(?:page )?\W*\d{1,4}\W*(?:of \d+)?$/i.test(line.text) || (pages.length > 1 && (counts.get(bare(line.text)) ?? 0) >= often)))
  })
}

/** Lines joined to paragraphs: apart where the gap is wider than usual or a short line ends a sentence. */
export function paragraphsOf(pages: readonly Line[][]): string {
  const kept = withoutFurniture(pages), gaps: number[] = []
  for (const page of kept) for (let i = 1; i < page.length; i++) if (page[i - 1].y > page[i].y) gaps.push(page[i - 1].y - page[i].y)
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 12
  const longest = kept.flat().reduce((most, line) => Math.max(most, line.text.length), 0)
  let text = '', last: Line | undefined
  for (const page of kept) {
    for (const line of page) {
      if (last === undefined) text = line.text
      else {
        const gap = last.y - line.y, newPage = gap <= 0, short = last.text.length < 0.7 * longest && /[.!?:]["”’)]*$/.test(last.text)
        const apart = newPage ? /[.!?:]["”’)]*$/.test(last.text) && (short || /^["“\p{Lu}]/u.test(line.text)) : gap > 1.35 * usual || short || Math.abs(line.height - last.height) > 0.25 * last.height
        if (apart) text += `\n\n${line.text}`
        else if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text
        else text += ` ${line.text}`
      }
      last = line
    }
  }
  return text
}

export const pdf: InputFormat = {
  name: 'pdf',
  extensions: ['pdf'],
  sniff: head => head.subarray(0, 1024).includes('%PDF-'),
  async *read(input) {
    const bytes = await wholeOf(input), { getDocumentProxy, getMeta } = await import('unpdf')
    try {
      const proxy = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), pages: Line[][] = []
      for (let i = 1; i <= proxy.numPages; i++) {
        const content = await (await proxy.getPage(i)).getTextContent()
        pages.push(linesOf(content.items.filter((item): item is typeof item & Item => 'str' in item)))
      }
      const { info } = await getMeta(proxy), text = paragraphsOf(pages)
      if (text.trim() === '') throw new InputError('format', 'the PDF holds no text (a scan?)')
      // A PDF's date of creation is when it was printed, not when the article was written.
      yield { document: { id: input.name, source: input.name, title: typeof info.Title === 'string' && info.Title !== '' ? info.Title : null, text } }
    } catch (error) {
      if (error instanceof InputError) throw error
      throw new InputError('format', `no PDF that can be read: ${(error as Error).message}`)
    }
  },
}
