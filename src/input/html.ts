/** Web pages: the article as Readability finds it, as plain text; title, author and date as the page states them. */
import { InputError } from '../errors.js'
import { decode } from './encoding.js'
import { wholeOf, type InputFormat } from './format.js'
import { plainText } from './html-text.js'
import { statedBy, type Stated } from './html-metadata.js'

const startOf = (head: Buffer): string => head.subarray(0, 4096).toString('latin1')

interface Article extends Stated { readonly text: string }

/** What stands on a page but is no part of what it says. */
const FURNITURE = 'script,style,noscript,template,iframe,nav,svg,button,select,textarea,.ad,.ads,.advert,.advertisement'
/** A form with more letters is no form: some sites put the whole page into one. */
const FORM_TEXT = 300
/** Each may cost a look at the whole page. */
const MOST_FORMS = 30

/** The little of a parsed page's element that is needed here. */
interface Box {
  readonly tagName: string
  readonly parentElement: Box | null
  readonly textContent: string | null
  querySelector(selector: string): unknown
  remove(): void
}

const isSmall = ({ tagName, textContent }: Box): boolean => !/^(?:html|body|main|article)$/i.test(tagName) && (textContent ?? '').trim().length < FORM_TEXT

/** Removes a form; where it asks for an address, with the box around it: its heading and its promises. */
function removeForm(form: Box): void {
  let box = form
  if (form.querySelector('input[type=email]')) while (box.parentElement && isSmall(box.parentElement)) box = box.parentElement
  if (isSmall(box)) box.remove()
}

/** Real pages stay far below; Readability's time grows with the square of the depth and more. */
const DEEPEST = 300
const CONTAINER = /<(\/?)(?:div|span|section|article|main|blockquote|ul|ol|table|b|i|em|strong|font|center|a)\b/gi

function isTooDeep(page: string): boolean {
  let depth = 0
  for (const { 1: closing } of page.matchAll(CONTAINER)) {
    depth = Math.max(0, depth + (closing ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

/** Reads a page. Throws RangeError where it is nested too deeply. */
async function articleOf(page: string): Promise<Article> {
  if (isTooDeep(page)) throw new RangeError('nested too deeply')
  const [{ parseHTML }, { Readability }, toText] = await Promise.all([import('linkedom'), import('@mozilla/readability'), plainText()])
  // linkedom adds no missing <html> or <body>, and loses what would stand in it.
  const has = (name: string): boolean => new RegExp(`<${name}[\\s>]`, 'i').test(page)
  const whole = !has('body') ? `<!doctype html><html><head></head><body>${page}</body></html>` : has('html') ? page : `<!doctype html><html>${page}</html>`
  const { document } = parseHTML(whole)
  const stated = statedBy(document)
  for (const form of [...document.querySelectorAll('form') as Iterable<Box>].slice(0, MOST_FORMS)) removeForm(form)
  for (const element of document.querySelectorAll(FURNITURE)) element.remove()
  const body = document.body.innerHTML
  const found = new Readability(document).parse()
  const text = (found?.content && toText(found.content)) || toText(body)
  return { text, title: stated.title ?? (found?.title || null), author: stated.author ?? (found?.byline?.trim() || null), date: stated.date ?? found?.publishedTime ?? null }
}

export const html: InputFormat = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  proves: head => /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html[\s>])/i.test(startOf(head)),
  declaredEncoding: head => {
    const label = /(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(startOf(head))?.[1] ?? null
    try {
      return label && new TextDecoder(label).encoding
    } catch {
      return null
    }
  },
  async *read(input) {
    const page = decode(await wholeOf(input))
    let article: Article
    try {
      article = await articleOf(page)
    } catch (error) {
      throw new InputError('format', error instanceof RangeError ? 'its elements are nested too deeply' : (error as Error).message)
    }
    const { text, title, author, date } = article
    if (text === '') throw new InputError('format', 'the page holds no text')
    yield { document: { id: input.name, source: input.name, text, title, date, ...(author ? { fields: { author } } : {}) } }
  },
}
