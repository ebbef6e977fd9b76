/** The pieces of a document's page, each from plain data to HTML. */
import type { Span } from '../../types.js'
import { quoteReasons } from '../explain.js'
import type { Result } from '../format.js'
import type { DateRecord, DocumentRecord, EntityRecord, QuoteRecord } from '../records.js'
import { wordsOf } from '../words.js'
import { escaped } from './escape.js'
import type { Marking } from './marks.js'
import { dayName, dayNumber, voicesOf, type Moment, type Voice } from './view.js'

/** Groups of entity types as readers know them; the class of their underline, their heading. */
export const GROUPS = [
  { key: 'person', label: 'People', types: ['PERSON'] },
  { key: 'org', label: 'Organisations', types: ['ORG'] },
  { key: 'place', label: 'Places', types: ['GPE', 'LOC', 'FAC'] },
  { key: 'other', label: 'Other names', types: null },
] as const

const groupOf = (type: string): string => GROUPS.find(g => g.types === null || (g.types as readonly string[]).includes(type))!.key

const typeName = (type: string): string => type.toLowerCase().replaceAll('_', ' ')
const badge = (voice: Voice): string => `<span class="badge" aria-hidden="true">${escaped(voice.initials)}</span>`
const nameOf = (voice: Voice): string => voice.name === null ? 'Speaker not told' : escaped(voice.name)
const plural = (n: number, word: string): string => `${n === 0 ? 'no' : n} ${word}${n === 1 ? '' : 's'}`

/** Everything that is marked in the text. `key` starts every id. */
export function markingsOf({ record }: Result, key: string, voiceOf: ReadonlyMap<QuoteRecord, Voice>): Marking[] {
  const quotes = record.quotes.flatMap(quote => {
    const voice = voiceOf.get(quote)!
    const pieces: readonly Span[] = quote.spans.length > 0 ? quote.spans : quote.content
    return pieces.map(({ start, end }, i): Marking => ({
      start, end, element: 'mark', ...(i === 0 ? { id: `${key}-${quote.id}` } : {}),
      attributes: `class="q ${quote.kind} ${voice.colour}" data-quote="${quote.id}" data-voice="${voice.index}"${i === 0 ? ` data-by="${escaped(voice.initials)}"` : ''}`,
    }))
  })
  const names = record.entities.flatMap(entity => entity.mentions.map(({ start, end, kind }): Marking => ({
    start, end, element: 'span',
    attributes: `class="${kind === 'name' ? `n ${groupOf(entity.type)}` : 'ref'}" data-entity="${entity.id}" title="${escaped(`${entity.name} (${typeName(entity.type)})`)}"`,
  })))
  const dates = record.dates.map(({ start, end, value, from, to }, i): Marking => ({
    start, end, id: `${key}-t${i}`, element: from === null ? 'span' : 'time',
    attributes: `class="t"${from === null ? '' : ` datetime="${from}"`} title="${escaped(from === null || to === null ? value : dayName(from, to))}"`,
  }))
  return [...quotes, ...names, ...dates]
}

/** A row of buttons, one a voice: pressed, the page shows what this one says. */
export const voiceButtons = (voices: readonly Voice[]): string => voices.length === 0 ? '' : `<ul class="voices">${voices.map(voice =>
  `<li><button type="button" class="${voice.colour}" disabled data-voice="${voice.index}" aria-pressed="false">${badge(voice)}<span>${nameOf(voice)}</span>`
  + `<span class="count">${voice.quotes.length}<span class="unseen"> ${voice.quotes.length === 1 ? 'quote' : 'quotes'}</span></span></button>${voice.role === '' ? '' : `<span class="role">${escaped(voice.role)}</span>`}</li>`).join('')}</ul>`

const quoteCard = (quote: QuoteRecord, words: string, voice: Voice, key: string, explain: boolean): string => {
  const { said, kind, cue, confidence } = quote
  return `<li class="card ${kind} ${voice.colour}" data-voice="${voice.index}" data-quote="${quote.id}">`
    + `<p class="who">${badge(voice)}<b>${nameOf(voice)}</b>${cue ? ` <span>${escaped(cue.text)}</span>` : ''}${said ? ` <span class="said">${escaped(said.text === said.value ? said.text : `${said.text} (${said.value})`)}</span>` : ''}</p>`
    + `<p class="words"><a href="#${key}-${quote.id}">${escaped(words)}</a></p>`
    + `<p class="how">${kind}${confidence < 0.5 ? ' · <em>uncertain speaker</em>' : ''}</p>`
    + (explain ? `<details><summary>Why?</summary>${quoteReasons(quote).map(reason => `<p>${escaped(reason)}</p>`).join('')}</details>` : '')
    + '</li>'
}

export const quoteList = ({ record: { quotes }, text }: Result, voiceOf: ReadonlyMap<QuoteRecord, Voice>, key: string, explain: boolean): string =>
  quotes.length === 0 ? '<p class="none">No quotes found.</p>' : `<ol class="quotes">${quotes.map(q => quoteCard(q, wordsOf(q, text), voiceOf.get(q)!, key, explain)).join('')}</ol>`

const AROUND = 70

/** The words around a date, the date itself strong; cut at blanks. */
function excerpt(text: string, { start, end }: DateRecord): string {
  let from = Math.max(0, start - AROUND), to = Math.min(text.length, end + AROUND)
  while (from > 0 && from < start && !/\s/.test(text[from - 1])) from++
  while (to < text.length && to > end && !/\s/.test(text[to])) to--
  return `${from > 0 ? '… ' : ''}${escaped(text.slice(from, start))}<b>${escaped(text.slice(start, end))}</b>${escaped(text.slice(end, to))}${to < text.length ? ' …' : ''}`
}

const STRIP = { width: 1000, height: 24, least: 6 }

/** The moments on one line, from the first day to the last. */
function strip(moments: readonly Moment[]): string {
  const first = dayNumber(moments[0].from), last = moments.reduce((most, m) => Math.max(most, dayNumber(m.to)), first + 1)
  const place = (day: number): number => Math.round(((day - first) / (last + 1 - first)) * (STRIP.width - STRIP.least))
  const bars = moments.map(({ from, to }) => {
    const x = place(dayNumber(from)), width = Math.max(STRIP.least, place(dayNumber(to) + 1) - x)
    return `<rect class="${from === to ? 'day' : 'stretch'}" x="${x}" y="${from === to ? 0 : 8}" width="${width}" height="${from === to ? STRIP.height : 8}"/>`
  })
  return `<svg class="strip" viewBox="0 0 ${STRIP.width} ${STRIP.height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><line x1="0" x2="${STRIP.width}" y1="12" y2="12"/>${bars.join('')}</svg>`
}

export function timeLine(moments: readonly Moment[], { text, record }: Result, key: string): string {
  if (moments.length === 0) return '<p class="none">No dates that fall on a day.</p>'
  const placeOf = new Map(record.dates.map((date, i) => [date, i]))
  const items = moments.map(({ from, to, dates }) => `<li${from === record.date && to === record.date ? ' class="own"' : ''}><time datetime="${from}">${dayName(from, to)}</time>`
    + dates.map(date => `<p><a href="#${key}-t${placeOf.get(date)}">${excerpt(text, date)}</a></p>`).join('') + '</li>')
  return `${moments.length > 1 ? strip(moments) : ''}<ol class="timeline">${items.join('')}</ol>`
}

export function nameLists(entities: readonly EntityRecord[]): string {
  const lists = GROUPS.flatMap(({ key, label }) => {
    const own = entities.filter(e => groupOf(e.type) === key).sort((a, b) => b.count - a.count)
    if (own.length === 0) return []
    const items = own.map(({ id, name, type, count, roles, aliases }) =>
      `<li><button type="button" disabled data-entity="${id}" aria-pressed="false"><span class="n ${key}">${escaped(name)}</span><span class="count">${count}<span class="unseen"> ${count === 1 ? 'time' : 'times'}</span></span></button>`
      + `<span class="role">${escaped([...(key === 'other' ? [typeName(type)] : []), ...roles.slice(0, 1), ...(aliases.length > 0 ? [`also ${aliases.join(', ')}`] : [])].join(' · '))}</span></li>`)
    return [`<h4>${label}</h4><ul class="names">${items.join('')}</ul>`]
  })
  return lists.length === 0 ? '<p class="none">No names found.</p>' : lists.join('')
}

export const titleOf = ({ title, id }: DocumentRecord): string => escaped(title ?? String(id))

/** A line under the title: the date, the source, what was found. */
export function metaLine(record: DocumentRecord): string {
  const { date, source, title, id, quotes, entities, dates } = record
  const told = voicesOf(record).voices.filter(v => v.name !== null).length
  return [
    date === null ? 'no date known' : `<time datetime="${escaped(date)}">${dayName(date)}</time>`,
    ...(source === null || source === title || source === String(id) ? [] : [escaped(source)]),
    plural(quotes.length, 'quote') + (told > 0 ? ` by ${plural(told, 'speaker')}` : ''), plural(entities.length, 'name'), plural(dates.length, 'date'),
  ].join(' · ')
}

/** A document in the list of all. */
export const indexEntry = (record: DocumentRecord, key: string): string => `<li><a href="#${key}">${titleOf(record)}</a> <span>${metaLine(record)}</span></li>\n`
