/** Finds names: which tokens name a person, an organisation, a place …, before anyone knows which are the same. */
import type { Document, Language, NameMention } from '../../types.js'
import { contextOf, featuresOf, stretchesOf, styleOf } from './features.js'
import { B, LABELS, OUTSIDE, TYPES, U, partOf, typeOf } from './labels.js'
import { model } from './model.js'
import { viterbi } from './viterbi.js'

/** Stretches longer than this are labelled in pieces: memory stays bounded. */
const LONGEST = 2000

/** The names of a document in text order, not overlapping. Titles, articles and a final 's stand outside. */
export function findNames(document: Document, language: Language): NameMention[] {
  const { transitions, starts, labels, weights } = model(), { tokens } = language
  const context = contextOf(document, language), mentions: NameMention[] = []
  let scores = new Float64Array(64 * LABELS), row = 0
  const emit = (bucket: number): void => {
    for (let k = starts[bucket]; k < starts[bucket + 1]; k++) scores[row + labels[k]] += weights[k]
  }
  const tag = (sentence: Language['sentences'][number], style: number, from: number, to: number): void => {
    const n = to - from
    if (scores.length < n * LABELS) scores = new Float64Array(n * LABELS)
    else scores.fill(0, 0, n * LABELS)
    for (let i = 0; i < n; i++) {
      row = i * LABELS
      featuresOf(context, sentence, style, from + i, emit)
    }
    const found = viterbi(scores, n, transitions)
    for (let i = 0; i < n; i++) {
      if (found[i] === OUTSIDE) continue
      const part = partOf(found[i]), first = from + i
      if (part === B) while (i + 1 < n && partOf(found[i]) !== 2) i++
      else if (part !== U) continue
      mentions.push({ start: tokens[first].start, end: tokens[from + i].end, first, last: from + i + 1, type: TYPES[typeOf(found[i])] })
    }
  }
  for (const sentence of language.sentences) {
    const stretches = stretchesOf(context, sentence)
    if (stretches.length === 0) continue
    const style = styleOf(context, sentence)
    for (const [from, to] of stretches) for (let at = from; at < to; at += LONGEST) tag(sentence, style, at, Math.min(to, at + LONGEST))
  }
  return mentions
}
