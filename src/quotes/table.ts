/**
 * Weights by the hash of a feature's name. A name is put together from short parts; hashing them one after the other
 * saves building the string for every candidate.
 */
import type { Features, Part } from './features.js'

const SEED = 0x811c9dc5, PRIME = 0x01000193

/** FNV-1a of a part's characters, going on from `hash`. */
function mix(hash: number, part: Part): number {
  if (typeof part === 'number') {
    if (part >= 0 && part < 10) return Math.imul(hash ^ (48 + part), PRIME)
    part = String(part)
  }
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), PRIME)
  return hash
}

/** An open-addressed table from hashes to weights; what it does not know weighs nothing. */
export class WeightTable {
  private readonly keys: Int32Array
  private readonly values: Float64Array
  private readonly mask: number

  constructor(weights: ReadonlyMap<string, number>) {
    const size = 1 << Math.max(4, 33 - Math.clz32(weights.size))
    this.keys = new Int32Array(size)
    this.values = new Float64Array(size)
    this.mask = size - 1
    for (const [name, weight] of weights) {
      const hash = mix(SEED, name), at = this.slotOf(hash)
      this.keys[at] = hash
      this.values[at] = weight
    }
  }

  /** The slot of a hash, or the empty one where it would stand (its value is 0). */
  private slotOf(hash: number): number {
    let at = (hash ^ (hash >>> 15)) & this.mask
    while (this.keys[at] !== hash && this.keys[at] !== 0) at = (at + 1) & this.mask
    return at
  }

  weightOf(hash: number): number {
    return this.values[this.slotOf(hash)]
  }
}

/** Adds up the weights of the candidates' features. */
export class Scorer implements Features {
  /** One for each candidate. */
  readonly scores: number[] = []
  private shared = 0
  private own = 0
  private isOwn = false
  private seed = SEED

  constructor(private readonly table: WeightTable) {}

  share(): void {
    this.shared = 0
    this.isOwn = false
    this.seed = SEED
  }

  single(prefix = ''): void {
    this.own = 0
    this.isOwn = true
    this.seed = mix(SEED, prefix)
  }

  end(): void {
    this.scores.push(this.shared + this.own)
  }

  add(name: string, a: Part = '', b: Part = '', c: Part = '', d: Part = '', e: Part = ''): void {
    const weight = this.table.weightOf(mix(mix(mix(mix(mix(mix(this.seed, name), a), b), c), d), e))
    if (this.isOwn) this.own += weight
    else this.shared += weight
  }
}
