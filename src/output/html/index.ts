/** One self-contained page: the articles with what was found marked in them, who said what beside, a time line of the dates. */
import { createHash } from 'node:crypto'
import { readBytes } from '../../data.js'
import { findParagraphs } from '../../document/paragraphs.js'
import { type OutputFormat } from '../format.js'
import { escaped } from './escape.js'
import { markedParagraphs } from './marks.js'
import { GROUPS, indexEntry, markingsOf, metaLine, nameLists, quoteList, timeLine, titleOf, voiceButtons } from './parts.js'
import { momentsOf, voicesOf } from './view.js'

const styles = readBytes('output/html/data/page.css').toString()
const script = readBytes('output/html/data/page.js').toString()
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing may be loaded or run but the page's own style and script, whatever a document's text says. */
const POLICY = `default-src 'none'; style-src ${hashOf(styles)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`

const TOGGLES = [{ key: 'q', label: 'Quotes' }, ...GROUPS, { key: 't', label: 'Dates' }]
const toggles = TOGGLES.map(({ key, label }) => `<button type="button" disabled data-show="${key}" aria-pressed="true"><span class="${key === 'q' ? 'q direct s0' : key === 't' ? 't' : `n ${key}`}">${label}</span></button>`).join('')

/** Starts the ids of a document: the same for the same document, unlike for others. */
const keyOf = (id: string | number, text: string): string => `d${createHash('sha256').update(`${id}\0${text}`).digest('hex').slice(0, 12)}`

export const html: OutputFormat = {
  name: 'html',
  ownOffsets: true,
  head: ({ several }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="kpen">
<title>Who said what, and when</title>
<style>${styles}</style>
</head>
<body${several ? ' class="several"' : ''}>
<header class="bar">
<h1>Who said what, <span>and when</span></h1>
${several ? '<a class="up" href="#documents">All documents</a>\n' : ''}<div class="toggles" role="group" aria-label="What is marked">${toggles}</div>
</header>
<main>
`,
  document: (result, { explain }) => {
    const { record, text } = result, key = keyOf(record.id, text)
    const { voices, of } = voicesOf(record)
    const paragraphs = markedParagraphs(text, findParagraphs(text), markingsOf(result, key, of))
    return `<article id="${key}" aria-labelledby="${key}-title">
<header><h2 id="${key}-title">${titleOf(record)}</h2><p class="meta">${metaLine(record)}</p></header>
<div class="columns">
<div class="text">${paragraphs.map(p => `<p>${p}</p>`).join('\n')}</div>
<div class="found">
<section><h3>Who said what</h3>${voiceButtons(voices)}${quoteList(result, of, key, explain)}</section>
<section><h3>Time line</h3>${timeLine(momentsOf(record.dates), result, key)}</section>
<section><h3>Who and what is named</h3>${nameLists(record.entities)}</section>
</div>
</div>
</article>
`
  },
  failed: ({ input, message }) => `<p class="failed"><b>${escaped(input)}</b>: ${escaped(message)}</p>\n`,
  entry: ({ record, text }) => indexEntry(record, keyOf(record.id, text)),
  tail: (_context, _count, entries) => `</main>
${entries.length === 0 ? '' : `<nav class="index" id="documents" aria-label="Documents"><p>${entries.length} documents</p><ol>${entries.join('')}</ol></nav>\n`}<footer hidden><p>Keys: <kbd>j</kbd> and <kbd>k</kbd> go from quote to quote, <kbd>Esc</kbd> shows all again.</p></footer>
<script>${script}</script>
</body>
</html>
`,
}
