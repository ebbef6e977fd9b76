/** The ranker's weights, read at first use. */
import { readText } from '../data.js'
import { WeightTable } from './table.js'

let weights: WeightTable | undefined

/** Every line of the file is a feature's name, a tab, its weight. Read as it lies, line by line, since it is long. */
function readTable(): WeightTable {
  const text = readText('quotes/data/attribution.tsv')
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  const table = new WeightTable(lines)
  for (let at = 0; at < text.length;) {
    const tab = text.indexOf('\t', at), end = text.indexOf('\n', tab)
    table.set(text.slice(at, tab), Number(text.slice(tab + 1, end)))
    at = end + 1
  }
  return table
}

export const attributionWeights = (): WeightTable => weights ??= readTable()
