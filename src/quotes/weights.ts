/** The ranker's weights, read at first use. */
import { readLines } from '../data.js'
import type { Weights } from './model.js'

let weights: Weights | undefined

export function attributionWeights(): Weights {
  return weights ??= new Map(readLines('quotes/data/attribution.tsv').map(line => {
    const cut = line.lastIndexOf('\t')
    return [line.slice(0, cut), Number(line.slice(cut + 1))]
  }))
}
