/** Who a source phrase is: its mention, and the entity of the cast that it names. */
import type { Reference } from '../names/linking/lookup.js'
import type { Document, Language, MentionKind, Speaker, Span, TextSpan } from '../types.js'
import { isPossessivePronoun, type Phrase } from './phrases.js'
import { spanOf } from './clauses.js'

const SUBJECTS = new Set(['i', 'he', 'she', 'it', 'we', 'they', 'you', 'who', 'him', 'her', 'them', 'himself', 'herself', 'which', 'that', 'this'])
/** Words that join a source to what belongs to it: "a spokesman for the ministry". */
const JOINTS = new Set(['for', 'at', 'from', 'with', 'of', 'in'])

export type Lookup = (span: Span) => Reference | null

const textSpan = (text: string, { start, end }: Span): TextSpan => ({ start, end, text: text.slice(start, end) })

/** The entity that a phrase names by its head, not by a name that only modifies it ("Roe's lawyer"). */
export function referenceOf(language: Language, phrase: Phrase, lookup: Lookup): Reference | null {
  const { tokens } = language, span = spanOf(language, phrase.first, phrase.last), head = tokens[phrase.head]
  const reference = lookup(span)
  if (reference) {
    const { mention } = reference
    if (mention.start <= head.start && mention.end >= head.end) return reference
    if (mention.kind !== 'name') return mention.start <= span.start ? reference : null
  }
  // "U.S. Secretary of State Mike Pompeo": the name at the end, unless it only follows the "of".
  const tail = tokens[phrase.last - 1], last = lookup({ start: tail.start, end: tail.end })
  if (last && last.mention.kind === 'name' && last.mention.end >= tail.end && (last.mention.start <= span.start || (last.entity.type === 'PERSON' && !followsOf(language, phrase, last.mention.start)))) return last
  const own = lookup({ start: head.start, end: head.end })
  return own && own.mention.start <= head.start && own.mention.end >= head.end ? own : null
}

function followsOf({ tokens }: Language, { first, last }: Phrase, start: number): boolean {
  for (let i = first; i < last; i++) if (tokens[i].end > start) return i > first && (tokens[i - 1].lower === 'of' || tokens[i - 1].lower === "'s")
  return false
}

/** The phrase in apposition: "Jane Roe" in "the minister, Jane Roe, said"; null without one. */
function appositionOf({ tokens, sentences }: Language, { last }: Phrase): Phrase | null {
  if (tokens[last]?.lower !== ',') return null
  const end = sentences[tokens[last].sentence].last
  let k = last + 1
  while (k < end && (tokens[k].pos === 'PROPN' || (k > last + 1 && tokens[k].lower === '-'))) k++
  return k > last + 1 && (k >= end || tokens[k].pos === 'PUNCT' || tokens[k].pos === 'VERB') ? { first: last + 1, last: k, head: k - 1 } : null
}

/** How the text names its source: a name, a noun, a pronoun. */
export function mentionKind(language: Language, phrase: Phrase, reference: Reference | null): MentionKind {
  const { tokens } = language
  if (phrase.last - phrase.first === 1 && (SUBJECTS.has(tokens[phrase.head].lower) || isPossessivePronoun(tokens[phrase.head]))) return 'pronoun'
  return reference ? reference.mention.kind === 'pronoun' ? 'nominal' : reference.mention.kind : tokens[phrase.head].pos === 'PROPN' ? 'name' : 'nominal'
}

/** The mention with what belongs to it, for a source that is no entity: "officials at the ministry". */
function wholeOf({ tokens, sentences }: Language, phrase: Phrase): Phrase {
  const end = sentences[tokens[phrase.first].sentence].last
  let k = phrase.last
  if (k + 1 < end && JOINTS.has(tokens[k].lower) && tokens[phrase.head].pos === 'NOUN') {
    let n = k + 1
    while (n < end && (tokens[n].pos === 'DET' || tokens[n].pos === 'PROPN' || tokens[n].pos === 'NOUN' || tokens[n].pos === 'ADJ')) n++
    if (n > k + 1 && (tokens[n - 1].pos === 'PROPN' || tokens[n - 1].pos === 'NOUN')) k = n
  }
  return { ...phrase, last: k }
}

export interface Source {
  readonly phrase: Phrase
  readonly kind: MentionKind
  readonly reference: Reference | null
}

/** What a source phrase refers to, by the cast alone. */
export function readSource(language: Language, phrase: Phrase, lookup: Lookup): Source {
  let reference = referenceOf(language, phrase, lookup)
  const kind = mentionKind(language, phrase, reference)
  if (!reference && kind === 'nominal') {
    const apposition = appositionOf(language, phrase)
    const named = apposition && referenceOf(language, apposition, lookup)
    if (named && named.entity.type === 'PERSON') reference = named
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
