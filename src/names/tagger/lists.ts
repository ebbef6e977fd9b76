/** Which word lists (gazetteers) a word stands in, as bits. */
import { readLines } from '../../data.js'

const FILES = ['person-titles', 'organisation-words', 'place-words', 'event-words', 'law-words', 'work-words'] as const
let bits: Map<string, number> | undefined

function load(): Map<string, number> {
  const own = new Map<string, number>()
  FILES.forEach((file, i) => {
    for (const word of readLines(`names/data/${file}.txt`)) own.set(word, (own.get(word) ?? 0) | (1 << i))
  })
  return own
}

export function lists(lower: string): number {
  bits ??= load()
  return bits.get(lower) ?? 0
}
