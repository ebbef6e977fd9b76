/** The best sequence of BILOU labels for a stretch of tokens; before and after it stands O. */
import { BEGIN, INSIDE, labelOf, LAST, TYPES, UNIT } from './labels.js'

/** Scores of one token's labels lie this far apart, in emissions as in transitions. */
export const STRIDE = 48

/** Labels after which a name may start (O, last, unit), and those that may follow them (O, begin, unit). */
const CLOSED = Uint8Array.from([0, ...Array.from({ length: TYPES }, (_, t) => [labelOf(t, LAST), labelOf(t, UNIT)]).flat()])
const FRESH = Uint8Array.from([0, ...Array.from({ length: TYPES }, (_, t) => [labelOf(t, BEGIN), labelOf(t, UNIT)]).flat()])

/** The closed labels that can still win. */
const rivals = new Uint8Array(CLOSED.length)

/** The score of what cannot be. */
const NEVER = -Infinity

const { max, min } = Math

export interface Lattice {
  scores: Float32Array
  back: Uint8Array
}

export const newLattice = (): Lattice => ({ scores: new Float32Array(STRIDE * 64), back: new Uint8Array(STRIDE * 64) })

/** How far transitions reach: the most that a fresh label can gain after each closed one, the least after O. */
export interface Bounds { readonly gains: Float64Array; readonly least: number }

export function boundsOf(transitions: Float32Array): Bounds {
  const gains = new Float64Array(CLOSED.length).fill(NEVER)
  let least = Infinity
  for (const next of FRESH) {
    least = min(least, transitions[next])
    for (let c = 0; c < CLOSED.length; c++) gains[c] = max(gains[c], transitions[CLOSED[c] * STRIDE + next])
  }
  return { gains, least }
}

/**
 * Fills `labels[0 … count)`. `emissions` has STRIDE scores a token, `transitions[previous * STRIDE + next]`, whose
 * bounds may be given where they are known.
 */
export function bestLabels(emissions: Float32Array, count: number, transitions: Float32Array, lattice: Lattice, labels: Uint8Array, { gains, least } = boundsOf(transitions)): void {
  if (lattice.scores.length < count * STRIDE) {
    lattice.scores = new Float32Array(2 * count * STRIDE)
    lattice.back = new Uint8Array(2 * count * STRIDE)
  }
  const { scores, back } = lattice
  scores.fill(NEVER, 0, count * STRIDE)
  for (const next of FRESH) scores[next] = emissions[next] + transitions[next]
  for (let i = 1; i < count; i++) {
    const at = i * STRIDE, before = at - STRIDE
    // Labels that cannot even beat O before any next label are left out.
    let left = 0
    for (let c = 0; c < CLOSED.length; c++) if (scores[before + CLOSED[c]] + gains[c] >= scores[before] + least) rivals[left++] = CLOSED[c]
    for (let n = 0; n < FRESH.length; n++) {
      const next = FRESH[n]
      let best = NEVER, from = 0
      for (let c = 0; c < left; c++) {
        const previous = rivals[c], score = scores[before + previous] + transitions[previous * STRIDE + next]
        if (score > best) { best = score; from = previous }
      }
      scores[at + next] = best + emissions[at + next]
      back[at + next] = from
    }
    for (let t = 0; t < TYPES; t++) {
      const begin = labelOf(t, BEGIN), inside = labelOf(t, INSIDE)
      for (let next = inside; next <= inside + 1; next++) {
        const a = scores[before + begin] + transitions[begin * STRIDE + next], b = scores[before + inside] + transitions[inside * STRIDE + next]
        scores[at + next] = (a >= b ? a : b) + emissions[at + next]
        back[at + next] = a >= b ? begin : inside
      }
    }
  }
  const end = (count - 1) * STRIDE
  let label = 0, best = NEVER
  for (const closed of CLOSED) {
    const score = scores[end + closed] + transitions[closed * STRIDE]
    if (score > best) { best = score; label = closed }
  }
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = back[i * STRIDE + label]
  }
}
