/** The training articles with their tokens, and which token is the head of each gold cue. */
import { readFileSync } from 'node:fs'
import { readDocument } from '../../../document/index.js'
import { findMarks } from '../../../document/marks.js'
import type { MarkedRegion } from '../../../document/marks.js'
import { readLanguage } from '../../../language/index.js'
import { partitionPoint } from '../../../search.js'
import type { Document, Language } from '../../../types.js'
import type { TokenSpan } from '../source.js'
import { lemmaOf } from './lexicon.js'

type Range = readonly [number, number]
interface GoldQuote { readonly kind: string; readonly content: readonly Range[]; readonly source?: readonly Range[]; readonly cue?: readonly Range[] }

/** One gold attribution in tokens. `source` is null where the set does not tell. */
export interface Attribution {
  readonly belief: boolean
  readonly content: readonly TokenSpan[]
  readonly source: readonly TokenSpan[] | null
  readonly cue: readonly number[]
}

export interface Article {
  readonly id: string
  readonly language: Language
  readonly marks: readonly MarkedRegion[]
  readonly attributions: readonly Attribution[]
  readonly weight: number
}

function spanOf(language: Language, [start, end]: Range): TokenSpan {
  const { tokens } = language
  const low = partitionPoint(tokens.length, i => tokens[i].end <= start)
  let last = low
  while (last < tokens.length && tokens[last].start < end) last++
  return { first: low, last }
}

interface GoldRecord { readonly id: string; readonly gold: { readonly quotes: readonly GoldQuote[] } }

/** One article's gold in tokens; `weight` tells how much its choices count. */
export function articleOf({ id, gold }: GoldRecord, document: Document, language: Language, weight: number): Article {
  const spans = (ranges: readonly Range[] | undefined): TokenSpan[] => (ranges ?? []).map(range => spanOf(language, range)).filter(s => s.last > s.first)
  const attributions = gold.quotes.map(({ kind, content, source, cue }): Attribution => ({
    belief: kind === 'belief', content: spans(content), source: source ? spans(source) : null,
    cue: spans(cue).flatMap(s => Array.from({ length: s.last - s.first }, (_, i) => s.first + i)),
  }))
  return { id, language, marks: findMarks(document), attributions, weight }
}

export const readArticles = (path: string, weight: number): Article[] => readFileSync(path, 'utf8').split('\n').filter(Boolean).map(line => {
  const record = JSON.parse(line) as GoldRecord & { readonly text: string }, document = readDocument(record)
  return articleOf(record, document, readLanguage(document), weight)
})

const HEADS = new Set(['VERB', 'NOUN', 'AUX', 'PROPN', 'ADJ', 'ADP', 'ADV'])
const NO_HEADS = new Set(['be', 'is', 'was', 'were', 'are', 'been', 'being', 'has', 'have', 'had', 'having', 'will', 'would', 'to', 'that', 'of', 'for', 'on', 'as', 'in', 'with', 'also', 'do', 'did', 'does', "'s", 'at', 'about', 'against', 'can', 'could', 'should', 'may', 'might', 'must', 'not', 'by', 'up', 'out', 'from', 'into', 'over', 'later', 'then', 'just', 'again'])

/** A cue must report in this share of its uses, and this often for each time that it tells a thought. */
const LEAST_RATE = 0.02, LEAST_TO_BELIEFS = 0.3

/** The cue forms with their lemmas: those seen often enough as the likeliest head of a gold cue of speech. */
export function countCues(articles: readonly Article[], least: number): { lexicon: Map<string, string>; headOf: (article: Article, a: Attribution) => number } {
  const seen = new Map<string, number>(), bases = new Map<string, number>(), inCue = new Map<string, number>()
  const add = (map: Map<string, number>, key: string, n: number): void => { map.set(key, (map.get(key) ?? 0) + n) }
  for (const { language: { tokens }, attributions } of articles) {
    for (const { lower, pos } of tokens) {
      add(seen, lower, 1)
      if (pos === 'VERB' || pos === 'NOUN') add(bases, lower, pos === 'VERB' ? 3 : 1)
    }
    for (const { belief, cue } of attributions) if (!belief) for (const i of cue) add(inCue, tokens[i].lower, 1)
  }
  const rate = (lower: string): number => ((inCue.get(lower) ?? 0) - 0.5) / (seen.get(lower) ?? 1)
  const headOf = ({ language: { tokens } }: Article, { cue }: Attribution): number => {
    let head = -1
    for (const i of cue) {
      const { lower, pos } = tokens[i]
      if (NO_HEADS.has(lower) || lower !== ':' && !HEADS.has(pos)) continue
      if (head < 0 || rate(lower) > rate(tokens[head].lower)) head = i
    }
    return head
  }
  const heads = new Map<string, number>(), beliefs = new Map<string, number>()
  for (const article of articles) for (const a of article.attributions) {
    const head = headOf(article, a)
    if (head >= 0) add(a.belief ? beliefs : heads, article.language.tokens[head].lower, 1)
  }
  const common = ([form, n]: [string, number]): boolean => n >= least && n / (seen.get(form) ?? 1) > LEAST_RATE && n > (beliefs.get(form) ?? 0) * LEAST_TO_BELIEFS
  const forms = [...heads].filter(common).map(([form]) => form).sort()
  return { lexicon: new Map(forms.map(form => [form, lemmaOf(form, bases)])), headOf }
}
