/** Who a source phrase is: its mention, and the entity of the cast that it names. */
import type { Lookup, Reference } from '../names/linking/lookup.js'
import type { Document, Language, MentionKind, Speaker, Span, TextSpan, Token } from '../types.js'
import { findPhrases, isPossessivePronoun, isTime, type Phrase } from './phrases.js'
import { spanOf } from './clauses.js'
import { makerOf } from './writings.js'

const SUBJECTS = new Set(['i', 'he', 'she', 'it', 'we', 'they', 'you', 'who', 'him', 'her', 'them', 'himself', 'herself', 'which', 'that', 'this'])
/** Words that join a source to what belongs to it: "a spokesman for the ministry". */
const JOINTS = new Set(['for', 'at', 'from', 'with', 'of', 'in', 'to', 'on'])
/** What stands behind them where they tell of a time or a way of saying: "at the time", "in a statement". */
const ADVERBIAL = new Set(['time', 'reply', 'response', 'statement', 'letter', 'interview', 'week', 'month', 'year', 'night', 'morning', 'day', 'report', 'email', 'tweet'])

const textSpan = (text: string, { start, end }: Span): TextSpan => ({ start, end, text: text.slice(start, end) })

/** What may stand between a source's head and the name in apposition to it: "ambassador to Iraq, Jane Roe". */
const MOST_WHOLE = 30

/** A phrase with what belongs to it: prepositional phrases, a name in apposition between commas. */
export function wholeOf({ tokens, sentences }: Language, phrase: Phrase): Phrase {
  const end = Math.min(sentences[tokens[phrase.first].sentence].last, phrase.last + MOST_WHOLE)
  let last = phrase.last
  for (let more = true; more;) {
    more = false
    if (last + 1 < end && JOINTS.has(tokens[last].lower)) {
      let n = last + 1
      while (n < end && isNominal(tokens[n])) n++
      if (n > last + 1 && (tokens[n - 1].pos === 'PROPN' || tokens[n - 1].pos === 'NOUN') && !isTime(tokens[last + 1]) && !ADVERBIAL.has(tokens[n - 1].lower)) {
        last = n
        more = true
      }
    }
  }
  return { ...phrase, last }
}

const isNominal = ({ pos, lower }: Token): boolean => pos === 'DET' || pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ' || pos === 'NUM' || lower === "'s"

/** The name in apposition: "Jane Roe" in "the minister, Jane Roe, said"; null without one. */
function appositionOf({ tokens, sentences }: Language, { last }: Phrase): Phrase | null {
  if (tokens[last]?.lower !== ',') return null
  const end = sentences[tokens[last].sentence].last
  let k = last + 1
  while (k < end && (tokens[k].pos === 'PROPN' || (k > last + 1 && tokens[k].lower === '-'))) k++
  return k > last + 1 && (k >= end || tokens[k].pos === 'PUNCT' || tokens[k].pos === 'VERB') ? { first: last + 1, last: k, head: k - 1 } : null
}

/** The person in apposition who is named with a title: "state Senator Jane Roe" in "his niece, state Senator Jane Roe, said"; null without one. */
function titledBehind({ tokens }: Language, { last }: Phrase, titleOf: Lookup): Reference | null {
  if (tokens[last]?.lower !== ',' || last + 1 >= tokens.length || tokens[last + 1].sentence !== tokens[last].sentence) return null
  const { start, end } = tokens[last + 1], found = titleOf({ start, end })
  return found && found.mention.start >= end ? found : null
}

/** The person whom the phrase is in apposition to: "Jane Roe" in "Jane Roe, a ministry spokesman, said"; null without one. */
function apposedTo({ tokens }: Language, { first, last }: Phrase, lookup: Lookup): Reference | null {
  if (first < 2 || tokens[first - 1].lower !== ',' || tokens[last]?.lower !== ',' || tokens[first - 2].sentence !== tokens[first].sentence) return null
  const { start, end } = tokens[first - 2], found = lookup({ start, end })
  return found && found.entity.type === 'PERSON' && found.mention.kind === 'name' && found.mention.end === end ? found : null
}

/** The phrase that a relative pronoun stands for, right before it or before its comma. */
function antecedentOf(language: Language, names: Int8Array, { first }: Phrase): Phrase | null {
  const { tokens, sentences } = language, from = Math.max(sentences[tokens[first].sentence].first, first - MOST_WHOLE)
  const until = first > from && tokens[first - 1].lower === ',' ? first - 1 : first
  const phrase = findPhrases(language, names, from, until, () => false).at(-1)
  return phrase && phrase.last === until ? phrase : null
}

/** How the text names its source: a name, a noun, a pronoun. */
export function mentionKind(language: Language, phrase: Phrase, reference: Reference | null): MentionKind {
  const { tokens } = language
  if (phrase.last - phrase.first === 1 && (SUBJECTS.has(tokens[phrase.head].lower) || isPossessivePronoun(tokens[phrase.head]))) return 'pronoun'
  return reference ? reference.mention.kind === 'pronoun' ? 'nominal' : reference.mention.kind : tokens[phrase.head].pos === 'PROPN' ? 'name' : 'nominal'
}

export interface Source {
  readonly phrase: Phrase
  readonly kind: MentionKind
  readonly reference: Reference | null
}

const RELATIVE = new Set(['who', 'which', 'that', 'whose'])

/** A phrase that breaks off before a name or at a hyphen ("the", "the Kansas-") with the rest of it. */
function completed({ tokens, sentences }: Language, names: Int8Array, phrase: Phrase): Phrase {
  const { first, last: old } = phrase, end = Math.min(sentences[tokens[first].sentence].last, old + MOST_WHOLE)
  const hyphen = tokens[old - 1].lower === '-' && old < end && !tokens[old].spaced
  let last = old
  if (hyphen) do last++; while (last < end && (names[last] > 0 || (tokens[last].pos !== 'DET' && isNominal(tokens[last]))))
  else if (old - first === 1 && tokens[first].pos === 'DET') while (last < end && names[last] > 0) last++
  return last > old ? { first, last, head: last - 1 } : phrase
}

/** What a source phrase refers to, by the cast alone. Peoples and parties are groups, not speakers. */
export function readSource(language: Language, names: Int8Array, given: Phrase, lookup: Lookup, titleOf: Lookup, isMarked: (token: number) => boolean): Source {
  const { tokens } = language, phrase = completed(language, names, given), alone = phrase.last - phrase.first === 1
  const refer = (of: Phrase): Reference | null => {
    const found = lookup(spanOf(language, of.first, of.last))
    return found && found.entity.type !== 'NORP' ? found : null
  }
  if (alone && RELATIVE.has(tokens[phrase.head].lower)) {
    const antecedent = antecedentOf(language, names, phrase)
    return { phrase, kind: 'pronoun', reference: antecedent && refer(antecedent) }
  }
  let reference = refer(phrase)
  const kind = mentionKind(language, phrase, reference)
  if (kind !== 'pronoun' && reference?.entity.type !== 'PERSON') reference = titleOf(spanOf(language, phrase.first, phrase.last)) ?? reference
  if (kind !== 'pronoun' && (kind === 'nominal' || !reference) && reference?.entity.type !== 'PERSON') {
    const whole = wholeOf(language, phrase), apposition = appositionOf(language, whole), named = (apposition && refer(apposition)) ?? titledBehind(language, whole, titleOf)
    if (named && named.entity.type === 'PERSON') reference = named
    reference ??= apposedTo(language, whole, lookup) ?? makerOf({ language, names, lookup, isMarked }, phrase)
  }
  return { phrase, kind, reference }
}

/** The speaker record of a source. */
export function speakerOf({ text }: Document, language: Language, { phrase, kind, reference }: Source): Speaker {
  const whole = reference || kind === 'pronoun' ? phrase : wholeOf(language, phrase)
  const mention = { ...textSpan(text, spanOf(language, whole.first, whole.last)), kind }
  return reference
    ? { name: reference.entity.name, entity: reference.entity.id, type: reference.entity.type, mention }
    : { name: mention.text, entity: null, type: null, mention }
}
