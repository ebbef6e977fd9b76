/** Where persons' roles stand at their names: a source phrase in one speaks of that person. */
import type { Entity, Language, Mention, Title, Token } from '../../types.js'
import type { Role } from './roles.js'

/** Tokens that a role is followed for beyond an "and": "an author and former envoy". */
const MOST = 14

const belongs = ({ pos, lower }: Token): boolean =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM' || pos === 'DET' || lower === "'s" || lower === '-' || lower === '&'

/** The titles of a document in text order: its roles by name, widened by what an "and" joins. A plural's belongs to several. */
export function findTitles({ tokens, sentences }: Language, roles: ReadonlyMap<number, readonly Role[]>, mentionOf: readonly Mention[], entityOf: (name: number) => Entity): Title[] {
  const titles: Title[] = []
  let at = 0
  for (const [name, own] of [...roles].sort((a, b) => a[0] - b[0])) for (const { start, end, plural } of own) {
    if (plural) continue
    const entity = entityOf(name), mention = mentionOf[name]
    while (at > 0 && tokens[at].start > start) at--
    while (at + 1 < tokens.length && tokens[at + 1].start <= start) at++
    const sentence = sentences[tokens[at].sentence]
    let first = at, last = at
    while (last < sentence.last && tokens[last].start < end) last++
    if (end <= mention.start) {
      if (first - 1 > sentence.first && tokens[first - 1].lower === 'and') {
        let k = first - 1
        while (k > sentence.first && first - k < MOST && belongs(tokens[k - 1])) k--
        if (k < first - 1) first = k
      }
      if (first > sentence.first && tokens[first - 1].pos === 'DET') first--
    } else if (last + 1 < sentence.last && tokens[last].lower === 'and') {
      let k = last + 1
      while (k < sentence.last && k - last < MOST && belongs(tokens[k])) k++
      if (k > last + 1 && (k === sentence.last || tokens[k].pos === 'PUNCT' || tokens[k].pos === 'ADP')) last = k
    }
    titles.push({ start: tokens[first].start, end: tokens[last - 1]?.end ?? end, entity, mention })
  }
  return titles.sort((a, b) => a.start - b.start || b.end - a.end)
}
