/** Who and what is named: the tagger's mentions, corrected by the user's own names, linked into one cast of entities. */
import type { Cast, Document, Language } from '../types.js'
import { applyKnowledge, type Knowledge } from './knowledge.js'
import { linkNames } from './linking/index.js'
import { findNames } from './tagger/index.js'

/** Reads the cast of a document. `knowledge` is the user's own names, see `readKnowledge`. */
export function findCast(document: Document, language: Language, knowledge?: Knowledge): Cast {
  const names = findNames(document, language)
  return linkNames(document, language, knowledge ? applyKnowledge(document, language, names, knowledge) : names, knowledge)
}
