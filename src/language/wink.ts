/**
 * The only file that knows wink-nlp. It hands wink its own English model, but builds the core of it itself (lexicon.ts):
 * wink's way makes a deep copy of 3 MB of JSON at start-up (half of its 250 ms) and loads machines for sentiment, negation
 * and entities that kpen does not run.
 *
 * wink adds each unknown word to its lexicon for good, and then splits later text by it: what a document gives would
 * depend on the documents read before it. So before each document the words that the last one added are struck from the
 * lexicon's hash. Their numbers are not given out again, because wink keeps what it knows of them in a list that cannot be
 * reached; when many have gathered, a new instance over the lexicon in its first state takes over.
 */
import { createRequire } from 'node:module'
import type { PartOfSpeech } from '../types.js'
import { FEATURES, wordTable } from './lexicon.js'

const require = createRequire(import.meta.url)
const MODEL = 'wink-eng-lite-web-model/dist/'

export interface WinkReading {
  readonly values: readonly string[]
  readonly tags: readonly (PartOfSpeech | 'SPACE')[]
  /** Each sentence's first and last token, both inclusive. */
  readonly sentences: readonly (readonly [number, number, ...number[]])[]
}

interface Feature { list: unknown[]; hash: Record<string, number>; index: number; intrinsicSize: number }
type Layout = [number, number, number, number, number, number]
interface Core {
  packing: { layout: Record<string, Layout>; efList: string[] }
  features: Record<string, Feature>
  pos: { hash: Record<string, number> }
  lexicon: unknown
  xpansions: unknown
}
interface Wink { readDoc(text: string): unknown }
/** What wink makes of a text: four numbers a token (word, spaces, lemma and tag, flags) and sentences as [first, last, …]. */
interface RawDocument { readonly tokens: readonly number[]; readonly sentences: readonly (readonly [number, number, ...number[]])[] }
type Setter = (document: RawDocument, tags: readonly number[], size: number, lemmaBits: number) => void

const words = (base64: string): Uint32Array => {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  return new Uint32Array(bytes.buffer, 0, bytes.length >>> 2)
}

/** What wink must know of a word that is not in its lexicon; shape, prefix, suffix and case serve other uses than ours. */
const KEPT_FEATURES = new Set(['isAbbrev', 'pos'])
/** A new instance is made when so many unknown words have been met. */
const MOST_MET = 20_000

interface Lexicon {
  readonly core: Core
  /** Unlearns what the last document added. */
  readonly strike: () => void
  /** How many unknown words have been met since the last reset. */
  readonly met: () => number
  /** Back to the first state; the instance that used the lexicon must not be used again. */
  readonly reset: () => void
}

/** The core model in the form that wink's own `core()` returns, and how to forget what reading added to it. */
function readLexicon(): Lexicon {
  const { count, features: lexicon, find, wordAt, rest } = wordTable()
  const core = rest() as Core
  core.lexicon = lexicon
  core.xpansions = words(core.xpansions as string)
  const { layout } = core.packing, { lexeme } = core.features
  core.packing.efList = Object.keys(layout).filter(name => layout[name][4] === 1 && KEPT_FEATURES.has(name))
  const clusters = core.features.posClusters.list
  clusters.forEach((cluster, i) => { clusters[i] = new Set(String(cluster).split('_').map(tag => core.pos.hash[tag] || 0)) })

  const list: string[] = []
  list.length = count
  const field = (index: number, [word, mask, shift]: Layout): number => (lexicon[index * FEATURES + word] & mask) >>> shift
  const fill = (index: number): void => { list[index] ??= wordAt(index) }
  /** wink asks for the forms that a known word leads to by their numbers: they must stand in the list before. */
  const know = (index: number): void => {
    fill(index)
    const mapped = field(index, layout.isSpellingMapped) === 1
    const normal = mapped ? field(index, layout.lemma) : index + field(index, layout.normal)
    if (normal < count) fill(normal)
  }
  know(0)
  for (const index of core.xpansions as Uint32Array) if (index < count) fill(index)

  // The hash begins empty. Its prototype answers for what is not in it, and enters the answer: a word is searched for once.
  let unknown: string[] = []
  const hash = Object.create(new Proxy(Object.create(null) as object, {
    get(_, word) {
      const index = find(String(word))
      if (index === undefined) unknown.push(String(word))
      else know(index)
      Object.defineProperty(hash, word, { value: index, writable: true, enumerable: true, configurable: true })
      return index
    },
  })) as Record<string, number | undefined>
  lexeme.hash = hash as Record<string, number>
  lexeme.list = list
  lexeme.intrinsicSize = lexeme.index = count
  let struck = count
  return {
    core,
    strike() {
      // Setting is cheaper than deleting, and wink takes undefined for unknown.
      for (; struck < list.length; struck++) hash[list[struck]] = undefined
    },
    met: () => unknown.length,
    reset() {
      for (const word of unknown) delete hash[word]
      unknown = []
      list.length = struck = lexeme.index = count
    },
  }
}

const NO_MACHINE = JSON.stringify([100, 0, { 0: {} }, {}, {}, {}])

const TAG_MASK = 0x3f

function load(): () => (text: string) => WinkReading {
  const winkNLP = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink
  const loadPos = require(`${MODEL}load-pos-model.js`) as () => { setter: Setter }
  const lexicon = readLexicon(), { lexeme, pos } = lexicon.core.features
  let reading: WinkReading = { values: [], tags: [], sentences: [] }
  // The tags' setter is the pipe's last step and sees the numbers themselves: reading them here spares wink's collections.
  const setter = (own: Setter): Setter => (document, tags, size, lemmaBits) => {
    own(document, tags, size, lemmaBits)
    const { tokens, sentences } = document, count = tokens.length / size
    const values: string[] = [], names: WinkReading['tags'][number][] = []
    for (let i = 0, at = 0; i < count; i++, at += size) {
      values.push(lexeme.list[tokens[at]] as string)
      names.push(pos.list[(tokens[at + 2] >>> lemmaBits) & TAG_MASK] as PartOfSpeech)
    }
    reading = { values, tags: names, sentences }
  }
  const model = {
    core: () => lexicon.core,
    sbd: require(`${MODEL}load-sbd-model.js`) as unknown,
    pos: () => {
      const machines = loadPos()
      return { ...machines, setter: setter(machines.setter) }
    },
    featureFn: require(`${MODEL}feature.js`) as unknown,
    addons: {},
    // Not run, but wink insists on a machine for each.
    ner: () => ({ machines: [], transformers: [] }),
    negation: () => ({ machines: [NO_MACHINE], setter: null }),
    sa: () => ({ machines: [NO_MACHINE], setter: null }),
    metaCER: () => ({ machines: '', transformers: [null] }),
  }
  let wink: Wink | undefined
  return () => {
    if (wink !== undefined && lexicon.met() <= MOST_MET) lexicon.strike()
    else {
      lexicon.reset()
      wink = winkNLP(model, ['sbd', 'pos'])
    }
    const own = wink
    return text => {
      own.readDoc(text)
      return reading
    }
  }
}

let fresh: ReturnType<typeof load> | undefined

/** A reader for one document; each of its calls reads one piece of the document's text. Only the newest reader may be used. */
export const winkReader = (): ((text: string) => WinkReading) => (fresh ??= load())()
