/** Writings that speak for who put them out: "a statement from the Foreign Office", "the agency's website". */
import type { Lookup, Reference } from '../names/linking/lookup.js'
import type { Language } from '../types.js'
import { spanOf } from './clauses.js'
import { findPhrases, type Phrase } from './phrases.js'

/** What an organisation or a person puts out in its own name. Polls and the like have names of their own. */
const WRITINGS = new Set(['statement', 'statements', 'website', 'report', 'reports', 'memo', 'letter', 'tweet', 'tweets', 'post', 'release', 'statistics', 'data', 'decision', 'ruling', 'projections', 'testimony', 'opinion', 'announcement', 'account'])
const MAKERS = new Set(['by', 'from'])
/** What may stand between a maker and the writing: "a Finance Ministry press release". */
const MOST_BETWEEN = 2
/** How far behind the writing its maker's phrase may reach. */
const MOST_MAKER = 30

/** Who put out the writing that a phrase names: "a statement from the Foreign Office", "the agency's website"; null where the phrase does not tell. */
export function makerOf(language: Language, names: Int8Array, phrase: Phrase, lookup: Lookup): Reference | null {
  const { tokens, sentences } = language, { head, first, last } = phrase
  if (!WRITINGS.has(tokens[head].lower)) return null
  const good = (found: Reference | null): Reference | null => found && (found.entity.type === 'PERSON' || found.entity.type === 'ORG') ? found : null
  // A person's name before it without 's is as often what it is about: "the Trump letter".
  for (let i = head - 1, k = 0; i >= first && k <= MOST_BETWEEN; i--, k++) {
    const own = tokens[i].lower === "'s" ? i - 1 : i
    if (own < first || (names[own] === 0 && own === i)) continue
    const { end } = tokens[own], found = lookup({ start: tokens[first].start, end }) ?? lookup({ start: tokens[own].start, end })
    return found && found.mention.end === end && (own < i || found.entity.type !== 'PERSON') ? good(found) : null
  }
  const until = sentences[tokens[first].sentence].last
  let k = last
  if (k < until && (tokens[k].lower === 'released' || tokens[k].lower === 'issued' || tokens[k].lower === 'published')) k++
  if (k >= until || !MAKERS.has(tokens[k].lower)) return null
  const maker = findPhrases(language, names, k + 1, Math.min(until, k + 1 + MOST_MAKER), () => false)[0]
  return maker && maker.first === k + 1 ? good(lookup(spanOf(language, maker.first, maker.last))) : null
}
