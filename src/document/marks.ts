/**
 * Stretches of a text that stand between quotation marks of any kind and mess: straight, curly, wrong-way, guillemets,
 * LaTeX's ``…'', &quot; left over from HTML, and single marks where they are the article's style. What a mark does is
 * read from the space around it; its shape decides only where the space does not. Each paragraph is read for itself, so
 * that an odd mark spoils nothing after it. Linear in the text's length.
 */
import type { Document, Span } from '../types.js'

/** A marked stretch, marks included; `inner` is what stands between them. */
export interface MarkedRegion extends Span {
  readonly inner: Span
  /** Whether its closing mark was found. */
  readonly closed: boolean
}

interface Mark extends Span {
  /** 1 opens, -1 closes, 0 may do either. */
  readonly turn: 1 | 0 | -1
}

const DOUBLE = /&(?:quot|ldquo|rdquo|#34);|``|''|‘‘|’’|["“”„‟«»]/g
const SINGLE = /[‘’'`]/g
const OPENERS = '“„«‘`'
const CLOSERS = '”»’'
const BEFORE_OPEN = /[\s([{\-–—/:…]/u
const AFTER_CLOSE = /[\s.,;:!?)\]}\-–—/…]/u
const WORD = /[\p{L}\p{N}]/u
/** Single marks are the style where they pair at least this often, over stretches of words, and more than double ones. */
const LEAST_SINGLES = 2

/** What a mark does, from its neighbours (empty at the paragraph's ends) and its shape. */
function turnOf(glyph: string, before: string, after: string): Mark['turn'] {
  const opens = before === '' || BEFORE_OPEN.test(before), closes = after === '' || AFTER_CLOSE.test(after)
  const leads = opens && after !== '' && !/\s/.test(after), trails = closes && before !== '' && !/\s/.test(before)
  if (leads && !trails) return 1
  if (trails && !leads) return -1
  if (glyph === '``' || glyph === '&ldquo;' || OPENERS.includes(glyph[0])) return 1
  return glyph === '&rdquo;' || CLOSERS.includes(glyph[0]) ? -1 : 0
}

function marksOf(text: string, { start, end }: Span, pattern: RegExp): Mark[] {
  const marks: Mark[] = []
  for (const { index, 0: glyph } of text.slice(start, end).matchAll(pattern)) {
    const at = start + index, close = at + glyph.length
    const before = at > start ? text[at - 1] : '', after = close < end ? text[close] : ''
    // 5'10", 12" pipes
    if (glyph === '"' && /\d/.test(before) && /['’]\d{1,2}$/.test(text.slice(Math.max(start, at - 4), at))) continue
    marks.push({ start: at, end: close, turn: turnOf(glyph, before, after) })
  }
  return marks
}

const region = (open: Mark, inner: Span, close: Mark | null): MarkedRegion =>
  ({ start: open.start, end: close ? close.end : inner.end, inner, closed: close !== null })

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1])) end--
  return end
}

/** Pairs the marks of one paragraph; what opens and never closes ends where the next one opens, or with the paragraph. */
function pairDouble(text: string, paragraph: Span): MarkedRegion[] {
  const regions: MarkedRegion[] = [], marks = marksOf(text, paragraph, DOUBLE)
  let open: Mark | null = null, nested = 0
  marks.forEach((mark, i) => {
    if (!open) {
      if (mark.turn >= 0 || (i === 0 && mark.start === paragraph.start)) open = mark
      return
    }
    if (mark.turn > 0) {
      // Two closings follow: a quote within the quote. Else the first was never closed.
      if (nested === 0 && marks[i + 1]?.turn === -1 && marks[i + 2]?.turn === -1) nested = 1
      else if (nested === 0) {
        regions.push(region(open, { start: open.end, end: trimmedEnd(text, open.end, mark.start) }, null))
        open = mark
      }
    } else if (nested > 0) nested = 0
    else {
      regions.push(region(open, { start: open.end, end: mark.start }, mark))
      open = null
    }
  })
  const last = open as Mark | null
  if (last) regions.push(region(last, { start: last.end, end: paragraph.end }, null))
  return regions.filter(({ inner }) => inner.end > inner.start)
}

/** Pairs single marks outside the double ones: an opening one with the first closing one that is no apostrophe. */
function pairSingle(text: string, paragraph: Span, taken: readonly MarkedRegion[]): MarkedRegion[] {
  const regions: MarkedRegion[] = [], marks = marksOf(text, paragraph, SINGLE)
  let open: Mark | null = null, weak: Mark | null = null, next = 0
  const close = (mark: Mark | null): void => {
    if (open && mark) regions.push(region(open, { start: open.end, end: mark.start }, mark))
    open = weak = null
  }
  for (const mark of marks) {
    while (next < taken.length && taken[next].end <= mark.start) next++
    if (next < taken.length && taken[next].start <= mark.start) continue
    if (WORD.test(text[mark.start - 1] ?? '') && WORD.test(text[mark.end] ?? '')) continue
    if (mark.turn > 0) {
      // 'em, '90s: an apostrophe, not an opening mark.
      if (/^(?:\d|em\b|til\b|tis\b|twas\b|cause\b)/i.test(text.slice(mark.end, mark.end + 5)) && text[mark.start] !== '‘') continue
      if (open && !weak) continue
      close(weak)
      open = mark
    } else if (open && mark.turn < 0) {
      const before = text[mark.start - 1]
      if (!WORD.test(before)) close(mark)
      else if (before === 's') weak ??= mark
      else close(mark)
    }
  }
  close(weak)
  return regions.filter(({ inner }) => inner.end > inner.start)
}

const isLong = (text: string, { inner }: MarkedRegion): boolean => /\s\S+\s\S+\s/.test(text.slice(inner.start, Math.min(inner.end, inner.start + 60)))

function readMarks({ text, paragraphs }: Document): MarkedRegion[] {
  const double: MarkedRegion[] = [], single: MarkedRegion[] = []
  for (const paragraph of paragraphs) {
    const own = pairDouble(text, paragraph)
    for (const found of own) double.push(found)
    for (const found of pairSingle(text, paragraph, own)) single.push(found)
  }
  const long = single.filter(found => isLong(text, found))
  if (long.length < LEAST_SINGLES || long.length <= double.filter(found => isLong(text, found)).length) return double
  // The article quotes in single marks: double ones inside are a quote within the quote.
  const outer: MarkedRegion[] = []
  for (const paragraph of paragraphs) for (const found of pairSingle(text, paragraph, [])) outer.push(found)
  const all = [...outer, ...double].sort((a, b) => a.start - b.start || b.end - a.end)
  let reach = -1
  return all.filter(found => found.start >= reach && (reach = found.end) > 0)
}

const known = new WeakMap<Document, readonly MarkedRegion[]>()

/**
 * The marked stretches, paragraph by paragraph, in order, not overlapping; one within another is the outer one's text. A
 * document is read once: its names ask for them and its quotes do.
 */
export function findMarks(document: Document): readonly MarkedRegion[] {
  let regions = known.get(document)
  if (regions === undefined) known.set(document, regions = readMarks(document))
  return regions
}
