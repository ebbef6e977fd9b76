/** Who and what is named: the tagger's mentions, corrected by the user's own names, linked into one cast of entities. */
import type { Cast, Document, Entity, EntityType, Language, Mention } from '../types.js'
import { applyKnowledge, type Knowledge } from './knowledge.js'
import { linkNames } from './linking/index.js'
import { findNumbers } from './numbers.js'
import { findNames } from './tagger/index.js'

export interface CastOptions {
  /** The user's own names, see `readKnowledge`. */
  readonly names?: Knowledge
  /** Whether numbers are entities too (MONEY, PERCENT …). */
  readonly numbers?: boolean
}

/** Numbers as entities: those written alike are one. Their ids follow those of the names. */
function numberEntities(document: Document, language: Language, taken: number): Entity[] {
  const byText = new Map<string, { type: EntityType; mentions: Mention[] }>()
  for (const { start, end, type } of findNumbers(document, language)) {
    const text = document.text.slice(start, end), key = `${type} ${text}`, own = byText.get(key)
    const mention: Mention = { start, end, text, kind: 'name' }
    if (own) own.mentions.push(mention)
    else byText.set(key, { type, mentions: [mention] })
  }
  return [...byText.values()].map(({ type, mentions }, i) => ({ id: `e${taken + i + 1}`, name: mentions[0].text, type, aliases: [], roles: [], gender: null, mentions }))
}

/** Reads the cast of a document. */
export function findCast(document: Document, language: Language, { names: knowledge, numbers = false }: CastOptions = {}): Cast {
  const names = findNames(document, language)
  const cast = linkNames(document, language, knowledge ? applyKnowledge(document, language, names, knowledge) : names, knowledge)
  return numbers ? { ...cast, entities: [...cast.entities, ...numberEntities(document, language, cast.entities.length)] } : cast
}
