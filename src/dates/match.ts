/** What a finder gives: the tokens of an expression and how its value follows from what the text is anchored to. */
import type { Sentence, TimexType, Token } from '../types.js'
import type { Day } from './calendar.js'

/** A resolved value with the days it spans, inclusive. */
export interface Value {
  readonly value: string
  readonly from: Day | null
  readonly to: Day | null
}

/** What relative expressions hang on. */
export interface Anchor {
  /** The document's date. */
  readonly document: Day | null
  /** The last date that the text itself gave, with how exact it was. */
  readonly text: (Value & { readonly grain: Grain }) | null
  /** The last quarter that business news spoke of: what it compares with lies a year before. */
  readonly quarter: Value | null
  /** Whether the text tells of times that are not the document's (a history): then the text's own dates are the anchor. */
  readonly narrative: boolean
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade'

export interface Match {
  /** Token indexes, half-open. */
  readonly first: number
  readonly last: number
  readonly type: TimexType
  /** The finder's name for --explain. */
  readonly rule: string
  readonly resolve: (anchor: Anchor) => Value
  /** How exact its value is, where later expressions may hang on it. */
  readonly grain?: Grain
  /** Whether it is told from the day of writing, as weekdays and "last week" are in news. */
  readonly ofToday?: boolean
  /** Whether it only compares with another time ("the year-earlier quarter"). */
  readonly compares?: boolean
  /** Whether the text says that it has ended ("the fourth quarter ended June 30"). */
  readonly ended?: boolean
  /** True where it is an expression of time in histories only ("the former king"), false where in none of them ("soon"). */
  readonly history?: boolean
  /** Whether it names its year itself. */
  readonly absolute?: boolean
}

/** What finders read: a sentence's tokens. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly sentence: Sentence
}

/** The lower-case word at a place of the sentence, '' beyond its ends. */
export const wordAt = ({ tokens, sentence }: Reading, i: number): string => (i >= sentence.first && i < sentence.last ? tokens[i].lower : '')

/** An idea of how a time is said: a match that begins at token i, or null. */
export type Finder = (reading: Reading, i: number) => Match | null

/** Whether a weekday is part of a name ("the Sunday Times", "Wednesday Addams"): "said on state television Saturday Iranian negotiators" is none. */
export const isNamed = (reading: Reading, first: number, last: number): boolean => {
  const before = first > reading.sentence.first ? reading.tokens[first - 1] : undefined
  return standsInName(reading, first, last) && (before === undefined || before.pos === 'DET' || /^\p{Lu}/u.test(before.text))
}

/** Whether a capitalised word follows, as in a name ("April Jones", "The Sunday Times"), and no preposition stands before. */
export const standsInName = (reading: Reading, first: number, last: number): boolean => {
  const { tokens, sentence } = reading, next = last < sentence.last ? tokens[last] : undefined
  if (first > sentence.first && /^(?:mr|mrs|ms|dr)\.?$/.test(tokens[first - 1].lower)) return true
  return next !== undefined && next.spaced && next.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(next.text) && !(first > sentence.first && tokens[first - 1].pos === 'ADP')
}
