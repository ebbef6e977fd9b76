/** The best sequence of BILOU labels under emission and transition scores. Only well-formed sequences are looked at. */
import { B, I, L, LABELS, OUTSIDE, TYPES, U, isClosed, label } from './labels.js'

/** After a closed label (O, L, U): only the best few predecessors are followed. */
const BEAM = 6
const IMPOSSIBLE = -1e9

const CLOSED = Array.from({ length: LABELS }, (_, own) => own).filter(isClosed)
const OPENING = [OUTSIDE, ...TYPES.flatMap((_, t) => [label(t, B), label(t, U)])]

/**
 * Labels for `length` tokens. `emissions` holds LABELS scores a token; `transitions` [previous * LABELS + own].
 * `allowed`, where given, says which labels a token may take (training on partial labels): null or a mask a token.
 */
export function viterbi(emissions: Float64Array, length: number, transitions: Float64Array | Float32Array, allowed?: readonly (Uint8Array | null)[]): Uint8Array {
  const back = new Uint8Array(length * LABELS)
  let before = new Float64Array(LABELS).fill(IMPOSSIBLE), now = new Float64Array(LABELS)
  before[OUTSIDE] = 0
  const best = new Int32Array(BEAM)
  for (let i = 0; i < length; i++) {
    now.fill(IMPOSSIBLE)
    let count = 0
    for (const own of CLOSED) {
      const score = before[own]
      if (score <= IMPOSSIBLE / 2) continue
      let k = count < BEAM ? count++ : BEAM
      if (k === BEAM) {
        if (before[best[BEAM - 1]] >= score) continue
        k = BEAM - 1
      }
      while (k > 0 && before[best[k - 1]] < score) {
        best[k] = best[k - 1]
        k--
      }
      best[k] = own
    }
    const mask = allowed?.[i], row = i * LABELS
    if (count > 0) {
      for (const own of OPENING) {
        if (mask && !mask[own]) continue
        let most = IMPOSSIBLE * 2, from = 0
        for (let k = 0; k < count; k++) {
          const score = before[best[k]] + transitions[best[k] * LABELS + own]
          if (score > most) {
            most = score
            from = best[k]
          }
        }
        now[own] = most + emissions[row + own]
        back[row + own] = from
      }
    }
    for (let t = 0; t < TYPES.length; t++) {
      const b = label(t, B), inside = label(t, I)
      if (before[b] <= IMPOSSIBLE / 2 && before[inside] <= IMPOSSIBLE / 2) continue
      for (let part = I; part <= L; part++) {
        const own = label(t, part)
        if (mask && !mask[own]) continue
        const fromB = before[b] + transitions[b * LABELS + own], fromI = before[inside] + transitions[inside * LABELS + own]
        now[own] = Math.max(fromB, fromI) + emissions[row + own]
        back[row + own] = fromB >= fromI ? b : inside
      }
    }
    const swap = before
    before = now
    now = swap
  }
  let own = OUTSIDE
  for (const candidate of CLOSED) if (before[candidate] > before[own]) own = candidate
  const labels = new Uint8Array(length)
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = own
    own = back[i * LABELS + own]
  }
  return labels
}
