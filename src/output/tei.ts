/**
 * TEI P5: paragraphs with `<said who>` (speech, direct or reported), `<q>` (words in marks within reported speech),
 * `<persName>`, `<orgName>`, `<placeName>`, `<name>`, `<date>`; several documents are a corpus. What crosses another
 * element, runs over paragraphs or is broken by its cue stands in parts that `@next` and `@prev` chain.
 */
import { findParagraphs } from '../document/paragraphs.js'
import type { Span } from '../types.js'
import type { OutputFormat, Result } from './format.js'
import { piecesOf, type Laid, type Piece } from './pieces.js'
import type { DateRecord } from './records.js'

interface Element extends Laid {
  readonly name: string
  /** Starts the ids of its parts; spans of one quote share it. */
  readonly chain: string
  readonly attributes: Readonly<Record<string, string | undefined>>
}

// Characters that XML 1.0 does not know.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const escape = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\r]/g, mark => ENTITIES[mark])
const attributesOf = (attributes: Element['attributes']): string => Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`)).join('')

const NAME_ELEMENTS: Readonly<Record<string, string>> = { PERSON: 'persName', ORG: 'orgName', GPE: 'placeName', LOC: 'placeName', FAC: 'placeName' }
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
const DURATION = /^P[\dTYMWDHS.]+$/

/** A TIMEX3 value in TEI's attributes: only a day, month or year is a `@when`. */
function timeOf({ value, from, to }: DateRecord): Element['attributes'] {
  if (DAY.test(value)) return { when: value }
  return { ...(DURATION.test(value) ? { 'dur-iso': value } : { 'when-custom': value }), from: from ?? undefined, to: to ?? undefined }
}

/** Speech as elements: a direct quote's spans, else the clause that is reported and what stands in marks inside it. */
function speechOf({ record: { quotes }, text }: Result, sources: ReadonlyMap<string, string>, id: (id: string) => string): Element[] {
  const reported = new Set<string>(), marked = new Map<string, Span[]>()
  for (const { kind, utterance, spans } of quotes) if (kind === 'mixed') marked.set(utterance, [...(marked.get(utterance) ?? []), ...spans])
  // A clause ends before its full stop, which may stand inside the marks.
  const toMark = ({ start, end }: Span, utterance: string): Span => {
    const reach = marked.get(utterance)?.find(s => s.start >= start && s.start < end && s.end > end)?.end ?? end
    return { start, end: /[\p{L}\p{N}]/u.test(text.slice(end, reach)) ? end : reach }
  }
  return quotes.flatMap(({ id: own, kind, spans, content, utterance, speaker }): Element[] => {
    const who = speaker ? `#${id(speaker.entity ?? sources.get(speaker.name)!)}` : undefined
    const lay = (name: string, n: string, pieces: readonly Span[], direct?: string): Element[] =>
      pieces.map(({ start, end }) => ({ start, end, name, chain: id(`${name}.${n}`), attributes: { who, n, direct } }))
    if (kind === 'direct') return lay('said', own, spans, 'true')
    const first = !reported.has(utterance)
    reported.add(utterance)
    return [...(first ? lay('said', kind === 'indirect' ? own : utterance, content.map(piece => toMark(piece, utterance)), 'false') : []), ...lay('q', own, spans)]
  })
}

function elementsOf(result: Result, sources: ReadonlyMap<string, string>, id: (id: string) => string): Element[] {
  const { entities, dates } = result.record
  const names = entities.flatMap(({ id: own, type, mentions }) => mentions.flatMap(({ start, end, kind }, i): Element[] => {
    const name = NAME_ELEMENTS[type] ?? 'name'
    return kind === 'name' ? [{ start, end, name, rank: 1, chain: id(`${own}.${i + 1}`), attributes: { type: name === 'name' ? type.toLowerCase() : undefined, ref: `#${id(own)}` } }] : []
  }))
  const times = dates.map((date, i): Element => ({ start: date.start, end: date.end, name: date.type === 'TIME' ? 'time' : 'date', rank: 1, chain: id(`t${i + 1}`), attributes: timeOf(date) }))
  return [...speechOf(result, sources, id), ...names, ...times]
}

/** The paragraphs' content. An element of several parts gives each an id, and each the ids of those before and after it. */
function markedUp(text: string, paragraphs: readonly (readonly Piece<Element>[])[]): string[] {
  const parts = new Map<string, number>(), met = new Map<string, number>()
  for (const pieces of paragraphs) for (const piece of pieces) if ('open' in piece) parts.set(piece.open.chain, (parts.get(piece.open.chain) ?? 0) + 1)
  const links = ({ chain }: Element): Element['attributes'] => {
    const count = parts.get(chain)!, part = (met.get(chain) ?? 0) + 1
    met.set(chain, part)
    return count === 1 ? {} : { 'xml:id': `${chain}.${part}`, prev: part > 1 ? `#${chain}.${part - 1}` : undefined, next: part < count ? `#${chain}.${part + 1}` : undefined }
  }
  return paragraphs.map(pieces => pieces.map(piece => {
    if ('close' in piece) return `</${piece.close.name}>`
    return 'open' in piece ? `<${piece.open.name}${attributesOf({ ...links(piece.open), ...piece.open.attributes })}>` : escape(text.slice(piece.start, piece.end))
  }).join(''))
}

function documentOf(result: Result, indent: string): string {
  const { record, text, number } = result, id = (own: string): string => `d${number}.${own}`
  // Sources that are no named entity.
  const sources = new Map([...new Set(record.quotes.flatMap(({ speaker }) => (speaker?.entity === null ? [speaker.name] : [])))].map((name, i) => [name, `s${i + 1}`]))
  const body = markedUp(text, piecesOf(findParagraphs(text), elementsOf(result, sources, id))).map(content => `        <p>${content}</p>`)
  const list = [...record.entities, ...[...sources].map(([name, own]) => ({ id: own, type: 'source', name }))]
    .map(e => `          <item xml:id="${id(e.id)}" n="${escape(e.type)}">${escape(e.name)}</item>`)
  return [
    '  <TEI xmlns="http://www.tei-c.org/ns/1.0">', '    <teiHeader>', '      <fileDesc>',
    `        <titleStmt><title>${escape(record.title ?? String(record.id))}</title></titleStmt>`,
    '        <publicationStmt><p>Marked up by kpen.</p></publicationStmt>',
    `        <sourceDesc><p>${escape(record.source ?? String(record.id))}${record.date ? ` <date when="${escape(record.date)}"/>` : ''}</p></sourceDesc>`,
    '      </fileDesc>', '    </teiHeader>', '    <text>', '      <body>', ...(body.length > 0 ? body : ['        <p/>']), '      </body>',
    ...(list.length > 0 ? ['      <back>', '        <list>', ...list, '        </list>', '      </back>'] : []), '    </text>', '  </TEI>',
  ].map(line => indent + line.slice(2)).join('\n') + '\n'
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const tei: OutputFormat = {
  name: 'tei',
  ownOffsets: true,
  head: ({ several }) => (several ? `${DECLARATION}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader><fileDesc><titleStmt><title>kpen</title></titleStmt><publicationStmt><p>Marked up by kpen.</p></publicationStmt><sourceDesc><p>Several documents.</p></sourceDesc></fileDesc></teiHeader>\n` : ''),
  document: (result, { several }) => (several ? documentOf(result, '  ') : DECLARATION + documentOf(result, '')),
  tail: ({ several }) => (several ? '</teiCorpus>\n' : ''),
}
