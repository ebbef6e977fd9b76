/** Fits the confidence on articles that the ranker has not learnt from. */
import type { Quote, Span } from '../../types.js'
import { confidenceOf, probabilityOf, signsOf, THRESHOLD } from '../confidence.js'
import { findQuotes } from '../index.js'
import type { Weights } from '../reported/model.js'
import { WeightTable } from '../table.js'
import type { GoldQuote, ReadArticle } from './examples.js'

export interface Case {
  readonly signs: readonly [string, number][]
  readonly right: number
  readonly fold: number
  readonly set: string
}

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
  if (best.kind === 'belief' || best.speaker === undefined || best.speaker === '?unknown') return null
  if (best.speaker.startsWith('?')) return Number(quote.speaker?.entity == null)
  return Number(quote.speaker !== null && quote.speaker.entity !== null && agrees(best.speaker, quote.speaker.name))
}

/** What is found in articles that neither weights have seen. */
export function casesOf(articles: readonly ReadArticle[], learnt: ReadonlyMap<string, number>, reported: Weights, fold: number): Case[] {
  const cases: Case[] = [], weights = WeightTable.from(learnt)
  for (const { set, gold, document, language, cast, dates } of articles) {
    findQuotes(document, language, cast, dates, { weights, reported, calibration: new Map(), observe: (quote, signs) => {
      const right = judge(quote, gold)
      if (right !== null) cases.push({ signs: signsOf(signs), right, fold, set })
    } })
  }
  return cases
}

const ROUNDS = 400, RATE = 0.15, DECAY = 0.001
/** A sign must be seen in this many cases. */
const LEAST_SEEN = 5

/** Logistic regression, by AdaGrad over all cases at once. */
function regress(cases: readonly Case[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { signs } of cases) for (const [name] of signs) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].filter(([, n]) => n >= LEAST_SEEN).map(([name]) => name).sort(), index = new Map(names.map((name, i) => [name, i]))
  const rows = cases.map(({ signs, right }) => ({ right, inputs: signs.flatMap(([name, value]) => { const i = index.get(name); return i === undefined ? [] : [[i, value] as const] }) }))
  const weights = new Float64Array(names.length), squares = new Float64Array(names.length).fill(1e-3)
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map(weight => -DECAY * weight)
    for (const { right, inputs } of rows) {
      let sum = 0
      for (const [i, value] of inputs) sum += value * weights[i]
      const error = (right - 1 / (1 + Math.exp(-sum))) / rows.length
      for (const [i, value] of inputs) slopes[i] += error * value
    }
    slopes.forEach((slope, i) => {
      squares[i] += slope * slope
      weights[i] += RATE * slope / Math.sqrt(squares[i])
    })
  }
  return new Map(names.map((name, i) => [name, weights[i]]))
}

/** The calibration that cases teach, with its threshold. */
export function fit(cases: readonly Case[]): Map<string, number> {
  return new Map([...regress(cases), [THRESHOLD, thresholdOf(cases)]])
}

/** The share of right speakers that a high confidence promises in every set, with a little to spare. */
const PROMISE = 0.975, LEAST_CASES = 50

/** The least probability above which that share holds, of probabilities that each fold's cases had no part in. */
function thresholdOf(cases: readonly Case[]): number {
  const folds = [...new Set(cases.map(({ fold }) => fold))]
  const judged = folds.flatMap(fold => {
    const weights = regress(cases.filter(other => other.fold !== fold))
    return cases.filter(own => own.fold === fold).map(({ signs, right, set }) => ({ p: probabilityOf(signs, weights), right, set }))
  }).sort((a, b) => b.p - a.p)
  return Math.max(...[...new Set(judged.map(({ set }) => set))].map(set => {
    let ok = 0, least = 0.999
    judged.filter(own => own.set === set).forEach(({ p, right }, i) => {
      ok += right
      if (i >= LEAST_CASES && ok >= PROMISE * (i + 1)) least = p
    })
    return least
  }))
}

/** Lines that tell how often a confidence of so much was right. */
export function reliability(cases: readonly Case[], weights: ReadonlyMap<string, number>): string[] {
  const bins = new Map<string, [number, number]>()
  for (const { signs, right, set } of cases) {
    const p = confidenceOf(signs, weights), key = `${set}, confidence ${p >= 0.9 ? '0.9-1' : p >= 0.7 ? '0.7-0.9' : p >= 0.5 ? '0.5-0.7' : '0-0.5'}`, bin = bins.get(key) ?? [0, 0]
    bins.set(key, [bin[0] + 1, bin[1] + right])
  }
  return [...bins].sort().map(([key, [n, ok]]) => `${key}: ${n} quotes, ${(100 * ok / n).toFixed(1)} % with the right speaker`)
}
