/**
 * What all rooms share, and no code. Offsets are UTF-16 code units into the document's untouched text, half-open:
 * `text.slice(start, end)` is the finding's own text, always.
 */

export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the words that stand there. */
export interface TextSpan extends Span {
  readonly text: string
}

// ---- what goes in ---------------------------------------------------------------------------------------------------

/** One article as an input format hands it over. `fields` are the input record's other fields, passed through. */
export interface InputDocument {
  readonly id: string | number
  readonly text: string
  readonly source?: string | null
  readonly title?: string | null
  /** YYYY-MM-DD, where the input's metadata tells it. */
  readonly date?: string | null
  readonly fields?: Readonly<Record<string, unknown>>
}

/** An article made ready for reading: its paragraphs known, its own date decided. */
export interface Document {
  readonly id: string | number
  readonly text: string
  readonly source: string | null
  readonly title: string | null
  readonly date: string | null
  /** In order, not overlapping, without white space at their ends. Hard-wrapped lines are one paragraph. */
  readonly paragraphs: readonly Span[]
}

// ---- language -------------------------------------------------------------------------------------------------------

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT'
  | 'SCONJ' | 'SYM' | 'VERB' | 'X'

export interface Token extends Span {
  readonly text: string
  /** Lower-cased, with straight quotation marks and apostrophes. */
  readonly lower: string
  readonly pos: PartOfSpeech
  /** Whether white space (or the paragraph's start) stands before it. */
  readonly spaced: boolean
  /** Index of its sentence. */
  readonly sentence: number
}

export interface Sentence extends Span {
  /** Token indexes, half-open. */
  readonly first: number
  readonly last: number
  /** Index of its paragraph. */
  readonly paragraph: number
}

/** A document's words: the only view of the text that later stages need beside the text itself. */
export interface Language {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

// ---- names ----------------------------------------------------------------------------------------------------------

export const NAME_TYPES = [
  'PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW', 'LANGUAGE',
] as const
export const NUMBER_TYPES = ['MONEY', 'PERCENT', 'QUANTITY', 'ORDINAL', 'CARDINAL'] as const
/** OntoNotes' names of what an entity can be. */
export type EntityType = (typeof NAME_TYPES)[number] | (typeof NUMBER_TYPES)[number]

/** A name as the tagger found it, before linking. `first` and `last` are token indexes, half-open. */
export interface NameMention extends Span {
  readonly type: EntityType
  readonly first: number
  readonly last: number
}

export type MentionKind = 'name' | 'nominal' | 'pronoun'

export interface Mention extends TextSpan {
  readonly kind: MentionKind
  /** Why it was taken for this entity, shown by --explain. */
  readonly rule?: string
}

export type Gender = 'm' | 'f'

/** One person, place, organisation … of the document with all the places that name it. */
export interface Entity {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  /** Other forms of the name than `name`, in order of appearance. */
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly gender: Gender | null
  /** In text order, all kinds. */
  readonly mentions: readonly Mention[]
}

/** Everyone and everything named in a document. */
/** What a person is called beside a name, where it stands: "U.S. Secretary of State" before it, "a senator from Utah" behind. */
export interface Title extends Span {
  readonly entity: Entity
  /** The name that it stands at. */
  readonly mention: Mention
}

export interface Cast {
  readonly entities: readonly Entity[]
  /** In text order. */
  readonly titles: readonly Title[]
}

// ---- dates ----------------------------------------------------------------------------------------------------------

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** An expression of time with its TIMEX3 value and the days it spans (ISO, inclusive; null where it has none). */
export interface TimeExpression extends TextSpan {
  readonly type: TimexType
  readonly value: string
  readonly from: string | null
  readonly to: string | null
  /** How it was found and resolved, shown by --explain. */
  readonly rule: string
}

// ---- quotes ---------------------------------------------------------------------------------------------------------

export type QuoteKind = 'direct' | 'mixed' | 'indirect'

export interface SourceMention extends TextSpan {
  readonly kind: MentionKind
}

export interface Speaker {
  readonly name: string
  /** Id of the entity, null where the source is not a named one ("officials"). */
  readonly entity: string | null
  readonly type: EntityType | null
  readonly mention: SourceMention | null
}

export interface Cue extends TextSpan {
  readonly lemma: string
}

export interface Quote {
  readonly id: string
  readonly kind: QuoteKind
  /** The whole, marks included. */
  readonly start: number
  readonly end: number
  /** The spans' texts with a space between; the content's for an indirect quote. */
  readonly text: string
  /** What stands inside the marks; empty for an indirect quote. */
  readonly spans: readonly TextSpan[]
  readonly content: readonly Span[]
  readonly utterance: string
  readonly speaker: Speaker | null
  readonly cue: Cue | null
  readonly said: { readonly value: string; readonly start: number; readonly end: number; readonly text: string } | null
  readonly about: readonly { readonly entity: string; readonly name: string; readonly type: EntityType }[]
  readonly sentence: Span
  readonly confidence: number
  readonly rule: string
  /** Evidence for the speaker and the runners-up, shown by --explain. */
  readonly evidence?: readonly string[]
}

/** Words in marks that nobody said, with the reason, for --explain. */
export interface Unsaid extends TextSpan {
  readonly reason: string
}

// ---- what comes out ---------------------------------------------------------------------------------------------------

export interface Analysis {
  readonly document: Document
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
  /** What a user should know of it: `not-english`. */
  readonly warnings: readonly string[]
  readonly cast: Cast
  readonly dates: readonly TimeExpression[]
  readonly quotes: readonly Quote[]
  readonly unsaid: readonly Unsaid[]
}
