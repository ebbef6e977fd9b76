/** Finds names: which tokens name a person, an organisation, a place …, before anyone knows which are the same. */
import { NAME_TYPES } from '../../types.js'
import type { Document, Language, NameMention } from '../../types.js'
import { MOST, placeFeaturesOf, readDocumentForNames } from './features.js'
import { BEGIN, partOf, typeOf, UNIT } from './labels.js'
import { theLexicon } from './lexicon.js'
import { scoreLabels, theModel } from './model.js'
import { segmentsOf } from './segments.js'
import { bestLabels, boundsOf, newLattice, STRIDE } from './viterbi.js'
import { wordScores, wordScoresAt } from './wordscores.js'

/** The names of a document in text order, not overlapping. */
export function findNames(_document: Document, language: Language): NameMention[] {
  const { tokens } = language, model = theModel(), reading = readDocumentForNames(language, theLexicon())
  const { words, context: { live, shouted } } = reading, mentions: NameMention[] = [], features = new Int32Array(MOST), lattice = newLattice(), bounds = boundsOf(model.transitions)
  let emissions = new Float32Array(64 * STRIDE), labels = new Uint8Array(64)
  for (const { first, last, from, to } of segmentsOf(language, live)) {
    const count = to - from
    if (labels.length < count) {
      emissions = new Float32Array(2 * count * STRIDE)
      labels = new Uint8Array(2 * count)
    }
    const loud = shouted[tokens[first].sentence]
    for (let i = from; i < to; i++) {
      const known = wordScoresAt(model, words.vocabulary, words.wordOf[i], loud, i === first ? 1 : 0)
      scoreLabels(model, features, placeFeaturesOf(reading, i, first, last, features), wordScores, known, emissions, (i - from) * STRIDE)
    }
    bestLabels(emissions, count, model.transitions, lattice, labels, bounds)
    for (let i = 0; i < count; i++) {
      if (labels[i] === 0 || (partOf(labels[i]) !== BEGIN && partOf(labels[i]) !== UNIT)) continue
      let end = i + 1
      if (partOf(labels[i]) === BEGIN) while (end < count && partOf(labels[end - 1]) !== 2) end++
      mentions.push({ start: tokens[from + i].start, end: tokens[from + end - 1].end, first: from + i, last: from + end, type: NAME_TYPES[typeOf(labels[i])] })
      i = end - 1
    }
  }
  return mentions
}
