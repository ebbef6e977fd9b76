/** Writings that speak for who put them out: "a statement from the Foreign Office", "the agency's website", "the letter" told of before. */
import type { Lookup, Reference } from '../names/linking/lookup.js'
import type { Language } from '../types.js'
import { spanOf } from './clauses.js'
import { findPhrases, type Phrase } from './phrases.js'

/** What an organisation or a person puts out in its own name. Polls and the like have names of their own. */
const WRITINGS = new Set(['statement', 'statements', 'website', 'report', 'reports', 'memo', 'letter', 'tweet', 'tweets', 'post', 'release', 'statistics', 'data', 'decision', 'ruling', 'projections', 'testimony', 'opinion', 'announcement', 'account', 'editorial', 'proclamation', 'decree', 'guidelines', 'order', 'request', 'warning', 'warnings', 'advisory', 'alert', 'resolution'])
/** Of those, what others quote and pass on as well. */
const PASSED_ON = new Set(['letter', 'memo', 'data', 'statistics', 'account', 'testimony', 'opinion'])
const MAKERS = new Set(['by', 'from'])
const PUT_OUT = new Set(['released', 'issued', 'published', 'signed', 'posted', 'sent', 'written', 'made'])
/** What may stand between a maker and the writing: "a Finance Ministry press release". */
const MOST_BETWEEN = 2
/** How far behind the writing its maker's phrase may reach. */
const MOST_MAKER = 30
/** How far back, in tokens, a writing may have been told of, and how often it is looked for. */
const MOST_BACK = 260, MOST_TOLD = 3
/** Words that tell that a writing was told of before. */
const KNOWN = new Set(['the', 'this', 'that'])

export interface Makers {
  readonly language: Language
  readonly names: Int8Array
  readonly lookup: Lookup
  /** Whether a token stands in marks. */
  readonly isMarked: (token: number) => boolean
}

/** Who put out the writing that a phrase names; null where the text does not tell. */
export function makerOf(makers: Makers, phrase: Phrase): Reference | null {
  const { language: { tokens } } = makers
  if (!WRITINGS.has(tokens[phrase.head].lower)) return null
  return ownMaker(makers, phrase) ?? (KNOWN.has(tokens[phrase.first].lower) && !PASSED_ON.has(tokens[phrase.head].lower) ? toldMaker(makers, phrase) : null)
}

const speaks = (found: Reference | null): Reference | null => (found && (found.entity.type === 'PERSON' || found.entity.type === 'ORG') ? found : null)

/** The maker that stands at the writing itself. */
function ownMaker({ language, names, lookup }: Makers, { head, first, last }: Phrase): Reference | null {
  const { tokens, sentences } = language
  // A person's name before it without 's is as often what it is about: "the Trump letter".
  for (let i = head - 1, k = 0; i >= first && k <= MOST_BETWEEN; i--, k++) {
    const own = tokens[i].lower === "'s" ? i - 1 : i
    if (own < first || (names[own] === 0 && own === i)) continue
    const { end } = tokens[own], found = lookup({ start: tokens[first].start, end }) ?? lookup({ start: tokens[own].start, end })
    return found && found.mention.end === end && (own < i || found.entity.type !== 'PERSON') ? speaks(found) : null
  }
  const until = sentences[tokens[first].sentence].last
  let k = last
  if (k < until && PUT_OUT.has(tokens[k].lower)) k++
  while (k < until && k - last < 4 && tokens[k].pos === 'ADV') k++
  if (k >= until || !MAKERS.has(tokens[k].lower)) return null
  const maker = findPhrases(language, names, k + 1, Math.min(until, k + 1 + MOST_MAKER), () => false)[0]
  return maker && maker.first === k + 1 ? speaks(lookup(spanOf(language, maker.first, maker.last))) : null
}

/** The maker where the writing was told of before: at it there, or whose act that sentence tells ("Roe said in a statement"). */
function toldMaker(makers: Makers, { first, head }: Phrase): Reference | null {
  const { language, names, lookup, isMarked } = makers, { tokens, sentences } = language, noun = tokens[head].lower.replace(/s$/, '')
  for (let i = first - 1, told = 0; i >= 0 && first - i <= MOST_BACK && told < MOST_TOLD; i--) {
    if (isMarked(i) || tokens[i].lower.replace(/s$/, '') !== noun || tokens[i].pos !== 'NOUN') continue
    told++
    const sentence = sentences[tokens[i].sentence], from = Math.max(sentence.first, i - MOST_MAKER)
    const phrases = findPhrases(language, names, from, Math.min(sentence.last, i + 2), isMarked), own = phrases.find(phrase => phrase.first <= i && phrase.last > i)
    const maker = own && ownMaker(makers, { ...own, head: i })
    if (maker) return maker
    if (own && KNOWN.has(tokens[own.first].lower)) continue
    const subject = phrases.findLast(({ last }) => last <= i && (tokens[last].pos === 'VERB' || tokens[last].pos === 'AUX' || tokens[last].pos === 'ADV'))
    const found = subject && speaks(lookup(spanOf(language, subject.first, subject.last)))
    if (found) return found
  }
  return null
}
