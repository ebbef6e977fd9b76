/** Web pages: the article found by Readability, its text by html-to-text, title, author and date from the page's metadata. */
import { InputError } from '../errors.js'
import { decode, markedEncoding, wholeOf, type InputFormat } from './format.js'

/** The encoding that a page's head declares, or null. */
const declared = (bytes: Buffer): string | null =>
  /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1].toLowerCase() ?? null

const DATE_METAS = ['article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'pubdate', 'publishdate', 'parsely-pub-date', 'sailthru.date']

interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null; textContent: string | null } | null
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null; textContent: string | null }>
}

/** The first value of a key anywhere in JSON-LD. */
function find(value: unknown, key: string, depth = 0): unknown {
  if (depth > 8 || typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value) && key in value) return (value as Record<string, unknown>)[key]
  for (const inner of Object.values(value)) {
    const found = find(inner, key, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function metadataOf(page: Page): { date: string | null; author: string | null } {
  const linked = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(script => {
    try {
      return [JSON.parse(script.textContent ?? '') as unknown]
    } catch {
      return []
    }
  })
  const metas = new Map([...page.querySelectorAll('meta')].map(meta =>
    [(meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').toLowerCase(), meta.getAttribute('content')]))
  const dates = [find(linked, 'datePublished'), ...DATE_METAS.map(name => metas.get(name)), page.querySelector('time[datetime]')?.getAttribute('datetime')]
  const authors = [metas.get('author'), find(find(linked, 'author'), 'name')]
  const first = (values: readonly unknown[]): string | null => (values.find(value => typeof value === 'string' && value.trim() !== '') as string | undefined) ?? null
  return { date: first(dates), author: first(authors) }
}

export const html: InputFormat = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  sniff: head => /^\s*(?:<!--|<\?xml[^>]*>\s*<!doctype html|<!doctype html|<html|<head|<body)/i.test(head.subarray(0, 500).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')),
  async *read(input, { encoding }) {
    const bytes = await wholeOf(input), source = decode(bytes, encoding ?? (markedEncoding(bytes) ? null : declared(bytes)))
    const [{ parseHTML }, { Readability }, { convert }] = await Promise.all([import('linkedom'), import('@mozilla/readability'), import('html-to-text')])
    const { document } = parseHTML(source)
    if (!document?.documentElement) throw new InputError('format', 'no HTML element in it')
    const { date, author } = metadataOf(document as unknown as Page), title = document.title || null
    const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
    const text = convert(article?.content ?? source, {
      wordwrap: false,
      limits: { maxInputLength: Infinity },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } }, { selector: 'img', format: 'skip' }, { selector: 'figure', format: 'block' },
        { selector: 'blockquote', format: 'block' }, { selector: 'ul', options: { itemPrefix: '' } }, { selector: 'table', format: 'block' },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
      ],
    })
    yield { document: { id: input.name, source: input.name, title: article?.title || title, date, text, ...(author ? { fields: { author } } : {}) } }
  },
}
