/** The ranker's weights, read at first use. */
import { readLines } from '../data.js'
import { WeightTable } from './table.js'

let weights: WeightTable | undefined

export function attributionWeights(): WeightTable {
  return weights ??= new WeightTable(new Map(readLines('quotes/data/attribution.tsv').map(line => {
    const cut = line.lastIndexOf('\t')
    return [line.slice(0, cut), Number(line.slice(cut + 1))]
  })))
}
