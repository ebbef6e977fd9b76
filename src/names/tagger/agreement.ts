/**
 * What a document's names say of each other (non-local features, as in Krishnan and Manning 2006): how a word was read in
 * its other places, and in the longest name that it stands in. Where that differs from how it is read here, the stretch is
 * read once more with this as evidence, by a small model of its own.
 */
import { isCapital } from './context.js'
import { mix } from './hash.js'
import { LAST, nameEnd, partOf, typeOf, TYPES, UNIT } from './labels.js'
import type { Reading } from './features.js'
import type { Segment } from './segments.js'

/** Per token of a document: its label, and by how much that beats the best label of another type. */
export interface FirstPass { readonly labels: Uint8Array; readonly margins: Float32Array }

export interface Agreement extends FirstPass {
  readonly reading: Reading
  /** Per lower-cased word: its capitalised places' votes for each type, and for no name; sure ones count more. */
  readonly votes: Float64Array
  /** Per lower-cased word: its token in the longest name (-1 none). */
  readonly longest: Int32Array
  /** Per token in a name: where this begins, and how many tokens it has. */
  readonly firstOf: Int32Array
  readonly lengthOf: Int32Array
}

/** At most this many features a token. */
export const MOST_AGREEMENT = 5
/** A margin from which on a reading is sure; even the least sure one has a vote. */
const SURE = 200, LEAST = 0.02
/** Readings at least this sure stand, whatever other places say. */
const FIRM = 0.3
const KINDS = TYPES + 1, NONE = TYPES

const { max, min } = Math
const kindOf = (label: number): number => (label === 0 ? NONE : typeOf(label))
const surenessOf = (margin: number): number => max(LEAST, min(1, margin / SURE))
const band = (sureness: number): number => (sureness < 0.1 ? 0 : sureness < FIRM ? 1 : sureness < 0.6 ? 2 : 3)
const weight = (votes: number): number => (votes < 0.25 ? 0 : votes < 0.75 ? 1 : votes < 2 ? 2 : 3)

/** Only words with a capital vote and are voted on. */
const votes = ({ words: { writing, wordOf } }: Reading, i: number): boolean => isCapital(writing[wordOf[i]])

export function compareNames(reading: Reading, segments: readonly Segment[], { labels, margins }: FirstPass): Agreement {
  const { words: { lowers, lowerOf } } = reading, longest = new Int32Array(lowers).fill(-1), cast = new Float64Array(lowers * KINDS)
  const firstOf = new Int32Array(labels.length), lengthOf = new Int32Array(labels.length)
  for (const { from, to } of segments) {
    for (let i = from, end; i < to; i = end) {
      end = nameEnd(labels, i, to)
      for (let k = i; k < end; k++) {
        firstOf[k] = i
        lengthOf[k] = end - i
        if (!votes(reading, k)) continue
        const word = lowerOf[k], best = longest[word]
        cast[word * KINDS + kindOf(labels[k])] += surenessOf(margins[k])
        if (labels[k] !== 0 && (best < 0 || end - i > lengthOf[best])) longest[word] = k
      }
    }
  }
  return { reading, labels, margins, votes: cast, longest, firstOf, lengthOf }
}

/** The type that the other places of the token's word are for most, -1 where it has none; `sums` are their votes for it and all. */
const sums = new Float64Array(2)
function majority({ reading, labels, margins, votes: cast }: Agreement, i: number): number {
  const at = reading.words.lowerOf[i] * KINDS, own = kindOf(labels[i])
  let best = -1, most = LEAST / 2, all = 0
  for (let kind = 0; kind < KINDS; kind++) {
    const others = cast[at + kind] - (kind === own ? surenessOf(margins[i]) : 0)
    all += others
    if (others > most) { most = others; best = kind }
  }
  sums[0] = most
  sums[1] = all
  return best
}

/** Whether other places of the stretch's less sure words were read otherwise. */
export function isDisputed(agreement: Agreement, { from, to }: Segment): boolean {
  const { reading, labels, margins, longest } = agreement
  for (let i = from; i < to; i++) {
    if (surenessOf(margins[i]) >= FIRM || !votes(reading, i)) continue
    const kind = kindOf(labels[i]), best = longest[reading.words.lowerOf[i]], most = majority(agreement, i)
    if (most >= 0 && (most !== kind || (best >= 0 && kindOf(labels[best]) !== kind))) return true
  }
  return false
}

/** Writes the hashes of what other places say of token `i` into `out`; returns how many. */
export function agreementFeaturesOf(agreement: Agreement, i: number, out: Int32Array): number {
  const { reading, labels, margins, longest, firstOf, lengthOf } = agreement, most = votes(reading, i) ? majority(agreement, i) : -1
  if (most < 0) return 0
  const add = (template: number, a: number, b: number, c: number): void => { out[n++] = mix(mix(mix(template, a), b), c) }
  const heavy = weight(sums[0]), best = longest[reading.words.lowerOf[i]]
  let n = 0
  add(1, most, heavy, Math.floor((4 * sums[0]) / sums[1]))
  add(2, most * 4 + heavy, kindOf(labels[i]), band(surenessOf(margins[i])))
  if (best >= 0 && firstOf[best] !== firstOf[i]) {
    const length = lengthOf[best], place = min(best - firstOf[best], 3), kind = kindOf(labels[best]), part = partOf(labels[best])
    add(3, kind, min(length, 4) * 4 + place, part === LAST || part === UNIT ? 1 : 0)
    add(4, kind, length > 1 ? 1 : 0, labels[i])
    add(5, kind * 4 + band(surenessOf(margins[best])), part, place)
  }
  return n
}
