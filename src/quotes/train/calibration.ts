/** Fits the confidence on articles that the ranker has not learnt from. */
import type { Quote, Span } from '../../types.js'
import { confidenceOf, signsOf, THRESHOLD } from '../confidence.js'
import { findQuotes } from '../index.js'
import { WeightTable } from '../table.js'
import type { GoldQuote, ReadArticle } from './examples.js'

interface Case { readonly signs: [string, number][]; readonly right: number }

const wordsOf = (name: string): string[] => name.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether a speaker's name agrees with one of the gold's. */
function agrees(gold: string, got: string): boolean {
  const words = wordsOf(got)
  return gold.split(' & ').some(one => {
    const own = wordsOf(one)
    return own.at(-1) === words.at(-1) && (own.every(w => words.includes(w)) || words.every(w => own.includes(w)))
  })
}

function shared(content: readonly Span[], gold: GoldQuote): number {
  let sum = 0
  for (const { start, end } of content) for (const [a, b] of gold.content) sum += Math.max(0, Math.min(end, b) - Math.max(start, a))
  return sum
}

/** 1 where the speaker is right, 0 where not, null where the gold does not tell. */
function judge(quote: Quote, golds: readonly GoldQuote[]): number | null {
  let best: GoldQuote | null = null, most = 0
  for (const gold of golds) {
    const both = shared(quote.content, gold)
    if (both > most) { most = both; best = gold }
  }
  if (!best) return 0
  if (best.kind === 'belief' || best.speaker === undefined) return null
  if (best.speaker.startsWith('?')) return Number(quote.speaker?.entity == null)
  return Number(quote.speaker !== null && quote.speaker.entity !== null && agrees(best.speaker, quote.speaker.name))
}

export function casesOf(articles: readonly ReadArticle[], learnt: ReadonlyMap<string, number>): Case[] {
  const cases: Case[] = [], weights = WeightTable.from(learnt)
  for (const { gold, document, language, cast, dates } of articles) {
    findQuotes(document, language, cast, dates, { weights, calibration: new Map(), observe: (quote, signs) => {
      const right = judge(quote, gold)
      if (right !== null) cases.push({ signs: signsOf(signs), right })
    } })
  }
  return cases
}

const ROUNDS = 600
const RATE = 3

/** Logistic regression by gradient descent with a little decay. */
export function fit(cases: readonly Case[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Map<string, number>()
    for (const { signs, right } of cases) {
      let sum = 0
      for (const [name, value] of signs) sum += value * (weights.get(name) ?? 0)
      const error = right - 1 / (1 + Math.exp(-sum))
      for (const [name, value] of signs) gradient.set(name, (gradient.get(name) ?? 0) + error * value)
    }
    for (const [name, slope] of [...gradient].sort((a, b) => (a[0] < b[0] ? -1 : 1))) weights.set(name, (weights.get(name) ?? 0) * 0.9995 + RATE * slope / cases.length)
  }
  weights.set(THRESHOLD, thresholdOf(cases, weights))
  return weights
}

/** The share of right speakers that a high confidence promises, with a little to spare. */
const PROMISE = 0.978

/** The least probability above which that share holds. */
function thresholdOf(cases: readonly Case[], weights: ReadonlyMap<string, number>): number {
  const sorted = cases.map(({ signs, right }) => ({ p: confidenceOf(signs, new Map([...weights, [THRESHOLD, 0.9]])), right })).sort((a, b) => b.p - a.p)
  let ok = 0, least = 0.999
  sorted.forEach(({ p, right }, i) => {
    ok += right
    if (i > 50 && ok >= PROMISE * (i + 1)) least = p
  })
  return least
}

/** Lines that tell how often a confidence of so much was right. */
export function reliability(cases: readonly Case[], weights: ReadonlyMap<string, number>): string[] {
  const bins = new Map<string, [number, number]>()
  for (const { signs, right } of cases) {
    const p = confidenceOf(signs, weights), key = p >= 0.9 ? '0.9-1' : p >= 0.7 ? '0.7-0.9' : p >= 0.5 ? '0.5-0.7' : '0-0.5', bin = bins.get(key) ?? [0, 0]
    bins.set(key, [bin[0] + 1, bin[1] + right])
  }
  return [...bins].sort().map(([key, [n, ok]]) => `confidence ${key}: ${n} quotes, ${(100 * ok / n).toFixed(1)} % with the right speaker`)
}
