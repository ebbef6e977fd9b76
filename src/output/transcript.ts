/** Quotes as they would stand in a transcript: who at the left, once as long as the speaker goes on; the words at the right. */
import { quoteReasons, unsaidReason } from './explain.js'
import type { OutputContext, Result } from './format.js'
import { cut, lineOf, widthOf, wrapped } from './layout.js'
import { paletteOf } from './paint.js'
import type { QuoteRecord } from './records.js'
import { visible } from './safe.js'
import { wordsOf } from './words.js'

const GAP = 2
const WHO = { least: 12, most: 26 }
const NOT_TOLD = '(not told)'

const speakerOf = ({ speaker }: QuoteRecord): string => (speaker === null ? NOT_TOLD : visible(speaker.name))
const detailOf = ({ cue, said }: QuoteRecord): string => [cue?.text ?? '', said?.value ?? ''].filter(text => text !== '').map(visible).join(', ')

export function transcriptOf({ record, text }: Result, context: OutputContext): string {
  const { width, explain, cut: cuts } = context, { quotes } = record, { bold, dim } = paletteOf(context.color)
  const longest = quotes.reduce((most, quote) => Math.max(most, widthOf(speakerOf(quote)), widthOf(detailOf(quote))), WHO.least)
  const left = Math.min(longest, Math.max(WHO.most, Math.floor(width / 4)), Math.floor(width / 3)), right = Math.max(WHO.least, width - left - GAP)
  const fit = (text: string, most: number): string[] => (cuts ? [cut(text, most)] : wrapped(text, most))
  let before: string | undefined, page = ''
  for (const quote of quotes) {
    const name = speakerOf(quote), key = quote.speaker?.entity ?? name, goesOn = key === before, detail = detailOf(quote)
    before = key
    const who = [
      ...(goesOn ? [] : fit(name, left).map(text => ({ text, paint: quote.speaker === null ? dim : bold }))),
      ...(detail === '' ? [] : fit(detail, left).map(text => ({ text, paint: dim }))),
    ]
    const said = [
      ...fit(visible(wordsOf(quote, text)), right).map(line => ({ text: line })),
      ...(explain ? quoteReasons(quote).flatMap(reason => fit(visible(reason), right)).map(text => ({ text, paint: dim })) : []),
    ]
    if (page !== '') page += '\n'
    for (let i = 0; i < Math.max(who.length, said.length); i++) page += lineOf([who[i] ?? { text: '' }, said[i] ?? { text: '' }], [left, right], GAP)
  }
  const unsaid = explain ? (record.unsaid ?? []).flatMap(words => fit(visible(unsaidReason(words)), width)) : []
  return page + (unsaid.length > 0 ? `${page === '' ? '' : '\n'}${unsaid.map(line => `${dim(line)}\n`).join('')}` : '')
}
