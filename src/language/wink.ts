/**
 * The only file that knows wink-nlp. It hands wink its own English model, but builds the core of it itself: wink's way
 * makes a deep copy of 3 MB of JSON at start-up (half of its 250 ms) and loads machines for sentiment, negation and
 * entities that kpen does not run.
 *
 * wink adds each unknown word to its lexicon for good, and then splits later text by it: what a document gives would
 * depend on the documents read before it, and memory would grow. So every document is read by a fresh instance over the
 * shared lexicon, which is put back to its first state before (0.2 ms).
 */
import { createRequire } from 'node:module'
import type { PartOfSpeech } from '../types.js'

const require = createRequire(import.meta.url)
const MODEL = 'wink-eng-lite-web-model/dist/'

export interface WinkReading {
  readonly values: readonly string[]
  readonly tags: readonly (PartOfSpeech | 'SPACE')[]
  /** Token indexes of each sentence's first and last token, both inclusive. */
  readonly sentences: readonly (readonly [number, number])[]
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
interface Doc {
  tokens(): { out(its: unknown): string[] }
  sentences(): { out(its: unknown): [number, number][] }
}
interface Wink { readDoc(text: string): Doc; its: { value: unknown; pos: unknown; span: unknown } }

const words = (base64: string): Uint32Array => {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  return new Uint32Array(bytes.buffer, 0, bytes.length >>> 2)
}

const indexOf = (list: readonly unknown[]): Record<string, number> => {
  const hash = Object.create(null) as Record<string, number>
  list.forEach((item, i) => { hash[String(item)] = i })
  return hash
}

/** The core model in the form that wink's own `core()` returns, and how to forget what reading added to it. */
function readCore(): () => Core {
  const core = require(`${MODEL}languages/cur/models/eng-core-web-model.json`) as Core
  core.lexicon = words(core.lexicon as string)
  core.xpansions = words(core.xpansions as string)
  core.packing.efList = []
  const grown: [Feature, number][] = []
  for (const [name, [, mask, shift, boolean, extractable]] of Object.entries(core.packing.layout)) {
    if (extractable === 1) core.packing.efList.push(name)
    if (boolean !== 0) continue
    core.features[name].maxIndex = mask >>> shift
    grown.push([core.features[name], core.features[name].list.length])
  }
  if (!grown.some(([feature]) => feature === core.features.lexeme)) grown.push([core.features.lexeme, core.features.lexeme.list.length])
  for (const [feature, size] of grown) {
    feature.hash = indexOf(feature.list)
    feature.intrinsicSize = feature.index = size
  }
  const clusters = core.features.posClusters.list
  clusters.forEach((cluster, i) => { clusters[i] = new Set(String(cluster).split('_').map(tag => core.pos.hash[tag] || 0)) })
  return () => {
    for (const [feature, size] of grown) {
      for (let i = size; i < feature.list.length; i++) delete feature.hash[String(feature.list[i])]
      feature.list.length = size
      feature.index = size
    }
    return core
  }
}

let fresh: (() => Wink) | undefined

function load(): () => Wink {
  const winkNLP = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink
  const sbd = require(`${MODEL}load-sbd-model.js`) as () => { machines: unknown[] }
  const machines = sbd()
  const model = {
    core: readCore(),
    sbd,
    pos: require(`${MODEL}load-pos-model.js`) as unknown,
    featureFn: require(`${MODEL}feature.js`) as unknown,
    addons: {},
    // Not run, but wink insists on a machine for each.
    ner: () => ({ machines: [], transformers: [] }),
    negation: () => ({ machines: [machines.machines[0]], setter: null }),
    sa: () => ({ machines: [machines.machines[0]], setter: null }),
    metaCER: () => ({ machines: '', transformers: [null] }),
  }
  return () => winkNLP(model, ['sbd', 'pos'])
}

/** A reader for one document; each of its calls reads one piece of the document's text. */
export function winkReader(): (text: string) => WinkReading {
  fresh ??= load()
  const wink = fresh()
  return text => {
    const doc = wink.readDoc(text)
    const { value, pos, span } = wink.its
    return {
      values: doc.tokens().out(value),
      tags: doc.tokens().out(pos) as WinkReading['tags'],
      sentences: doc.sentences().out(span),
    }
  }
}
