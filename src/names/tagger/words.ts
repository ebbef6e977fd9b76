/** What the tagger knows of a word by itself: hashed forms, shape, affixes, clusters, lists. Computed once a form. */
import { clusterOf } from './clusters.js'
import { lists } from './lists.js'
import { hashString } from './hash.js'

export interface Word {
  readonly form: number
  readonly lower: number
  /** Aa, A, a, 9, A.A. …: letters and digits by class, runs cut to two. */
  readonly shape: number
  readonly shortShape: number
  readonly prefixes: readonly number[]
  readonly suffixes: readonly number[]
  /** Cluster ids from coarse to fine (64, 256, 1024), each + 1; 0 for an unknown word. */
  readonly coarse: number
  readonly middle: number
  readonly fine: number
  /** Bits of the word lists it stands in. */
  readonly listed: number
  readonly capital: boolean
  /** Whether it may stand in a name's first place by its form: a capital or a digit somewhere. */
  readonly striking: boolean
}

const shapeOf = (text: string, most: number): string => {
  let shape = '', last = '', run = 0
  for (const c of text.length > 40 ? text.slice(0, 40) : text) {
    const k = /\p{Lu}/u.test(c) ? 'A' : /\p{L}/u.test(c) ? 'a' : /\p{N}/u.test(c) ? '9' : c
    run = k === last ? run + 1 : 1
    if (run <= most) shape += k
    last = k
  }
  return shape
}

function read(text: string): Word {
  const lower = text.toLowerCase().replace(/[‘’]/g, "'"), n = lower.length, cluster = clusterOf(lower)
  const affix = (from: number, to: number): number => hashString(lower, Math.max(0, from), Math.min(n, to))
  return {
    form: hashString(text), lower: hashString(lower),
    shape: hashString(shapeOf(text, 3)), shortShape: hashString(shapeOf(text, 1)),
    prefixes: [1, 2, 3, 4].filter(k => k < n).map(k => affix(0, k)),
    suffixes: [1, 2, 3, 4].filter(k => k < n).map(k => affix(n - k, n)),
    coarse: cluster < 0 ? 0 : 1 + (cluster >> 4), middle: cluster < 0 ? 0 : 1 + (cluster >> 2), fine: 1 + cluster,
    listed: lists(lower),
    capital: /^\p{Lu}/u.test(text), striking: /[\p{Lu}\p{N}\p{Lo}]/u.test(text),
  }
}

const MOST = 60_000
let known = new Map<string, Word>()

/** A word's own features. Kept for the words met lately; what is kept never changes a result. */
export function wordOf(text: string): Word {
  let word = known.get(text)
  if (!word) {
    if (known.size >= MOST) known = new Map()
    known.set(text, (word = read(text)))
  }
  return word
}
