/** Which entity a stretch of text names: how later stages ask the cast. */
import { partitionPoint } from '../../search.js'
import type { Cast, Entity, Mention, Span } from '../../types.js'

export interface Reference { readonly entity: Entity; readonly mention: Mention }

/** Whom a span names, if anyone. */
export type Lookup = (span: Span) => Reference | null

/** So many mentions that begin before or in a span are looked at. */
const MOST = 12
/** So many titles that begin before a span are looked at. */
const MOST_TITLES = 4

/** What may follow a name that heads a phrase: the end, a mark, a preposition, a clause ("Pompeo, who …", "X of Y"), a day. */
const AFTER_HEAD = /^(?:$|\s*[,;:()–—]|\s+(?:himself|herself|itself|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[QK]C|of|in|at|for|from|on|with|who|whose|which|that|and|or|&|told|said)\b)/
/** What ties a name to a word before it, so that it heads nothing: "an aide to Pompeo", "critics, including Pompeo". */
const TIED = /(?:\b(?:of|to|for|by|with|from|on|in|at|about|against|between|near|under|over|like|than|as|is|was|were|are|including|and|or)|['’]s|-)\s*$|\b(?:including|such as)\b/i
/** A title before the name, behind what ties it: "an adviser to former President". */
const TITLE = /(?<=\b(?:of|to|for|by|with|from|about|against|including|both)\s{1,3})(?:(?:the|former|then|late|US|U\.S\.|Vice)\s{1,3}){0,3}(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Governor|Representative)\.?\s{0,3}$/
const ARTICLE = /\b(?:the|an?)\s*$/i
/** Of a place or organisation in the middle of a phrase, only what an article opens is the head; of a people, nothing else. */
const OPENING = /^(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Bb]oth|[Ee]ven|[Oo]nly)?\s*(?:[\p{Ll}-]+\s+){0,2}$/u

/** Whether the name of type `type` at `mention` is what the phrase at `span` speaks of, and not a word in it. */
function heads(text: string, span: Span, mention: Mention, type: Entity['type']): boolean {
  if (mention.kind !== 'name' && mention.start <= span.start && mention.end >= span.end) return true
  const before = text.slice(span.start, Math.max(span.start, mention.start)), after = text.slice(mention.end, Math.max(mention.end, span.end))
  if (mention.kind === 'pronoun') return before.trim() === '' && !/^(?:his|her|their|its|my|our)$/i.test(mention.text) && AFTER_HEAD.test(after)
  if (!AFTER_HEAD.test(after.replace(/^['’]s?\s*$/, ''))) return false
  if (before.trim() === '') return true
  if (/^the\s*$/i.test(before)) return true
  return !TIED.test(before.replace(TITLE, '')) && (type === 'PERSON' ? !ARTICLE.test(before) : type !== 'NORP' && OPENING.test(before))
}

/**
 * A look-up of the mention that a span rests on: the one that covers it or heads it ("Mike Pompeo, the secretary of
 * state" is Pompeo, "Secretary of State Mike Pompeo" too; "an aide to Pompeo", "Pompeo's aide" is not). Null where no
 * mention does. With the document's `text` heads are told from other words; without it the mention that begins or covers
 * the span, else a person's in it, is given. O(log mentions).
 */
export function referenceIndex(cast: Cast, text?: string): (span: Span) => Reference | null {
  const all = cast.entities.flatMap(entity => entity.mentions.map(mention => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  // A nominal may hold names ("the Florida senator"): how far a mention that began before a place may reach.
  const reach = new Int32Array(all.length)
  all.forEach(({ mention }, i) => { reach[i] = Math.max(mention.end, i > 0 ? reach[i - 1] : 0) })
  return ({ start, end }) => {
    const low = partitionPoint(all.length, i => all[i].mention.start < start)
    let from = low
    for (let seen = 0; from > 0 && seen < MOST && reach[from - 1] > start; from--) seen++
    const near: Reference[] = []
    for (let i = from; i < all.length && near.length < 2 * MOST && all[i].mention.start < end; i++) if (all[i].mention.end > start) near.push(all[i])
    if (text !== undefined) {
      const good = near.filter(({ entity, mention }) => heads(text, { start, end }, mention, entity.type))
      return good.find(({ mention }) => mention.kind !== 'name' || mention.start <= start) ?? good.find(({ entity }) => entity.type === 'PERSON') ?? good[0] ?? null
    }
    return near.find(({ mention }) => mention.start <= start) ?? near.find(({ entity }) => entity.type === 'PERSON') ?? near[0] ?? null
  }
}

/** A look-up of the person in whose title or role a span stands: "US Ambassador" in "US Ambassador to Rome Jane Roe". O(log titles). */
export function titleIndex({ titles }: Cast): Lookup {
  return ({ start, end }) => {
    const low = partitionPoint(titles.length, i => titles[i].start <= start)
    for (let i = low - 1, seen = 0; i >= 0 && seen < MOST_TITLES; i--, seen++) if (titles[i].end >= end) return titles[i]
    return null
  }
}
