/** What the text brings to mind where a speaker is spoken of: how near the speaker was named last, and who else was named since. */
import type { MarkedTokens } from './stretches.js'
import { partitionPoint } from '../search.js'
import type { Cast, Entity, Language, Span } from '../types.js'

export interface Recall {
  /** Sentences since the entity was last spoken of by name, at most `FAR`; null where it was not yet. */
  readonly distance: number | null
  /** Other people named since then or in the two sentences before, at most `MOST_RIVALS`. */
  readonly rivals: number
  /** Whether that last name stands in marks: another's words. */
  readonly inside: boolean
  /** Whether someone else has the same last name. */
  readonly namesake: boolean
  readonly entity: Entity
}

export type Memory = (entity: string, at: Span) => Recall | null

const FAR = 6, MOST_RIVALS = 3, RECENT = 2
/** Names looked back at. */
const MOST_NAMES = 30

interface Named { readonly start: number; readonly entity: Entity; readonly sentence: number }

/** A look-up of what is in mind at a place. */
export function memoryOf({ entities }: Cast, { sentences }: Language, { stretches }: MarkedTokens): Memory {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const starts = entities.flatMap(entity => entity.mentions.filter(({ kind }) => kind === 'name').map(({ start }) => ({ start, entity }))).sort((a, b) => a.start - b.start)
  const surnames = new Map<string, number>(), surnameOf = ({ name }: Entity): string => name.slice(name.lastIndexOf(' ') + 1)
  for (const entity of entities) if (entity.type === 'PERSON') surnames.set(surnameOf(entity), (surnames.get(surnameOf(entity)) ?? 0) + 1)
  const marks = stretches.map(({ region }) => region)
  let s = 0
  const names: Named[] = starts.map(({ start, entity }) => {
    while (s + 1 < sentences.length && sentences[s + 1].start <= start) s++
    return { start, entity, sentence: s }
  })
  return (id, { start }) => {
    const entity = byId.get(id)
    if (!entity) return null
    const namesake = (surnames.get(surnameOf(entity)) ?? 0) > 1
    const here = lastBefore(sentences, start + 1), rivals = new Set<Entity>()
    for (let i = lastBefore(names, start), n = 0; i >= 0 && n < MOST_NAMES; i--, n++) {
      const distance = here - names[i].sentence
      if (names[i].entity === entity) {
        const mark = marks[lastBefore(marks, names[i].start)]
        return { distance: Math.min(distance, FAR), rivals: Math.min(rivals.size, MOST_RIVALS), inside: mark !== undefined && mark.end > names[i].start, namesake, entity }
      }
      if (names[i].entity.type === 'PERSON' && (entity.gender === null || names[i].entity.gender === null || names[i].entity.gender === entity.gender) && distance <= RECENT) rivals.add(names[i].entity)
    }
    return { distance: null, rivals: Math.min(rivals.size, MOST_RIVALS), inside: false, namesake, entity }
  }
}

/** The index of the last of some spans that begins before a place; -1 without. */
function lastBefore(spans: readonly { readonly start: number }[], at: number): number {
  return partitionPoint(spans.length, i => spans[i].start < at) - 1
}
