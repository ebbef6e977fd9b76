/** CoNLL: a token a line with IOB2 tags for names, times and quotes; a blank line after each sentence. */
import type { Span } from '../types.js'
import type { OutputFormat } from './format.js'
import { visible } from './safe.js'

// White space, and what some readers take for the end of a line or a terminal for an order.
const NO_WORD = /[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

interface Labelled extends Span { readonly label: string }

/** The IOB2 tag of each token under spans that do not overlap (of those that do, the first stands). */
function tagsOf(tokens: readonly Span[], spans: readonly Labelled[]): string[] {
  const tags = tokens.map(() => 'O'), sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let token = 0, reach = -1
  for (const { start, end, label } of sorted) {
    if (start < reach) continue
    reach = end
    while (token < tokens.length && tokens[token].end <= start) token++
    for (let k = token; k < tokens.length && tokens[k].start < end; k++) tags[k] = `${k === token ? 'B' : 'I'}-${label}`
  }
  return tags
}

export const conll: OutputFormat = {
  name: 'conll',
  ownOffsets: true,
  document: ({ record, text, sentences, tokens }) => {
    const names = tagsOf(tokens, record.entities.flatMap(e => e.mentions.filter(m => m.kind === 'name').map(m => ({ ...m, label: e.type }))))
    const times = tagsOf(tokens, record.dates.map(d => ({ ...d, label: d.type })))
    const quotes = tagsOf(tokens, record.quotes.flatMap(q => q.spans.map(s => ({ ...s, label: 'QUOTE' }))))
    const lines = [`# document = ${visible(String(record.id))}`]
    let sentence = 0
    tokens.forEach((token, i) => {
      if (sentence + 1 < sentences.length && token.start >= sentences[sentence + 1].start) {
        sentence++
        lines.push('')
      }
      lines.push([text.slice(token.start, token.end).replace(NO_WORD, '_'), names[i], times[i], quotes[i]].join('\t'))
    })
    return `${lines.join('\n')}\n\n`
  },
}
