/** Text in columns of a terminal: widths as they are seen (CJK and emoji take two), wrapping, cutting, filling up. */
import stringWidth from 'fast-string-width'

const PLAIN_ASCII = /^[\x20-\x7e]*$/
/** Made when first needed, for that takes as long as a short text. */
let graphemes: Intl.Segmenter | undefined
/** The segmenter's time grows with the square of what it is given at once. */
const AT_ONCE = 512

/** A text in stretches short enough for the segmenter. */
function* stretchesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + AT_ONCE)
    if (end < text.length && /[\udc00-\udfff]/.test(text[end])) end--
    yield text.slice(at, end)
    at = end
  }
}

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (PLAIN_ASCII.test(text)) return text.length
  let width = 0
  for (const stretch of stretchesOf(text)) width += stringWidth(stretch)
  return width
}

function* lettersOf(word: string): Generator<string> {
  const segmenter = (graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' }))
  for (const stretch of stretchesOf(word)) for (const { segment } of segmenter.segment(stretch)) yield segment
}

/** Pieces of at most `width` columns (one letter at least), never within a letter and its marks. */
function broken(word: string, width: number): string[] {
  const pieces: string[] = []
  if (PLAIN_ASCII.test(word)) {
    for (let at = 0; at < word.length; at += width) pieces.push(word.slice(at, at + width))
    return pieces
  }
  let piece = '', taken = 0
  for (const segment of lettersOf(word)) {
    const own = widthOf(segment)
    if (taken > 0 && taken + own > width) {
      pieces.push(piece)
      piece = ''
      taken = 0
    }
    piece += segment
    taken += own
  }
  return [...pieces, piece]
}

/** Lines of at most `width` columns, broken at blanks where it can be. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = '', taken = 0
  const flush = (): void => {
    lines.push(line)
    line = ''
    taken = 0
  }
  for (const word of text.split(' ')) {
    const own = widthOf(word)
    if (taken > 0 && taken + 1 + own > width) flush()
    if (own <= width) {
      line += (taken > 0 ? ' ' : '') + word
      taken += (taken > 0 ? 1 : 0) + own
      continue
    }
    const pieces = broken(word, width)
    for (const piece of pieces.slice(0, -1)) lines.push(piece)
    line = pieces[pieces.length - 1]
    taken = widthOf(line)
  }
  flush()
  return lines
}

/** One line of at most `width` columns; what was cut off shows as an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  // No letter takes more than its UTF-16 units times two columns: what lies far behind the cut need not be looked at.
  return `${broken(text.slice(0, 16 * width), Math.max(1, width - 1))[0].trimEnd()}…`
}

export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
  readonly right?: boolean
}

/** One line of cells side by side, each filled up to its width; nothing trails. */
export function lineOf(cells: readonly Cell[], widths: readonly number[], gap = 2): string {
  let line = '', due = 0
  cells.forEach(({ text, paint = String, right }, i) => {
    const fill = Math.max(0, widths[i] - widthOf(text))
    if (text !== '') {
      line += ' '.repeat(due + (right ? fill : 0)) + paint(text)
      due = right ? 0 : fill
    } else due += widths[i]
    due += gap
  })
  return `${line}\n`
}
