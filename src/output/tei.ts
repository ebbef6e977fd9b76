/** TEI P5: paragraphs with `<said who>`, `<persName>`, `<orgName>`, `<placeName>`, `<date when>`; several documents a corpus. */
import type { Span } from '../types.js'
import type { OutputFormat, Result } from './format.js'

interface Element extends Span { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

// Characters that XML 1.0 does not know.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const escape = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const NAME_ELEMENTS: Readonly<Record<string, string>> = { PERSON: 'persName', ORG: 'orgName', GPE: 'placeName', LOC: 'placeName', FAC: 'placeName' }
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Elements of a text that nest: of two that cross, the later one is left out. */
function nested(elements: readonly Element[]): Element[] {
  const open: Element[] = [], kept: Element[] = []
  for (const element of elements.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && open.at(-1)!.end <= element.start) open.pop()
    if (open.length > 0 && element.end > open.at(-1)!.end) continue
    open.push(element)
    kept.push(element)
  }
  return kept
}

function markUp(text: string, { start, end }: Span, elements: readonly Element[]): string {
  const open: Element[] = []
  let out = '', at = start
  const to = (place: number): void => {
    while (open.length > 0 && open.at(-1)!.end <= place) {
      out += `${escape(text.slice(at, open.at(-1)!.end))}</${open.at(-1)!.name}>`
      at = open.pop()!.end
    }
    out += escape(text.slice(at, place))
    at = place
  }
  for (const element of elements) {
    to(element.start)
    out += `<${element.name}${Object.entries(element.attributes).map(([k, v]) => ` ${k}="${escape(v)}"`).join('')}>`
    open.push(element)
  }
  to(end)
  return out
}

function paragraphsOf(text: string, sentences: readonly Span[]): Span[] {
  const paragraphs: { start: number; end: number }[] = []
  for (const { start, end } of sentences) {
    const last = paragraphs.at(-1)
    if (last && !/[\n\r\u2029]/.test(text.slice(last.end, start))) last.end = end
    else paragraphs.push({ start, end })
  }
  return paragraphs
}

const idOf = (index: number, id: string): string => `d${index + 1}.${id}`

function documentOf({ record, text, sentences }: Result, index: number, indent: string): string {
  const names = record.entities.flatMap(e => e.mentions.filter(m => m.kind === 'name').map((m): Element =>
    ({ start: m.start, end: m.end, name: NAME_ELEMENTS[e.type] ?? 'name', attributes: { ...(NAME_ELEMENTS[e.type] ? {} : { type: e.type.toLowerCase() }), ref: `#${idOf(index, e.id)}` } })))
  const dates = record.dates.map((d): Element => ({ start: d.start, end: d.end, name: d.type === 'TIME' ? 'time' : 'date', attributes: DAY.test(d.value) ? { when: d.value } : { 'when-custom': d.value } }))
  const said = record.quotes.flatMap(q => q.spans.map((s): Element =>
    ({ start: s.start, end: s.end, name: 'said', attributes: { ...(q.speaker?.entity ? { who: `#${idOf(index, q.speaker.entity)}` } : {}), n: q.id, direct: q.kind === 'direct' ? 'true' : 'false' } })))
  const all = [...said, ...names, ...dates]
  const body = paragraphsOf(text, sentences).map(p => {
    const own = all.filter(e => e.start < p.end && e.end > p.start).map(e => ({ ...e, start: Math.max(e.start, p.start), end: Math.min(e.end, p.end) }))
    return `        <p>${markUp(text, p, nested(own))}</p>`
  })
  const list = record.entities.map(e => `          <item xml:id="${idOf(index, e.id)}" n="${escape(e.type)}">${escape(e.name)}</item>`)
  return [
    '  <TEI xmlns="http://www.tei-c.org/ns/1.0">', '    <teiHeader>', '      <fileDesc>',
    `        <titleStmt><title>${escape(record.title ?? String(record.id))}</title></titleStmt>`,
    '        <publicationStmt><p>Marked up by kpen.</p></publicationStmt>',
    `        <sourceDesc><p>${escape(record.source ?? String(record.id))}${record.date ? ` <date when="${escape(record.date)}"/>` : ''}</p></sourceDesc>`,
    '      </fileDesc>', '    </teiHeader>', '    <text>', '      <body>', ...(body.length > 0 ? body : ['        <p/>']), '      </body>',
    ...(list.length > 0 ? ['      <back>', '        <list>', ...list, '        </list>', '      </back>'] : []), '    </text>', '  </TEI>',
  ].map(line => indent + line.slice(2)).join('\n') + '\n'
}

export const tei: OutputFormat = {
  name: 'tei',
  ownOffsets: true,
  head: ({ several }) => `<?xml version="1.0" encoding="UTF-8"?>\n${several ? '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader><fileDesc><titleStmt><title>kpen</title></titleStmt><publicationStmt><p>Marked up by kpen.</p></publicationStmt><sourceDesc><p>Several documents.</p></sourceDesc></fileDesc></teiHeader>\n' : ''}`,
  document: (result, { several }, index) => documentOf(result, index, several ? '  ' : ''),
  tail: ({ several }) => (several ? '</teiCorpus>\n' : ''),
}
