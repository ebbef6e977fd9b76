/**
 * A document's tokens and sentences. wink-nlp cuts and tags; here its tokens are laid onto the source by a moving
 * cursor, so that every token cuts out its own text whatever wink dropped on the way.
 */
import type { Document, Language, PartOfSpeech, Sentence, Span, Token } from '../types.js'
import { sentenceStarts } from './sentences.js'
import { LONGEST_RUN, partFinalStop, piecesOf, repairTokens, type RawToken } from './tokens.js'
import { winkReader, type WinkReading } from './wink.js'

/** wink reads whole paragraphs, about this many characters at a time: its memory grows with what it holds at once. */
const BATCH = 20_000
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'gu')
/** White space and control characters but for the blank. */
const CONTROL = /[^\S ]|[\p{Cc}\p{Cf}]/gu
const BLANK = 0x20, LINE_FEED = 0x0a

interface Batch extends Span { readonly paragraphs: readonly Span[] }

/** Runs of whole paragraphs; a paragraph longer than a batch is cut at white space. */
function batchesOf(paragraphs: readonly Span[], text: string): Batch[] {
  const batches: Batch[] = []
  let open: Span[] = []
  const flush = (): void => {
    if (open.length > 0) batches.push({ start: open[0].start, end: open.at(-1)!.end, paragraphs: open })
    open = []
  }
  for (const paragraph of paragraphs) {
    if (open.length > 0 && paragraph.end - open[0].start > BATCH) flush()
    let start = paragraph.start
    while (paragraph.end - start > 2 * BATCH) {
      const blank = text.slice(start + BATCH, start + 2 * BATCH).search(/\s/)
      const end = start + BATCH + (blank < 0 ? BATCH : blank)
      batches.push({ start, end, paragraphs: [{ start, end }] })
      start = end
    }
    open.push({ start, end: paragraph.end })
  }
  flush()
  return batches
}

/** Whether more than so many characters stand without a blank between; the regular expression alone would be slow. */
function hasLongRun(text: string): boolean {
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = text.indexOf(' ', start)
    if (end < 0) end = text.length
    if (end - start > LONGEST_RUN) return true
  }
  return false
}

/** What wink is given: as long as the source, white space and control characters blanked, long runs left out. */
function winkText(batch: Batch, text: string): { shown: string; runs: Span[] } {
  const runs: Span[] = []
  let shown = ''
  for (const { start, end } of batch.paragraphs) {
    const gap = start - batch.start - shown.length
    if (gap > 0) shown += ' '.repeat(Math.max(0, gap - 2)) + '\n'.repeat(Math.min(gap, 2))
    const own = text.slice(start, end).replace(CONTROL, c => ' '.repeat(c.length))
    shown += !hasLongRun(own) ? own : own.replace(LONG_RUN, (run, at: number) => {
      runs.push({ start: start + at, end: start + at + run.length })
      return ' '.repeat(run.length)
    })
  }
  return { shown, runs }
}

const isBlank = (value: string): boolean => {
  const first = value.charCodeAt(0)
  return !(first > BLANK && first < 0x80) && /^\s*$/.test(value)
}

/** wink's tokens with their place in the source; where it lost or changed characters, plain pieces stand in. */
function align(reading: WinkReading, shown: string, offset: number): { tokens: RawToken[]; starts: number[] } {
  const { values, tags, sentences } = reading, tokens: RawToken[] = [], starts: number[] = []
  let cursor = 0, opening = false, sentence = 0
  const fill = (to: number): void => {
    for (const piece of piecesOf(shown.slice(cursor, to), offset + cursor)) tokens.push(piece)
  }
  for (let i = 0; i < values.length; i++) {
    if (sentence < sentences.length && sentences[sentence][0] === i) {
      opening = true
      sentence++
    }
    const value = values[i]
    if (tags[i] === 'SPACE' || isBlank(value)) continue
    let at = cursor
    if (!shown.startsWith(value, at)) {
      for (let code = shown.charCodeAt(at); code === BLANK || code === LINE_FEED; code = shown.charCodeAt(at)) at++
      if (!shown.startsWith(value, at)) {
        // A token that wink rewrote is looked for nearby only: a far search would be quadratic.
        const near = shown.slice(cursor, cursor + value.length + 200).indexOf(value)
        if (near < 0) continue
        at = cursor + near
        fill(at)
      }
    }
    if (opening) starts.push(offset + at)
    opening = false
    tokens.push({ start: offset + at, end: offset + at + value.length, text: value, pos: tags[i] as PartOfSpeech })
    cursor = at + value.length
  }
  fill(shown.length)
  return { tokens, starts }
}

const CURLY = /[‘’“”]/

/** Lower-cased with straight marks; the same string where nothing changes, as with most words. */
function lower(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x41 && code <= 0x5a) || code >= 0x80) {
      const lowered = text.toLowerCase()
      return CURLY.test(lowered) ? lowered.replace(/[‘’]/g, "'").replace(/[“”]/g, '"') : lowered
    }
  }
  return text
}

/** Reads a document's words. Linear in the text's length. */
export function readLanguage(document: Document): Language {
  const read = winkReader(), raw: RawToken[] = [], starts = new Set<number>()
  for (const batch of batchesOf(document.paragraphs, document.text)) {
    const { shown, runs } = winkText(batch, document.text)
    const found = align(read(shown), shown, batch.start)
    const cut = runs.flatMap(run => piecesOf(document.text.slice(run.start, run.end), run.start))
    const all = cut.length === 0 ? found.tokens : [...found.tokens, ...cut].sort((a, b) => a.start - b.start)
    repairTokens(all, raw)
    for (const start of found.starts) starts.add(start)
  }
  const tokens: Token[] = [], sentences: Sentence[] = []
  let next = 0
  document.paragraphs.forEach((paragraph, index) => {
    const from = next
    while (next < raw.length && raw[next].start < paragraph.end) next++
    const own = partFinalStop(raw.slice(from, next)), firsts = sentenceStarts(own, starts)
    firsts.forEach((first, i) => {
      const last = firsts[i + 1] ?? own.length
      for (let k = first; k < last; k++) {
        const { start, end, text, pos } = own[k]
        tokens.push({ start, end, text, pos, lower: lower(text), spaced: k === 0 || own[k - 1].end < start, sentence: sentences.length })
      }
      const at = tokens.length - (last - first)
      sentences.push({ start: own[first].start, end: own[last - 1].end, first: at, last: at + last - first, paragraph: index })
    })
  })
  return { tokens, sentences }
}
