/** The ranker's weights by the hash of a feature's name, see `pieces.ts`. */
import type { Features } from './features.js'
import { mix, mixText, type Part } from './pieces.js'

/**
 * An open-addressed table from hashes to weights; what it does not know weighs nothing. A slot is two numbers side by
 * side, a hash and which of the different weights it has: these are few, so that a look-up waits for memory once.
 */
export class WeightTable {
  private readonly slots: Int32Array
  private readonly shift: number
  /** The different weights by number; 0 is that of an empty slot. */
  private readonly weights = [0]
  private readonly numbers = new Map([[0, 0]])

  /** An empty table for so many weights. */
  constructor(size: number) {
    const bits = Math.max(4, 33 - Math.clz32(size))
    this.slots = new Int32Array(2 << bits)
    this.shift = 31 - bits
  }

  static from(weights: ReadonlyMap<string, number>): WeightTable {
    const table = new WeightTable(weights.size)
    for (const [name, weight] of weights) table.set(name, weight)
    return table
  }

  set(name: string, weight: number): void {
    let number = this.numbers.get(weight)
    if (number === undefined) {
      this.numbers.set(weight, number = this.weights.length)
      this.weights.push(weight)
    }
    const hash = mixText(0, name), at = this.slotOf(hash)
    this.slots[at] = hash
    this.slots[at + 1] = number
  }

  /** Where the slot of a hash begins, or the empty one where it would stand. */
  private slotOf(hash: number): number {
    const { slots } = this
    let at = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> this.shift) & -2
    while (slots[at] !== hash && slots[at] !== 0) at = (at + 2) & (slots.length - 1)
    return at
  }

  /** The sum of the weights of the first `count` hashes. A loop of nothing but look-ups lets the processor wait for many at a time. */
  sumOf(hashes: Int32Array, count: number): number {
    let sum = 0
    for (let i = 0; i < count; i++) sum += this.weights[this.slots[this.slotOf(hashes[i]) + 1]]
    return sum
  }
}

/** Hashes of the features written since the last sum; of more than a candidate has. */
const hashes = new Int32Array(256)

/** Adds up the weights of the candidates' features. */
export class Scorer implements Features {
  /** One for each candidate. */
  readonly scores: number[] = []
  /** How many features were written since the last sum. */
  private count = 0
  private shared = 0
  private sharing = false
  private seed = 0

  constructor(private readonly table: WeightTable) {}

  share(): void {
    this.count = 0
    this.sharing = true
    this.seed = 0
  }

  single(prefix = ''): void {
    if (this.sharing) this.shared = this.sum()
    this.sharing = false
    this.seed = mixText(0, prefix)
  }

  end(): void {
    this.scores.push(this.shared + this.sum())
  }

  private sum(): number {
    const { count } = this
    this.count = 0
    return this.table.sumOf(hashes, count)
  }

  add(name: Part, a?: Part, b?: Part, c?: Part, d?: Part, e?: Part): void {
    let hash = mix(this.seed, name)
    if (a !== undefined) hash = mix(hash, a)
    if (b !== undefined) hash = mix(hash, b)
    if (c !== undefined) hash = mix(hash, c)
    if (d !== undefined) hash = mix(hash, d)
    if (e !== undefined) hash = mix(hash, e)
    hashes[this.count++] = hash
  }
}
