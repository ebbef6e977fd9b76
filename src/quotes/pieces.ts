/**
 * Pieces that feature names are put together from. A name is looked up by a hash that grows piece by piece, so no name is
 * ever written out for a candidate: hash(a + b) = hash(a) · BASE^length(b) + hash(b), modulo 2^32.
 */
const BASE = 0x9e3779b1

/** A string with its hash and the power of the base that makes room for it. */
export class Piece {
  constructor(readonly text: string, readonly hash: number, readonly power: number) {}

  toString(): string {
    return this.text
  }
}

/** A digit, a piece hashed before, or a string, which costs a step for each character. */
export type Part = number | Piece | string

export function pieceOf(text: string): Piece {
  let power = 1
  for (let i = 0; i < text.length; i++) power = Math.imul(power, BASE)
  return new Piece(text, mixText(0, text), power)
}

export const piecesOf = (...texts: readonly string[]): Piece[] => texts.map(pieceOf)

export function mixText(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash, BASE) + text.charCodeAt(i) | 0
  return hash
}

/** The hash of what `hash` stands for with a part after it. Numbers are 0 to 9. */
export function mix(hash: number, part: Part): number {
  if (typeof part === 'object') return Math.imul(hash, part.power) + part.hash | 0
  return typeof part === 'number' ? Math.imul(hash, BASE) + 48 + part | 0 : mixText(hash, part)
}
