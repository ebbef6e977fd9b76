/** From words at places on pages to paragraphs of text. */

/** A piece of text as pdf.js places it: in points, the origin at the page's lower left. */
export interface Piece {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fontSize: number
}

export interface PageLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

/** Lines at a page's top or bottom that are looked at as headers and footers. */
const EDGE = 2
const PAGE_NUMBER = /^(?:page\s+)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?$/i
const SENTENCE_END = /[.!?:…]["'”’»)\]]*$/u
const BROKEN_WORD = /(\p{L}+)[-\u2010\u00ad]$/u

/** The lines of a page in reading order, which is that of the file: sorting by place would mix columns. */
export function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const lines: { text: string; x: number; y: number; right: number; size: number }[] = []
  for (const { str, x, y, width, fontSize } of pieces) {
    if (str === '') continue
    const line = lines.at(-1)
    if (line && Math.abs(line.y - y) < 0.5 * Math.max(line.size, fontSize) && x >= line.right - fontSize) {
      const apart = x - line.right > 0.15 * fontSize && !/\s$/.test(line.text) && !/^\s/.test(str)
      line.text += (apart ? ' ' : '') + str
      line.right = x + width
      line.size = Math.max(line.size, fontSize)
    } else if (str.trim() !== '') lines.push({ text: str, x, y, right: x + width, size: fontSize })
  }
  return lines.map(line => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
}

const template = (text: string): string => text.replace(/\d+/g, '#').toLowerCase()

/** Pages without page numbers and without what stands at the edge of several pages. */
export function withoutFurniture(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  // The edge is a matter of place: footers often come first in the file.
  const edges = pages.map(lines => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y)
    return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)])
  })
  const seen = new Map<string, number>()
  for (const edge of edges) for (const key of new Set([...edge].map(line => template(line.text)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const least = Math.max(2, Math.ceil(pages.length / 3))
  return pages.map((lines, i) => lines.filter(line => !edges[i].has(line) || !(PAGE_NUMBER.test(line.text) || seen.get(template(line.text))! >= least)))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Whether a line goes on with the paragraph of the line before it. `leading` is the usual step between lines, in font sizes. */
function continues(line: PageLine, before: PageLine, samePage: boolean, leading: number, right: number): boolean {
  if (Math.abs(line.size - before.size) > 0.1 * before.size) return false
  const drop = before.y - line.y
  // A new page or column: the paragraph goes on where its sentence does.
  if (!samePage || drop <= 0) return !SENTENCE_END.test(before.text)
  if (drop > 1.35 * leading * line.size) return false
  const short = before.right < right - 8 * before.size
  if (SENTENCE_END.test(before.text) && (short || line.x > before.x + 0.8 * line.size)) return false
  return true
}

/** Joins a word that is broken at a line's end; a hyphen that the word has elsewhere stays. */
function joined(text: string, next: string, known: string): string {
  const broken = BROKEN_WORD.exec(text.slice(-60)), rest = /^\p{L}+/u.exec(next)?.[0]
  if (!broken || !rest) return `${text} ${next}`
  const keep = !text.endsWith('\u00ad') && (/^\p{Lu}/u.test(rest) || known.includes(` ${broken[1]}-${rest}`.toLowerCase()))
  return (keep ? text : text.slice(0, -1)) + next
}

/** The paragraphs of a document's pages, each one line of text. */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): string[] {
  const drops = pages.flatMap(lines => lines.slice(1).map((line, i) => (lines[i].y - line.y) / line.size).filter(drop => drop > 0))
  const leading = median(drops)
  const known = pages.flatMap(lines => lines.map(line => ` ${line.text.replace(/["“”‘’(]/g, ' ')}`)).join('').toLowerCase()
  const paragraphs: string[] = []
  let before: PageLine | undefined
  for (const lines of pages) {
    const right = lines.reduce((most, line) => Math.max(most, line.right), 0)
    lines.forEach((line, i) => {
      if (before && continues(line, before, i > 0, leading, right)) paragraphs.push(joined(paragraphs.pop()!, line.text, known))
      else paragraphs.push(line.text)
      before = line
    })
  }
  return paragraphs
}
