/**
 * Who is in a reader's mind: each entity named lately with how, where and how often it was named, and what of that speaks
 * for its being meant by a pronoun or a noun phrase. The features are learnt from (train-linking); ranker.ts weighs them.
 */
import type { Gender, Mention } from '../../types.js'
import type { Draft } from './draft.js'

/** An entity in mind, with its last mention outside quotation marks (inside them only where it has no other). */
export interface Candidate {
  readonly draft: Draft
  /** Sentence of its first mention. */
  readonly since: number
  sentence: number
  paragraph: number
  /** Whether it was a subject in the sentence of its last mention, and so of a verb of saying. */
  subject: boolean
  /** Time of its last mention as a subject. */
  subjectClock: number
  kind: Mention['kind']
  count: number
  inside: boolean
  /** The marked stretch of its last mention inside marks, or -1. */
  mark: number
  possessive: boolean
  oblique: boolean
  /** Whether it stood in what a verb of saying before it reports. */
  reported: boolean
  /** Time: how many sentences that are not all in marks had begun. */
  clock: number
  /** How often it spoke, and when last. */
  spoke: number
  spokeClock: number
  /** The gender of the pronouns that were taken for it. */
  guess: Gender | null
  full: boolean
}

/** What was resolved so far. */
export interface Trail {
  /** The person who spoke last; the person, organisation or country. */
  lastSpeaker: Candidate | null
  lastVoice: Candidate | null
  lastHe: Candidate | null
  lastShe: Candidate | null
  most: number
}

/** Where a reference stands. */
export interface Site {
  readonly token: number
  readonly sentence: number
  readonly paragraph: number
  readonly clock: number
  /** The marked stretch that it stands in, or -1. */
  readonly mark: number
  /** The marked stretch right before it, which it may speak, or -1. */
  readonly afterMark: number
  /** Whether a verb of saying is next to it; whether it stands behind what it says ("…, he said"). */
  readonly speaks: boolean
  readonly behind: boolean
  /** Whether the verb of saying is added, continued … */
  readonly goesOn: boolean
  /** Whether it opens its paragraph. */
  readonly opens: boolean
  /** The entities named in what is said behind it. */
  readonly ahead: ReadonlySet<number>
}

/** Names of features, numbered in the order in which they are made. */
export function featureList(): { names: string[]; feature: (name: string) => number } {
  const names: string[] = []
  return { names, feature: name => names.push(name) - 1 }
}

const { names: FEATURES, feature } = featureList()
const SENTENCES = ['0', '1', '2', '3', '4-5', '6+'].map(far => feature(`sentence ${far}`))
const RANKS = ['0', '1', '2', '3+'].map(rank => feature(`rank ${rank}`))
const SUBJECT = feature('subject'), SUBJECT_HERE = feature('subject, this sentence'), SUBJECT_BEFORE = feature('subject, sentence before')
const LAST_SUBJECT = feature('last subject'), OBJECT_HERE = feature('object, this sentence')
const PRONOUN = feature('was pronoun'), NOMINAL = feature('was nominal'), POSSESSIVE = feature('possessive'), OBLIQUE = feature('oblique'), REPORTED = feature('reported')
const FULL = feature('full name'), ONCE = feature('named once'), COUNT = feature('count'), MOST_NAMED = feature('most named'), TOTAL = feature('count in all')
const LEAD = feature('named in the lead'), PARAGRAPH = feature('same paragraph'), PARAGRAPH_BEFORE = feature('paragraph before'), INSIDE = feature('inside marks')
const SPOKE_LAST = feature('spoke last'), SPOKE_NEAR = feature('spoke last, near'), SPOKE_GOES_ON = feature('spoke last, goes on'), SPOKE_OPENS = feature('spoke last, paragraph opens')
const SPOKE_PARAGRAPH = feature('spoke last, same paragraph'), SPOKE = feature('spoke'), SPOKE_MORE = feature('spoke often')
const IN_SAID = feature('named in the words said'), IN_NEAR = feature('named in words near'), AHEAD = feature('named in what follows'), NOT_SPOKEN = feature('spoke last is another')
const SAME_SENTENCE_BEHIND = feature('this sentence, behind')

/** The features that every reference has. */
export const SALIENCE: readonly string[] = FEATURES

/** Fills a row's first places with a candidate's features; `rank` counts the fitting candidates named more recently. */
export function describe(row: Float64Array, site: Site, c: Candidate, rank: number, trail: Trail): void {
  const distance = Math.max(0, site.clock - c.clock), last = c.draft.type === 'PERSON' ? trail.lastSpeaker === c : trail.lastVoice === c
  row[SENTENCES[distance < 4 ? distance : distance < 6 ? 4 : 5]] = 1
  row[RANKS[Math.min(rank, 3)]] = 1
  if (c.subject) {
    row[SUBJECT] = 1
    if (distance === 0) row[SUBJECT_HERE] = 1
    if (distance === 1) row[SUBJECT_BEFORE] = 1
  } else if (distance === 0) row[OBJECT_HERE] = 1
  if (site.clock - c.subjectClock <= 1) row[LAST_SUBJECT] = 1
  if (c.kind === 'pronoun') row[PRONOUN] = 1
  if (c.kind === 'nominal') row[NOMINAL] = 1
  if (c.possessive) row[POSSESSIVE] = 1
  if (c.oblique) row[OBLIQUE] = 1
  if (c.reported) row[REPORTED] = 1
  if (c.full) row[FULL] = 1
  if (c.count === 1) row[ONCE] = 1
  row[COUNT] = Math.log2(1 + c.count)
  if (c.count >= trail.most) row[MOST_NAMED] = 1
  row[TOTAL] = Math.log2(1 + c.draft.mentions.length)
  if (c.since <= 1) row[LEAD] = 1
  if (site.paragraph === c.paragraph) row[PARAGRAPH] = 1
  else if (site.paragraph === c.paragraph + 1) row[PARAGRAPH_BEFORE] = 1
  if (c.inside) row[INSIDE] = 1
  if (last) {
    row[SPOKE_LAST] = 1
    if (site.clock - c.spokeClock <= 1) row[SPOKE_NEAR] = 1
    if (site.goesOn) row[SPOKE_GOES_ON] = 1
    if (site.opens) row[SPOKE_OPENS] = 1
    if (site.paragraph === c.paragraph) row[SPOKE_PARAGRAPH] = 1
  } else if (trail.lastSpeaker) row[NOT_SPOKEN] = 1
  if (c.spoke > 0) row[SPOKE] = 1
  row[SPOKE_MORE] = Math.log2(1 + c.spoke)
  // Nobody names himself.
  if (c.mark >= 0 && site.afterMark >= 0 && c.mark >= site.afterMark - 2) row[c.mark === site.afterMark ? IN_SAID : IN_NEAR] = 1
  if (site.ahead.has(c.draft.at)) row[AHEAD] = 1
  if (distance === 0 && site.behind) row[SAME_SENTENCE_BEHIND] = 1
}
