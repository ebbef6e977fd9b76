/** Finds who is meant by a name that the user asks for. */
import type { Entity } from '../types.js'

type Named = Pick<Entity, 'id' | 'name' | 'aliases' | 'roles'>

/** A name without regard to case or accents. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const folded = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

const holds = (words: readonly string[], wanted: readonly string[]): boolean =>
  words.some((_, i) => wanted.every((word, k) => words[i + k] === word))

/** The ids of the entities that a name fits: by any alias or role, whole words, without regard to case or accents. */
export function matchSpeaker(entities: readonly Named[], name: string): string[] {
  const wanted = folded(name)
  if (wanted.length === 0) return []
  return entities.filter(e => [e.name, ...e.aliases, ...e.roles].some(form => holds(folded(form), wanted))).map(e => e.id)
}
