/** BILOU labels: 0 is O; type t has 1 + 4t + {begin 0, inside 1, last 2, unit 3}. */
import { NAME_TYPES } from '../../types.js'

export const TYPES = NAME_TYPES.length
export const LABELS = 1 + 4 * TYPES
export const BEGIN = 0, INSIDE = 1, LAST = 2, UNIT = 3

export const labelOf = (type: number, part: number): number => 1 + 4 * type + part
export const typeOf = (label: number): number => (label - 1) >> 2
export const partOf = (label: number): number => (label - 1) & 3

/** Where the name that begins at label `first` ends (exclusive, at most `to`); right behind it where none of several tokens begins. */
export function nameEnd(labels: Uint8Array, first: number, to: number): number {
  let end = first + 1
  if (labels[first] !== 0 && partOf(labels[first]) === BEGIN) while (end < to && partOf(labels[end - 1]) !== LAST) end++
  return end
}
