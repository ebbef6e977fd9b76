/**
 * Where a text's paragraphs are. Blank lines part them always; a single line break does where lines are whole
 * paragraphs, and not where the text is hard-wrapped or where the break stands in the middle of a sentence.
 */
import type { Span } from '../types.js'

// Line breaks: CRLF, LF, CR, form feed, vertical tab, NEL, line and paragraph separator.
const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
const SENTENCE_END = /[.!?:…]["'”’»)\]]*$/u
const CONTINUES = /^[\p{Ll}\-–(,;&%]/u
/** Lines of wrapped text are between these lengths; a line longer than the last is a paragraph of its own. */
const WRAP = { least: 40, most: 110 }

interface Line extends Span { readonly text: string }

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  const add = (from: number, to: number): void => {
    const raw = text.slice(from, to), trimmed = raw.trim()
    const at = from + (raw.length - raw.trimStart().length)
    lines.push({ start: at, end: at + trimmed.length, text: trimmed })
  }
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    add(start, index)
    start = index + mark.length
  }
  add(start, text.length)
  return lines
}

/** The width that a block of lines was wrapped at, or null where its breaks do not look like wrapping. */
function wrapWidth(block: readonly Line[]): number | null {
  if (block.length < 3) return null
  let width = 0
  for (const line of block) width = Math.max(width, line.text.length)
  if (width < WRAP.least || width > WRAP.most) return null
  let full = 0
  for (let i = 0; i + 1 < block.length; i++) {
    const next = block[i + 1].text.search(/\s|$/)
    if (block[i].text.length + 1 + next > width - 4) full++
  }
  return full >= 0.7 * (block.length - 1) ? width : null
}

const joins = (line: Line, next: Line, width: number | null): boolean => {
  if (width !== null) return line.text.length + 1 + next.text.search(/\s|$/) > width - 8 || !SENTENCE_END.test(line.text)
  if (SENTENCE_END.test(line.text)) return false
  return CONTINUES.test(next.text)
}

/** The paragraphs of a text, in order, without white space at their ends. Linear in the text's length. */
export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = []
  let block: Line[] = []
  const flush = (): void => {
    const width = wrapWidth(block)
    let open: { start: number; end: number } | undefined
    block.forEach((line, i) => {
      if (open && joins(block[i - 1], line, width)) open.end = line.end
      else paragraphs.push((open = { start: line.start, end: line.end }))
    })
    block = []
  }
  for (const line of linesOf(text)) {
    if (line.text === '') flush()
    else block.push(line)
  }
  flush()
  return paragraphs
}
