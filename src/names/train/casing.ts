/**
 * Sentences as headlines, shouting and the web write them, made from annotated ones: names learnt only from well-kept text
 * are lost where every word has a capital, or none has. Each letter stays one character, so that the annotation fits.
 */
import type { Span } from '../../types.js'

/** A document as annotated: each entity's start, end and type. */
export interface Annotated { readonly id: string; readonly text: string; readonly gold: { readonly entities: readonly (readonly [number, number, string])[] } }

/** Shares of the sentences that are rewritten in a copy of their document, and that are taken out of it, with nothing around them. */
const INSIDE = 0.07, ALONE = 0.07
/** Of these: in title case, in capitals, in small letters; what is left stays as it is. */
const TITLED = 0.4, SHOUTED = 0.35, SMALL = 0.15
/** Shorter sentences tell nothing. */
const SHORTEST = 15

/** Words that headlines write small; some houses write all with a capital. */
const LITTLE = /^(?:a|an|the|of|in|on|to|for|and|at|by|with|or|but|as|from|per|via|vs)$/

const upper = (c: string): string => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)
const lower = (c: string): string => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)
const titled = (text: string, little: boolean): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word, at: number) =>
    (little && at > 0 && LITTLE.test(word)) || /['’]/.test(text[at - 1] ?? '') ? word : upper(word[0]) + word.slice(1))

function rewritten(text: string, draw: () => number): string {
  const style = draw()
  if (style < TITLED) return titled(text, draw() < 0.7)
  if (style < TITLED + SHOUTED) return Array.from(text, upper).join('')
  return style < TITLED + SHOUTED + SMALL ? Array.from(text, lower).join('') : text
}

/** A document with the stretches of it that are to be learnt from. */
export interface Copy { readonly annotated: Annotated; readonly taken: readonly Span[] }

/** Copies of a document with some of its sentences rewritten, and such sentences by themselves, without their final stop. */
export function* recased({ id, text, gold }: Annotated, sentences: readonly Span[], draw: () => number): Generator<Copy> {
  const taken: Span[] = []
  let copy = '', copied = 0
  for (const { start, end } of sentences) {
    const chance = draw()
    if (chance >= INSIDE + ALONE || end - start < SHORTEST) continue
    const own = rewritten(text.slice(start, end), draw)
    if (chance < INSIDE) {
      copy += text.slice(copied, start) + own
      copied = end
      taken.push({ start, end })
    } else {
      const entities = gold.entities.filter(([from, to]) => from >= start && to <= end).map(([from, to, type]) => [from - start, to - start, type] as const)
      const bare = own.replace(/\.$/, ''), last = entities.at(-1)
      yield { annotated: { id, text: last && last[1] > bare.length ? own : bare, gold: { entities } }, taken: [{ start: 0, end: own.length }] }
    }
  }
  if (taken.length > 0) yield { annotated: { id, text: copy + text.slice(copied), gold }, taken }
}
