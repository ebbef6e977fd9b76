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
/** What refers to a footnote when it is small and raised; an exponent (km², 10⁶) is none. */
const NOTE_MARK = /^[\d*†‡§,]{1,5}$/
const BEFORE_EXPONENT = /(?:^|[^\p{L}])(?:[kcm]?m|10)$/u
const NOTE = /^(?:\d{1,3}|[*†‡§]+)[.)]?\s/
/** Bullets of symbol fonts have no letter of their own. */
const BULLET = /^[\ue000-\uf8ff]\s*/

/** The lines of a page in reading order, which is that of the file: sorting by place would mix columns. */
export function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const lines: { text: string; x: number; y: number; right: number; size: number }[] = []
  for (const { str, x, y, width, fontSize } of pieces) {
    if (str === '') continue
    const line = lines.at(-1)
    if (line && NOTE_MARK.test(str) && fontSize < 0.9 * line.size && y > line.y + 0.2 * line.size && y < line.y + line.size && !BEFORE_EXPONENT.test(line.text)) line.right = x + width
    else if (line && Math.abs(line.y - y) < 0.5 * Math.max(line.size, fontSize) && x >= line.right - fontSize) {
      const apart = x - line.right > 0.15 * fontSize && !/\s$/.test(line.text) && !/^\s/.test(str)
      line.text += (apart ? ' ' : '') + str
      line.right = x + width
      line.size = Math.max(line.size, fontSize)
    } else if (str.trim() !== '') lines.push({ text: str, x, y, right: x + width, size: fontSize })
  }
  return lines.map(line => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim().replace(BULLET, '• ') }))
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

/** Footnotes, in small print at a page's foot, are taken out of the flow of its text: `pages` without them, and they themselves. */
export function footnotesApart(pages: readonly (readonly PageLine[])[]): { readonly pages: PageLine[][]; readonly notes: PageLine[][] } {
  const body = median(pages.flatMap(lines => lines.map(line => line.size))), notes: PageLine[][] = []
  return {
    notes,
    pages: pages.map(lines => {
      const upwards = [...lines].sort((a, b) => a.y - b.y), large = upwards.findIndex(line => line.size > 0.93 * body), small = new Set(upwards.slice(0, Math.max(0, large)))
      const first = lines.findIndex(line => small.has(line) && NOTE.test(line.text)), isNote = (line: PageLine, i: number): boolean => first >= 0 && i >= first && small.has(line)
      notes.push(lines.filter(isNote))
      return lines.filter((line, i) => !isNote(line, i))
    }),
  }
}

/** Of the lines of a column so many may reach further than it does: headings over several columns. */
const OUTLIERS = 0.15

/** For each line how far to the right its column reaches: a column ends where the file goes on higher up. */
function rightsOf(lines: readonly PageLine[]): number[] {
  const columns: Map<number, number[]>[] = []
  const placeOf = ({ x, size }: PageLine): number => Math.round(x / (4 * size))
  const columnOf = lines.map((line, i) => {
    if (i === 0 || line.y > lines[i - 1].y) columns.push(new Map())
    const own = columns.at(-1)!, place = placeOf(line), rights = own.get(place)
    if (rights) rights.push(line.right)
    else own.set(place, [line.right])
    return own
  })
  for (const column of columns) for (const rights of column.values()) rights.sort((a, b) => b - a)
  return lines.map((line, i) => Math.max(...[-1, 0, 1].map(step => {
    const rights = columnOf[i].get(placeOf(line) + step) ?? [0]
    return rights[Math.floor(OUTLIERS * rights.length)]
  })))
}

/** Whether a line goes on with the paragraph of the line before it. `leading` is the usual step between lines, in font sizes. */
function continues(line: PageLine, before: PageLine, samePage: boolean, leading: number, right: number): boolean {
  if (Math.abs(line.size - before.size) > 0.1 * before.size) return false
  const drop = before.y - line.y, ended = SENTENCE_END.test(before.text)
  // A new page or column: the paragraph goes on where its sentence does.
  if (!samePage || drop <= 0) return !ended
  if (drop > 1.35 * leading * line.size) return false
  if (ended && (before.right < right - 8 * before.size || line.x > before.x + 0.8 * line.size)) return false
  // The line's first word would have had its place in the line before it.
  const word = (line.text.search(/\s|$/) / line.text.length) * (line.right - line.x)
  return before.right + word > right - 2 * before.size
}

/** Joins a word that is broken at a line's end; its hyphen stays where the word has it elsewhere, or is none without it but two with it. */
function joined(text: string, next: string, known: ReadonlySet<string>, isWord: (word: string) => boolean): string {
  const broken = BROKEN_WORD.exec(text.slice(-60)), rest = /^\p{L}+/u.exec(next)?.[0]
  if (!broken || !rest) return `${text} ${next}`
  const [start, end] = [broken[1].toLowerCase(), rest.toLowerCase()]
  const keep = !text.endsWith('\u00ad') && (/^\p{Lu}/u.test(rest) || known.has(`${start}-${end}`) || (!isWord(start + end) && isWord(start) && isWord(end)))
  return (keep ? text : text.slice(0, -1)) + next
}

/** The paragraphs of a document's pages, each one line of text. `isWord` knows English words in lower case. */
export function paragraphsOf(pages: readonly (readonly PageLine[])[], isWord: (word: string) => boolean): string[] {
  const drops = pages.flatMap(lines => lines.slice(1).map((line, i) => (lines[i].y - line.y) / line.size).filter(drop => drop > 0))
  const leading = median(drops)
  const known = new Set(pages.flatMap(lines => lines.flatMap(line => line.text.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? [])))
  const paragraphs: string[] = []
  let before: PageLine | undefined
  for (const lines of pages) {
    const rights = rightsOf(lines)
    lines.forEach((line, i) => {
      if (before && continues(line, before, i > 0, leading, rights[i - 1])) paragraphs.push(joined(paragraphs.pop()!, line.text, known, isWord))
      else paragraphs.push(line.text)
      before = line
    })
  }
  return paragraphs
}
