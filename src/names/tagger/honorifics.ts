/** Titles that the tagger has seldom met and takes for a person's first name ("Alhaji", "Datuk Seri", "Shri"). */
import type { Token } from '../../types.js'
import { readSet } from '../../data.js'

let titles: ReadonlySet<string> | undefined

/** The first token of a person's name `[from, to)` without the titles before it; the last token is never one. */
export function afterHonorifics(tokens: readonly Token[], from: number, to: number): number {
  const known = (titles ??= readSet('names/data/honorifics.txt')), word = (i: number): string => tokens[i].lower.replace(/\.$/, '')
  let first = from
  while (first + 1 < to) {
    const length = first + 2 < to && known.has(`${word(first)} ${word(first + 1)}`) ? 2 : known.has(word(first)) ? 1 : 0
    if (length === 0) break
    first += length
    if (first + 1 < to && tokens[first].text === '.') first++
  }
  return first
}
