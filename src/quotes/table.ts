/** The ranker's weights by the hash of a feature's name, see `pieces.ts`. */
import type { Features } from './features.js'
import { mix, mixText, type Part } from './pieces.js'

/** An open-addressed table from hashes to weights; what it does not know weighs nothing. */
export class WeightTable {
  private readonly keys: Int32Array
  private readonly values: Float64Array
  private readonly mask: number
  private readonly shift: number

  constructor(weights: ReadonlyMap<string, number>) {
    const bits = Math.max(4, 33 - Math.clz32(weights.size)), size = 1 << bits
    this.keys = new Int32Array(size)
    this.values = new Float64Array(size)
    this.mask = size - 1
    this.shift = 32 - bits
    for (const [name, weight] of weights) {
      const hash = mixText(0, name), at = this.slotOf(hash)
      this.keys[at] = hash
      this.values[at] = weight
    }
  }

  /** The slot of a hash, or the empty one where it would stand (its value is 0). */
  private slotOf(hash: number): number {
    let at = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> this.shift
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
  private seed = 0

  constructor(private readonly table: WeightTable) {}

  share(): void {
    this.shared = 0
    this.isOwn = false
    this.seed = 0
  }

  single(prefix = ''): void {
    this.own = 0
    this.isOwn = true
    this.seed = mixText(0, prefix)
  }

  end(): void {
    this.scores.push(this.shared + this.own)
  }

  add(name: Part, a?: Part, b?: Part, c?: Part, d?: Part, e?: Part): void {
    let hash = mix(this.seed, name)
    if (a !== undefined) hash = mix(hash, a)
    if (b !== undefined) hash = mix(hash, b)
    if (c !== undefined) hash = mix(hash, c)
    if (d !== undefined) hash = mix(hash, d)
    if (e !== undefined) hash = mix(hash, e)
    const weight = this.table.weightOf(hash)
    if (this.isOwn) this.own += weight
    else this.shared += weight
  }
}
