/**
 * Speech that a label or a signature attributes, without a cue: the turns of a transcript ("ROE: …", "Q: … A: …") and
 * marked words signed by their speaker ("…" — Jane Roe).
 */
import type { Document, Language, Span } from '../types.js'
import type { Candidate } from './candidates.js'
import type { Phrase } from './phrases.js'
import type { Stretch } from './stretches.js'

export interface Turn {
  /** Token indexes of the label. */
  readonly label: Phrase
  readonly paragraphs: readonly number[]
  /** What is said, a span for each paragraph, without marks around it. */
  readonly content: readonly Span[]
  readonly sentence: Span
}

/** A speaker's label; a stage direction may stand behind it: "ROE (through interpreter):". */
const LABEL = /^["“”'‘]?(?::\s?)?(\p{Lu}[\p{Lu}.'’ -]{0,40}|Q|A|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3})(?: \([^()]{2,40}\))?:\s+(?=\S)/u
const SHOUTED = /^[\p{Lu}.'’ -]+$/u
/** A transcript has this many labels, and one of them comes back. */
const LEAST_LABELS = 3
/** Paragraphs without a label that still belong to the turn before them. */
const MOST_MORE = 6

/** The turns of a transcript; none where the labels are headings or list items. */
export function findTurns({ text, paragraphs }: Document, { tokens, sentences }: Language): Turn[] {
  const labels = paragraphs.map(({ start, end }) => {
    const head = text.slice(start, Math.min(end, start + 100))
    return head.includes(':') ? LABEL.exec(head) : null
  })
  const times = new Map<string, number>()
  for (const found of labels) if (found) times.set(found[1], (times.get(found[1]) ?? 0) + 1)
  const repeated = (label: string): boolean => (times.get(label) ?? 0) > 1
  const labelled = labels.flatMap((found, i) => (found ? [i] : [])), back = labelled.filter(i => repeated(labels[i]![1]))
  if (labelled.length < LEAST_LABELS || back.length < LEAST_LABELS || times.size < 2) return []
  const shouted = back.every(i => SHOUTED.test(labels[i]![1]))
  const own = labelled.filter(i => repeated(labels[i]![1]) || (shouted && SHOUTED.test(labels[i]![1])))
  const first = new Int32Array(paragraphs.length).fill(-1)
  for (const sentence of sentences) if (first[sentence.paragraph] < 0) first[sentence.paragraph] = sentence.first
  const turns: Turn[] = []
  own.forEach((at, n) => {
    const found = labels[at]!, { start, end } = paragraphs[at], from = start + found[0].length
    let token = first[at]
    if (token < 0) return
    const labelStart = start + found[0].indexOf(found[1])
    while (tokens[token].end <= labelStart) token++
    let last = token
    while (last < tokens.length && tokens[last].start < labelStart + found[1].length) last++
    // A mark right after the label: the words in marks are the quote, and the label its source.
    if (/["“”«'‘]/u.test(text[from])) return
    const members = [at], until = own[n + 1]
    if (shouted && until !== undefined) {
      for (let p = at + 1; p < until && members.length <= MOST_MORE; p++) {
        if (/^["“]?[([]/u.test(text.slice(paragraphs[p].start, paragraphs[p].start + 2)) || labels[p]) break
        members.push(p)
      }
    }
    const content = members.map((p, i) => trimmed(text, i === 0 ? from : paragraphs[p].start, paragraphs[p].end))
    turns.push({ label: { first: token, last, head: last - 1 }, paragraphs: members, content, sentence: { start, end } })
  })
  return turns
}

function trimmed(text: string, start: number, end: number): Span {
  if (/["“”]/.test(text[start])) start++
  const marks = text.slice(start, end).match(/["“”]/g)?.length ?? 0
  if (marks % 2 === 1 && /["“”]/.test(text[end - 1])) end--
  return { start, end }
}

const DASH = /^(?:[–—―‒-]|--)$/u
/** Words of a signature. */
const MOST_SIGNED = 12
const LEAST_WORDS = 4

/** The attribution that a signature after a stretch gives: after a dash, up to the paragraph's end, or as the next one. */
export function signatureOf({ tokens, sentences }: Language, stretch: Stretch): Candidate | null {
  if (!stretch.opensParagraph || stretch.words < LEAST_WORDS) return null
  const dash = stretch.last, paragraphOf = (i: number): number => sentences[tokens[i].sentence].paragraph
  if (dash + 1 >= tokens.length || !DASH.test(tokens[dash].text) || paragraphOf(dash) > stretch.paragraph + 1) return null
  const home = paragraphOf(dash)
  if (home !== stretch.paragraph && !stretch.closesParagraph) return null
  let last = dash + 1
  while (last < tokens.length && paragraphOf(last) === home && last - dash <= MOST_SIGNED + 1) last++
  if (last - dash > MOST_SIGNED + 1 || !/^\p{Lu}/u.test(tokens[dash + 1].text)) return null
  let end = dash + 1
  while (end < last && /^[\p{Lu}.'’-]/u.test(tokens[end].text) && tokens[end].lower !== '.') end++
  for (let i = dash + 1; i < last; i++) if (tokens[i].pos === 'VERB' && i < end) return null
  return { way: 'cue', cue: dash, lemma: '—', source: { first: dash + 1, last: end, head: end - 1 }, between: 0 }
}
