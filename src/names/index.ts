/** Who and what is named: the tagger's mentions, linked into one cast of entities. */
import type { Cast, Document, Language } from '../types.js'
import { linkNames } from './linking/index.js'
import { findNames } from './tagger/index.js'

export function findCast(document: Document, language: Language): Cast {
  return linkNames(document, language, findNames(document, language))
}
