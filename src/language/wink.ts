/**
 * The only file that knows wink-nlp. It hands wink its own English model, but builds the core of it itself: wink's way
 * makes a deep copy of 3 MB of JSON at start-up (half of its 250 ms) and loads machines for sentiment, negation and
 * entities that kpen does not run.
 *
 * wink adds each unknown word to its lexicon for good, and then splits later text by it: what a document gives would
 * depend on the documents read before it. So before each document the words that the last one added are struck from the
 * lexicon's hash. Their numbers are not given out again, because wink keeps what it knows of them in a list that cannot be
 * reached; when many have gathered, a new instance over the lexicon in its first state takes over.
 */
import { createRequire } from 'node:module'
import type { PartOfSpeech } from '../types.js'

const require = createRequire(import.meta.url)
const MODEL = 'wink-eng-lite-web-model/dist/'

export interface WinkReading {
  readonly values: readonly string[]
  readonly tags: readonly (PartOfSpeech | 'SPACE')[]
  /** Each sentence's first and last token, both inclusive. */
  readonly sentences: readonly (readonly [number, number, ...number[]])[]
}

interface Feature { list: unknown[]; hash: Record<string, number>; index: number; intrinsicSize: number; maxIndex: number }
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

const indexOf = (list: readonly unknown[]): Record<string, number> => {
  const hash = Object.create(null) as Record<string, number>
  list.forEach((item, i) => { hash[String(item)] = i })
  return hash
}

/** What wink must know of a word that is not in its lexicon; shape, prefix, suffix and case serve other uses than ours. */
const KEPT_FEATURES = new Set(['isAbbrev', 'pos'])
/** A new instance is made when this many words have gathered. */
const MOST_ADDED = 20_000

interface Lexicon {
  readonly core: Core
  /** Unlearns what the last document added. */
  readonly strike: () => void
  /** How many words have been added since the last reset. */
  readonly added: () => number
  /** Back to the first state; the instance that used the lexicon must not be used again. */
  readonly reset: () => void
}

/** The core model in the form that wink's own `core()` returns, and how to forget what reading added to it. */
function readLexicon(): Lexicon {
  const core = require(`${MODEL}languages/cur/models/eng-core-web-model.json`) as Core
  core.lexicon = words(core.lexicon as string)
  core.xpansions = words(core.xpansions as string)
  const { layout } = core.packing, { lexeme } = core.features
  core.packing.efList = Object.keys(layout).filter(name => layout[name][4] === 1 && KEPT_FEATURES.has(name))
  const { list } = lexeme, size = list.length, hash = indexOf(list) as Record<string, number | undefined>
  lexeme.hash = hash as Record<string, number>
  lexeme.intrinsicSize = lexeme.index = size
  const clusters = core.features.posClusters.list
  clusters.forEach((cluster, i) => { clusters[i] = new Set(String(cluster).split('_').map(tag => core.pos.hash[tag] || 0)) })
  let struck = size
  return {
    core,
    strike() {
      // Setting is cheaper than deleting, and wink takes undefined for unknown.
      for (; struck < list.length; struck++) hash[String(list[struck])] = undefined
    },
    added: () => list.length - size,
    reset() {
      for (let i = size; i < list.length; i++) delete hash[String(list[i])]
      list.length = struck = lexeme.index = size
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
    const values = new Array<string>(count), names = new Array<WinkReading['tags'][number]>(count)
    for (let i = 0, at = 0; i < count; i++, at += size) {
      values[i] = lexeme.list[tokens[at]] as string
      names[i] = pos.list[(tokens[at + 2] >>> lemmaBits) & TAG_MASK] as PartOfSpeech
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
    if (wink !== undefined && lexicon.added() <= MOST_ADDED) lexicon.strike()
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
