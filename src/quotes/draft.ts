/** Writes quote records: everything but ids, which are given in text order at the end. */
import { referenceIndex, titleIndex } from '../names/linking/index.js'
import type { Cast, Document, Language, Quote, QuoteKind, Span, Speaker, TimeExpression } from '../types.js'
import { confidenceOf, signsOf, type Calibration, type Signs } from './confidence.js'
import { findGroups, groupIndex, type Group } from './groups.js'
import type { Phrase } from './phrases.js'
import { memoryOf, type Memory } from './memory.js'
import type { Weights } from './reported/model.js'
import { dateOfSaying, namedIn } from './said.js'
import type { Lookup } from '../names/linking/lookup.js'
import { readSource, speakerOf, type Source } from './speaker.js'
import type { MarkedTokens } from './stretches.js'
import type { WeightTable } from './table.js'

/** What training hands in; the tool takes what is shipped. */
export interface Settings {
  readonly weights: WeightTable
  readonly calibration: Calibration
  /** Weights of the reported clauses; the shipped ones where left out. */
  readonly reported?: Weights
  /** Sees each quote with the signs that its confidence rests on. */
  readonly observe?: (quote: Quote, signs: Signs) => void
}

/** What the stages of this room need to know of one article. */
export interface Room {
  readonly document: Document
  readonly language: Language
  readonly marked: MarkedTokens
  readonly lookup: Lookup
  readonly titleOf: Lookup
  readonly groupOf: (phrase: Phrase) => Group | null
  readonly memory: Memory
  readonly about: (content: readonly Span[]) => Quote['about']
  readonly dates: readonly TimeExpression[]
  readonly settings: Settings
}

export const openRoom = (document: Document, language: Language, marked: MarkedTokens, cast: Cast, dates: readonly TimeExpression[], settings: Settings): Room =>
  ({ document, language, marked, settings, groupOf: groupIndex(findGroups(document.text, cast), language), lookup: referenceIndex(cast, document.text), titleOf: titleIndex(cast), memory: memoryOf(cast, language, marked), about: namedIn(cast), dates })

/** A quote without its ids; quotes of one utterance share the object. */
export interface Draft {
  readonly signs: Signs
  readonly quote: Omit<Quote, 'id' | 'utterance' | 'evidence'>
  readonly evidence: () => string[]
  readonly utterance: object
}

export interface Finding {
  readonly kind: QuoteKind
  /** Marks included. */
  readonly extent: Span
  readonly spans: readonly Span[]
  readonly content: readonly Span[]
  /** Token index of the cue that stands in the quote's own sentence or that it hangs on; null without one. */
  readonly cue: { readonly token: number; readonly lastToken: number; readonly lemma: string } | null
  readonly speaker: Speaker | null
  readonly sentence: Span
  readonly confidence: Pick<Signs, 'kind' | 'share' | 'sourceShare'>
  readonly rule: string
  readonly evidence: () => string[]
  readonly utterance: object
}

export function draftOf({ document: { text }, language, marked, memory, about, dates, settings }: Room, finding: Finding): Draft {
  const { tokens } = language, { kind, extent, content, cue, utterance, evidence } = finding
  const cut = ({ start, end }: Span): string => text.slice(start, end)
  const spans = finding.spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
  const { speaker } = finding, { share, sourceShare } = finding.confidence, recall = speaker?.entity ? memory(speaker.entity, speaker.mention ?? extent) : null
  const signs: Signs = { kind: finding.confidence.kind, share, sourceShare, speaker, cue: cue && cue.lemma, recall }
  return {
    utterance, signs, evidence,
    quote: {
      kind, start: extent.start, end: extent.end, text: spans.length > 0 ? spans.map(span => span.text).join(' ') : content.map(cut).join(' '), spans, content, speaker: finding.speaker,
      cue: cue && { start: tokens[cue.token].start, end: tokens[cue.lastToken].end, text: text.slice(tokens[cue.token].start, tokens[cue.lastToken].end), lemma: cue.lemma },
      said: cue && dateOfSaying(language, cue.token, i => marked.owner[i] > 0 || within(content, tokens[i].start), dates),
      about: about(content), sentence: finding.sentence, confidence: Math.round(100 * confidenceOf(signsOf(signs), settings.calibration)) / 100, rule: finding.rule,
    },
  }
}

const within = (content: readonly Span[], at: number): boolean => content.some(({ start, end }) => start <= at && at < end)

/** Reads a source phrase and writes its speaker. */
export function speak({ document, language, marked, lookup, titleOf, groupOf }: Room, phrase: Phrase): { source: Source; speaker: Speaker } {
  const source = readSource(language, marked.names, phrase, lookup, titleOf, i => marked.owner[i] > 0)
  const speaker = speakerOf(document, language, source), group = source.reference ? null : groupOf(phrase)
  return { source, speaker: group ? { ...speaker, name: group.name, entity: group.entity, type: 'PERSON' } : speaker }
}

/** A quote as it leaves the room. Its evidence is put in words only where someone asks for it. */
class Numbered implements Quote {
  readonly kind: QuoteKind
  readonly start: number
  readonly end: number
  readonly text: string
  readonly spans: Quote['spans']
  readonly content: Quote['content']
  readonly speaker: Quote['speaker']
  readonly cue: Quote['cue']
  readonly said: Quote['said']
  readonly about: Quote['about']
  readonly sentence: Span
  readonly confidence: number
  readonly rule: string
  readonly #say: () => string[]

  constructor(readonly id: string, readonly utterance: string, { quote, evidence }: Draft) {
    this.kind = quote.kind
    this.start = quote.start
    this.end = quote.end
    this.text = quote.text
    this.spans = quote.spans
    this.content = quote.content
    this.speaker = quote.speaker
    this.cue = quote.cue
    this.said = quote.said
    this.about = quote.about
    this.sentence = quote.sentence
    this.confidence = quote.confidence
    this.rule = quote.rule
    this.#say = evidence
  }

  get evidence(): string[] {
    return this.#say()
  }
}

/** Puts the drafts in text order and numbers quotes and utterances. */
export function numbered(drafts: readonly Draft[], { observe }: Settings): Quote[] {
  const sorted = [...drafts].sort((a, b) => a.quote.start - b.quote.start || b.quote.end - a.quote.end), utterances = new Map<object, string>()
  return sorted.map((draft, i): Quote => {
    let id = utterances.get(draft.utterance)
    if (id === undefined) utterances.set(draft.utterance, id = `u${utterances.size + 1}`)
    const whole = new Numbered(`q${i + 1}`, id, draft)
    observe?.(whole, draft.signs)
    return whole
  })
}
