/** Marked stretches of annotated articles with the candidates that are right. */
import { readFileSync } from 'node:fs'
import { findDates } from '../../dates/index.js'
import { readDocument } from '../../document/index.js'
import { findMarks } from '../../document/marks.js'
import { readLanguage } from '../../language/index.js'
import { findCast } from '../../names/index.js'
import type { Cast, Document, Language, TimeExpression } from '../../types.js'
import type { Candidate } from '../candidates.js'
import { FARTHEST } from '../attribution.js'
import type { Before, Features } from '../features.js'
import { seeStretch } from '../model.js'
import type { Part } from '../pieces.js'
import { layStretches, type MarkedTokens, type Stretch } from '../stretches.js'

type Pair = readonly [number, number]
export interface GoldQuote {
  readonly content: readonly Pair[]
  readonly source: readonly Pair[]
  readonly cue: readonly Pair[]
  readonly kind: string
  readonly speaker?: string
}
interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly title?: string
  readonly gold: { readonly quotes: readonly GoldQuote[] }
}

export interface Example {
  readonly features: readonly (readonly string[])[]
  /** 1 for each right candidate. */
  readonly right: readonly number[]
  /** How many times it is learnt from in a round. */
  readonly times: number
}

const overlap = (pairs: readonly Pair[], start: number, end: number): number => {
  let sum = 0
  for (const [a, b] of pairs) sum += Math.max(0, Math.min(b, end) - Math.max(a, start))
  return sum
}

/** The gold quote in whose content a stretch stands. */
export function goldOf(gold: readonly GoldQuote[], { region: { inner } }: Stretch): GoldQuote | null {
  let best: GoldQuote | null = null, least = Infinity
  for (const quote of gold) {
    if (overlap(quote.content, inner.start, inner.end) <= 0.6 * (inner.end - inner.start)) continue
    let size = quote.kind === 'belief' ? 1e7 : 0
    for (const [a, b] of quote.content) size += b - a
    if (size < least) { best = quote; least = size }
  }
  return best
}

/** Which candidates agree with the gold: 1 each; all 0 where the gold does not tell. */
function rightOnes(language: Language, candidates: readonly Candidate[], gold: GoldQuote | null, before: GoldQuote | null): number[] {
  const { tokens } = language
  if (!gold) return candidates.map(({ way }) => Number(way === 'unsaid'))
  if (gold.kind === 'belief') return candidates.map(() => 0)
  const goesOn = before !== null && (before === gold || (gold.source.length === 0 && gold.speaker !== undefined && gold.speaker === before.speaker))
  const marks = candidates.map(({ way, cue, source }) => {
    if (way === 'continue') return goesOn ? 4 : 0
    if (way === 'unsaid') return 0
    const cued = gold.cue.length === 0 || overlap(gold.cue, tokens[cue].start, tokens[cue].end) > 0
    if (!source) return gold.source.length === 0 && gold.cue.length > 0 && cued ? 4 : 0
    if (overlap(gold.source, tokens[source.head].start, tokens[source.head].end) === 0) return 0
    return cued ? 4 : 0
  })
  // Of several phrases within the source the first stands for it.
  const firstSource = Math.min(...candidates.map(({ source }, i) => marks[i] > 0 && source ? source.first : Infinity))
  return candidates.map(({ source }, i) => Number(marks[i] > 0 && (!source || source.first === firstSource)))
}

/** Keeps the names of the candidates' features. */
class Names implements Features {
  /** One list for each candidate. */
  readonly lists: string[][] = []
  private shared: string[] = []
  private own: string[] = []
  private open = this.shared
  private prefix = ''

  share(): void {
    this.open = this.shared = []
    this.prefix = ''
  }

  single(prefix = ''): void {
    this.open = this.own = []
    this.prefix = prefix
  }

  end(): void {
    this.lists.push([...this.shared, ...this.own])
  }

  add(...parts: readonly Part[]): void {
    this.open.push(this.prefix + parts.join(''))
  }
}

/** A training article, read as the tool reads it. */
export interface ReadArticle {
  readonly id: string
  /** The set that it stands in, and how many times it is learnt from. */
  readonly set: string
  readonly times: number
  readonly gold: readonly GoldQuote[]
  readonly document: Document
  readonly language: Language
  readonly cast: Cast
  readonly dates: readonly TimeExpression[]
}

function readArticle(article: GoldArticle, set: string, times: number): ReadArticle {
  const document = readDocument(article), language = readLanguage(document)
  return { id: article.id, set, times, gold: article.gold.quotes, document, language, cast: findCast(document, language), dates: findDates(document, language) }
}

/** The articles of one training file. */
export const readArticles = (folder: string, set: string, times: number): ReadArticle[] =>
  readFileSync(`${folder}/quotes/${set}.jsonl`, 'utf8').split('\n').filter(Boolean).map(line => readArticle(JSON.parse(line) as GoldArticle, set, times))

const NO_CUE: Candidate = { way: 'cue', cue: -1, lemma: '', source: null, between: 0 }

/** The stretches of an article with what the gold says of them. */
export function examplesOf({ times, gold, document, language, cast }: ReadArticle): Example[] {
  const marked: MarkedTokens = layStretches(document, language, findMarks(document), cast), examples: Example[] = []
  let last: GoldQuote | null = null, before: Before | null = null
  for (const stretch of marked.stretches) {
    const own = goldOf(gold, stretch), names = new Names(), goesOn: Before | null = before && stretch.paragraph - before.stretch.paragraph <= FARTHEST ? before : null
    const candidates: Candidate[] = seeStretch(document, language, marked, stretch, goesOn, names), right = rightOnes(language, candidates, own, goesOn ? last : null)
    examples.push({ features: names.lists, right, times })
    if (!own || own.kind === 'belief') continue
    const chosen: Candidate | undefined = candidates.find((_, i) => right[i] > 0)
    before = { stretch, candidate: chosen?.way === 'cue' ? chosen : own === last && before ? before.candidate : NO_CUE }
    last = own
  }
  return examples
}
