/** From HTML to the words that a reader sees: a blank line between blocks, no mark-up, no links' targets. */
import type { SelectorDefinition } from 'html-to-text'
import { seen } from './format.js'

const PLAIN = { leadingLineBreaks: 2, trailingLineBreaks: 2 }
/** What stands in lines of its own, beside what html-to-text knows of that. */
const BLOCKS = ['tr', 'td', 'th', 'caption', 'dl', 'dt', 'dd', 'li', 'details', 'summary', 'figure', 'address', 'fieldset', 'legend', 'center', 'hgroup']
const HEADING = { ...PLAIN, uppercase: false }

/** A converter, with its library loaded. `more` says how other elements are read. */
export async function plainText(more: readonly SelectorDefinition[] = []): Promise<(html: string) => string> {
  const { compile } = await import('html-to-text')
  const convert = compile({
    wordwrap: false,
    limits: { maxInputLength: Infinity },
    formatters: {
      // Browsers set the marks of <q>; no text holds them.
      marked: (element, walk, builder) => {
        builder.addInline('“', { noWordTransform: true })
        walk(element.children, builder)
        builder.addInline('”', { noWordTransform: true })
      },
    },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'sup > a[href^="#"]', format: 'skip' },
      { selector: 'q', format: 'marked' },
      ...['title', 'img', 'svg', 'script', 'style', 'noscript', 'hr', 'template', 'del'].map(selector => ({ selector, format: 'skip' })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: HEADING })),
      { selector: 'blockquote', format: 'block', options: PLAIN },
      { selector: 'p', options: PLAIN },
      { selector: 'figcaption', format: 'block', options: PLAIN },
      { selector: 'ul', options: { itemPrefix: '• ' } },
      { selector: 'table', format: 'block', options: PLAIN },
      ...BLOCKS.map(selector => ({ selector, format: 'block' })),
      ...more,
    ],
  })
  return html => seen(convert(html))
}
