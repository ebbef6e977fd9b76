/**
 * Reads gold documents (JSON Lines: `text`, `date`, `gold.entities` as [start, end, type]) into stretches of features
 * and allowed labels. A set that marks PLACE leaves GPE, LOC and FAC open; types that a set never marks are open where
 * it marks nothing.
 */
import { readFileSync } from 'node:fs'
import { readDocument } from '../../document/index.js'
import { readLanguage } from '../../language/index.js'
import { contextOf, featuresOf, stretchesOf, styleOf } from '../tagger/features.js'
import { B, I, L, LABELS, OUTSIDE, TYPES, U, label } from '../tagger/labels.js'

export interface Example {
  /** Bucket numbers of all tokens, one after the other; token i has those from offsets[i] to offsets[i + 1]. */
  readonly features: Uint32Array
  readonly offsets: Uint32Array
  /** A mask of allowed labels a token; where all masks have one label, the gold is whole. */
  readonly allowed: readonly Uint8Array[]
  readonly whole: boolean
}

export type Gold = readonly (readonly [number, number, string])[]

const PLACES = ['GPE', 'LOC', 'FAC']
const masks = new Map<string, Uint8Array>()
const maskOf = (labels: readonly number[]): Uint8Array => {
  const key = labels.join(',')
  let mask = masks.get(key)
  if (!mask) {
    mask = new Uint8Array(LABELS)
    for (const own of labels) mask[own] = 1
    masks.set(key, mask)
  }
  return mask
}

const typesOf = (name: string): number[] => (name === 'PLACE' ? PLACES : [name]).map(t => (TYPES as readonly string[]).indexOf(t)).filter(t => t >= 0)

/** The examples of one set. `unmarked` are the types that its gold says nothing of. */
export function readExamples(path: string, least = 0, most = Infinity): Example[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean).slice(least, most)
  const documents = lines.map(line => JSON.parse(line) as { id: string; text: string; date?: string; gold: { entities: Gold } })
  const marked = new Set(documents.flatMap(d => d.gold.entities.flatMap(e => typesOf(e[2]))))
  const open = TYPES.map((_, t) => t).filter(t => !marked.has(t))
  const silence = maskOf([OUTSIDE, ...open.flatMap(t => [B, I, L, U].map(part => label(t, part)))])
  return documents.flatMap(({ id, text, date, gold }) => {
    const document = readDocument({ id, text, date: date ?? null }), language = readLanguage(document)
    const context = contextOf(document, language), { tokens } = language
    const allowed: Uint8Array[] = tokens.map(() => silence)
    const startAt = new Map(tokens.map((t, i) => [t.start, i])), endAt = new Map(tokens.map((t, i) => [t.end, i]))
    for (const [start, end, type] of gold.entities) {
      const from = startAt.get(start), to = endAt.get(end)
      if (from === undefined || to === undefined) continue
      for (let i = from; i <= to; i++) {
        const part = from === to ? U : i === from ? B : i === to ? L : I
        allowed[i] = maskOf(typesOf(type).map(t => label(t, part)))
      }
    }
    return language.sentences.flatMap(sentence => {
      const style = styleOf(context, sentence)
      return stretchesOf(context, sentence).map(([from, to]): Example => {
        const features: number[] = [], offsets = new Uint32Array(to - from + 1)
        for (let i = from; i < to; i++) {
          featuresOf(context, sentence, style, i, b => { features.push(b) })
          offsets[i - from + 1] = features.length
        }
        const own = allowed.slice(from, to)
        return { features: Uint32Array.from(features), offsets, allowed: own, whole: own.every(mask => mask.reduce((sum, x) => sum + x, 0) === 1) }
      })
    })
  })
}
