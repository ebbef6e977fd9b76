/** The weights that some articles teach. */
import { BUCKETS } from '../features.js'
import { SCALE } from '../model.js'
import type { Lexicon } from '../words.js'
import { acceptances, choicesOf, type HeadOf } from './choices.js'
import type { Article } from './gold.js'
import { learn } from './learn.js'

/** Wikinews articles are fewer than PolNeAR's and count more, so that neither style rules. */
export const WIKINEWS_WEIGHT = 6

/** The stored weights, and how many choices and judged readings they were learnt from. */
export function weightsOf(articles: readonly Article[], lexicon: Lexicon, headOf: HeadOf): { weights: Int8Array; choices: number; judged: number } {
  const choices = articles.map(article => choicesOf(article, lexicon, headOf))
  const judged = [0, 1].flatMap(fold => {
    const weights = learn(choices.filter((_, i) => i % 2 !== fold).flat(), BUCKETS)
    return articles.flatMap((article, i) => (i % 2 === fold ? acceptances(article, lexicon, weights) : []))
  })
  const all = choices.flat(), weights = learn([...all, ...judged], BUCKETS)
  return { weights: Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round(weight * SCALE)))), choices: all.length, judged: judged.length }
}
