/** When something was said, and whom it speaks of. */
import { partitionPoint } from '../search.js'
import type { Cast, Language, Quote, Span, TimeExpression } from '../types.js'

/** The first of a sorted list whose start is not before `start`. O(log n). */
function firstFrom(list: readonly Span[], start: number): number {
  return partitionPoint(list.length, i => list[i].start < start)
}

/** Words between a cue and the date of saying: "said in a statement on Monday". */
const NEAR = 8
const MOST = 30

/**
 * The date in the cue's own clause: leading its sentence ("On Nov. 7, the ministry said"), or near the cue with no comma
 * between; none from within the quoted words. `dates` are in text order.
 */
export function dateOfSaying({ tokens, sentences }: Language, cue: number, isQuoted: (i: number) => boolean, dates: readonly TimeExpression[]): Quote['said'] {
  const sentence = sentences[tokens[cue].sentence]
  let best: Quote['said'] = null, least = NEAR + 1
  for (let i = firstFrom(dates, sentence.start), n = 0; i < dates.length && dates[i].start < sentence.end && n < MOST; i++, n++) {
    const date = dates[i]
    if (date.from === null || (date.type !== 'DATE' && date.type !== 'TIME')) continue
    let at = sentence.first
    while (at < sentence.last && tokens[at].end <= date.start) at++
    if (at >= sentence.last || isQuoted(at)) continue
    let commas = 0, quoted = false
    for (let k = Math.min(at, cue); k < Math.max(at, cue); k++) {
      if (tokens[k].lower === ',' || tokens[k].lower === 'that') commas++
      if (isQuoted(k)) quoted = true
    }
    const leads = at - sentence.first <= 2 && at < cue && commas <= 2
    const distance = leads && !quoted ? 0 : commas === 0 && !quoted ? Math.abs(at - cue) : NEAR + 1
    if (distance < least) {
      least = distance
      best = { value: date.value, start: date.start, end: date.end, text: date.text }
    }
  }
  return best
}

/** A look-up of the entities named in a content, in order of first name there. */
export function namedIn(cast: Cast): (content: readonly Span[]) => Quote['about'] {
  const names = cast.entities.flatMap(entity => entity.mentions.filter(({ kind }) => kind === 'name').map(({ start, end }) => ({ start, end, entity })))
    .sort((a, b) => a.start - b.start)
  return content => {
    const about = new Map<string, Quote['about'][number]>()
    for (const { start, end } of content) {
      for (let i = firstFrom(names, start); i < names.length && names[i].end <= end; i++) {
        const { id, name, type } = names[i].entity
        if (!about.has(id)) about.set(id, { entity: id, name, type })
      }
    }
    return [...about.values()]
  }
}
