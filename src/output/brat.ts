/**
 * brat's standoff format (.ann), to stand beside the text that `kpen text` prints. Offsets are code points, as brat
 * counts. Names are T lines of their type, dates DATE with their value as a note, quotes QUOTE (REPORT without marks) with
 * CUE and SOURCE, tied by a Says relation.
 */
import { NAME_TYPES, NUMBER_TYPES, type Span } from '../types.js'
import type { OutputFormat, Result } from './format.js'
import { offsetTable } from './offsets.js'

// A tab and all that ends a line for Python, in which brat is written.
const BREAK = /\s*[\t-\r\u001c-\u001e\u0085\u2028\u2029]+\s*/g

/** brat's own description of what the files hold; anything may lie over anything. */
const CONFIGURATION = `[entities]
${[...NAME_TYPES, ...NUMBER_TYPES, 'DATE', 'TIME', 'DURATION', 'SET', 'QUOTE', 'REPORT', 'CUE', 'SOURCE'].join('\n')}

[relations]
Says\tArg1:SOURCE, Arg2:QUOTE|REPORT
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
`

/** A span's fragments: brat wants none to hold a line break. */
function fragments(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const own: Span[] = []
    let at = start
    for (const { index, 0: mark } of text.slice(start, end).matchAll(BREAK)) {
      if (start + index > at) own.push({ start: at, end: start + index })
      at = start + index + mark.length
    }
    if (end > at) own.push({ start: at, end })
    return own
  })
}

function annotate({ record, text }: Result): string {
  const table = offsetTable(text, 'codepoint'), lines: string[] = []
  let next = 1, notes = 1, relations = 1
  const mark = (type: string, spans: readonly Span[], note?: string): string | null => {
    const own = fragments(text, spans)
    if (own.length === 0) return null
    const id = `T${next++}`
    lines.push(`${id}\t${type} ${own.map(s => `${table[s.start]} ${table[s.end]}`).join(';')}\t${own.map(s => text.slice(s.start, s.end)).join(' ')}`)
    if (note !== undefined && note !== '') lines.push(`#${notes++}\tAnnotatorNotes ${id}\t${note.replace(/\s+/g, ' ')}`)
    return id
  }
  for (const { type, name, mentions } of record.entities) for (const mention of mentions) if (mention.kind === 'name') mark(type, [mention], mention.text === name ? undefined : name)
  for (const date of record.dates) mark(date.type, [date], date.value)
  for (const { spans, content, speaker, cue, kind } of record.quotes) {
    const quote = mark(kind === 'indirect' ? 'REPORT' : 'QUOTE', spans.length > 0 ? spans : content, speaker?.name)
    const source = speaker?.mention ? mark('SOURCE', [speaker.mention]) : null
    if (cue) mark('CUE', [cue])
    if (quote && source) lines.push(`R${relations++}\tSays Arg1:${source} Arg2:${quote}`)
  }
  return lines.map(line => `${line}\n`).join('')
}

export const brat: OutputFormat = {
  name: 'brat',
  ownOffsets: true,
  folder: { extension: 'ann', files: { 'annotation.conf': CONFIGURATION } },
  document: annotate,
}
