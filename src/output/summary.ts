/** The line under a table that says how much there is. */
import type { Command } from './format.js'
import type { DocumentRecord } from './records.js'

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

export function summaryOf({ entities, dates, quotes }: DocumentRecord, command: Exclude<Command, 'analyze'>): string {
  if (command === 'entities') return `${plural(entities.length, 'name')}, named ${plural(entities.reduce((sum, e) => sum + e.count, 0), 'time')}`
  if (command === 'quotes') {
    const told = new Set(quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.entity ?? `"${speaker.name}`])))
    const untold = quotes.filter(q => q.speaker === null).length
    return `${plural(quotes.length, 'quote')} by ${plural(told.size, 'speaker')}${untold > 0 ? `, ${untold} by nobody who is told` : ''}`
  }
  let first: string | null = null, last: string | null = null
  for (const { from, to } of dates) {
    if (from !== null && (first === null || from < first)) first = from
    if (to !== null && (last === null || to > last)) last = to
  }
  return `${plural(dates.length, 'date')}${first === null || last === null ? '' : first === last ? `, all on ${first}` : `, from ${first} to ${last}`}`
}
