/** Finds names: which tokens name a person, an organisation, a place …, before anyone knows which are the same. */
import { NAME_TYPES } from '../../types.js'
import type { Document, Language, NameMention } from '../../types.js'
import { readDocumentForNames } from './features.js'
import { afterHonorifics } from './honorifics.js'
import { BEGIN, nameEnd, partOf, typeOf, UNIT } from './labels.js'
import { theLexicon } from './lexicon.js'
import { joinLongForms } from './longforms.js'
import { theAgreementModel, theModel } from './model.js'
import { readAgain, readFirst } from './passes.js'
import { segmentsOf } from './segments.js'

/** The names of a document in text order, not overlapping. */
export function findNames(_document: Document, language: Language): readonly NameMention[] {
  const { tokens } = language, model = theModel(), reading = readDocumentForNames(language, theLexicon()), mentions: NameMention[] = []
  const segments = segmentsOf(language, reading.context.live), labels = readAgain(model, theAgreementModel(), reading, segments, readFirst(model, reading, segments))
  for (const { from, to } of segments) {
    for (let i = from, end; i < to; i = end) {
      end = nameEnd(labels, i, to)
      if (labels[i] === 0 || (partOf(labels[i]) !== BEGIN && partOf(labels[i]) !== UNIT)) continue
      const type = NAME_TYPES[typeOf(labels[i])], first = type === 'PERSON' ? afterHonorifics(tokens, i, end) : i
      mentions.push({ start: tokens[first].start, end: tokens[end - 1].end, first, last: end, type })
    }
  }
  return joinLongForms(language, mentions)
}
