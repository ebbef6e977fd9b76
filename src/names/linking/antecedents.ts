/**
 * Whom a pronoun means: the persons in mind are ranked by a linear model over how recently, in which place of the
 * sentence and how often each was named; the best is taken where the model is sure enough. The weights are learnt from
 * news whose speakers are annotated (train-linking/antecedents.mjs).
 */
import type { Gender, Mention } from '../../types.js'
import { rankerOf } from './ranker.js'
import type { Draft } from './draft.js'

/** An entity in mind, with its last mention outside quotation marks (inside them only where it has no other). */
export interface Candidate {
  readonly draft: Draft
  sentence: number
  paragraph: number
  token: number
  /** Whether it was a subject in the sentence of its last mention, and so of a verb of saying. */
  subject: boolean
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
  /** The gender of the pronouns that were taken for it where nothing else tells. */
  guess: Gender | null
  full: boolean
}

/** Where a pronoun stands. */
export interface Site {
  readonly token: number
  readonly sentence: number
  readonly paragraph: number
  readonly gender: Gender
  /** The marked stretch that it stands in, or -1. */
  readonly mark: number
  /** "he" and "she", not "him", "his", "her". */
  readonly subject: boolean
  /** Whether a verb of saying is next to it. */
  readonly speaks: boolean
  readonly opens: boolean
  readonly clock: number
  /** Whether the verb of saying is added, continued … */
  readonly goesOn: boolean
  /** Whether a closing mark stands right before it. */
  readonly afterMarks: boolean
  /** Whether it speaks behind what it says: "…, he said". */
  readonly behind: boolean
}

/** What was resolved so far. */
export interface Trail {
  lastSpeaker: Candidate | null
  lastHe: Candidate | null
  lastShe: Candidate | null
  most: number
}

export const FEATURES = [
  'sentence 0', 'sentence 1', 'sentence 2', 'sentence 3', 'sentence 4-5', 'sentence 6+', 'rank 0', 'rank 1', 'rank 2', 'rank 3+',
  'subject', 'subject, sentence 0', 'subject, sentence 1', 'was pronoun', 'was nominal', 'possessive', 'oblique', 'full name', 'gender known',
  'count', 'most named', 'same paragraph', 'spoke last', 'spoke last, speaks', 'pronoun before', 'pronoun before, near', 'inside marks',
  'object, same sentence', 'paragraph opens, spoke last', 'paragraph opens, pronoun before', 'not subject form, same sentence', 'named once',
  'spoke last, goes on', 'after marks, spoke last', 'after marks, subject nearby', 'same sentence, said behind', 'reported', 'reported, speaks',
  'gender guessed',
] as const

/** Fills `into` with a candidate's features; `rank` counts the fitting candidates named more recently. */
export function featuresOf(site: Site, c: Candidate, rank: number, trail: Trail, into: Float64Array): void {
  const distance = site.clock - c.clock, near = distance <= 1
  into[distance < 4 ? distance : distance < 6 ? 4 : 5] = 1
  into[6 + Math.min(rank, 3)] = 1
  const chain = (site.gender === 'm' ? trail.lastHe : trail.lastShe) === c, spoke = trail.lastSpeaker === c
  if (c.subject) {
    into[10] = 1
    if (distance === 0) into[11] = 1
    if (distance === 1) into[12] = 1
  }
  if (c.kind === 'pronoun') into[13] = 1
  if (c.kind === 'nominal') into[14] = 1
  if (c.possessive) into[15] = 1
  if (c.oblique) into[16] = 1
  if (c.full) into[17] = 1
  if (c.draft.gender) into[18] = 1
  into[19] = Math.log2(1 + c.count)
  if (c.count >= trail.most) into[20] = 1
  if (site.paragraph === c.paragraph) into[21] = 1
  if (spoke) into[22] = 1
  if (spoke && site.speaks) into[23] = 1
  if (chain) into[24] = 1
  if (chain && near) into[25] = 1
  if (c.inside) into[26] = 1
  if (distance === 0 && !c.subject) into[27] = 1
  if (site.opens && spoke) into[28] = 1
  if (site.opens && chain) into[29] = 1
  if (!site.subject && distance === 0) into[30] = 1
  if (c.count === 1) into[31] = 1
  if (spoke && site.goesOn) into[32] = 1
  if (site.afterMarks && spoke) into[33] = 1
  if (site.afterMarks && c.subject && near) into[34] = 1
  if (distance === 0 && site.behind) into[35] = 1
  if (c.reported) into[36] = 1
  if (c.reported && site.speaks) into[37] = 1
  if (!c.draft.gender && c.guess === site.gender) into[38] = 1
}

/** The model that pronouns are resolved by. */
export const pronounRanker = rankerOf('antecedent-weights.txt', FEATURES)

/** The least probability with which an antecedent is taken. */
const SURE = 0.5
/** So many fitting candidates are compared. */
const MOST = 8

/** Called with each pronoun and nominal outside marks: the candidates that fit it and their features, row by row. */
export type Observer = (kind: 'pronoun' | 'nominal', token: number, fitting: readonly Candidate[], rows: readonly Float64Array[]) => void

/** Rows to fill again and again, where no observer keeps them. */
const spare = Array.from({ length: MOST }, () => new Float64Array(FEATURES.length))

/** The candidate that the pronoun means, or null where none fits or the model is not sure. */
export function pickAntecedent(site: Site, inMind: readonly Candidate[], trail: Trail, observe?: Observer): Candidate | null {
  const fits = ({ draft }: Candidate): boolean => draft.type === 'PERSON' && (!draft.gender || draft.gender === site.gender)
  // Words in marks are another's: a pronoun in them is looked for there alone.
  if (site.mark >= 0) return inMind.find(c => c.mark === site.mark && fits(c) && c.draft.gender) ?? null
  const fitting: Candidate[] = []
  for (const c of inMind) if (fits(c) && fitting.push(c) === MOST) break
  if (fitting.length === 0) return null
  const rows = fitting.map((candidate, rank) => {
    const row = observe ? new Float64Array(FEATURES.length) : spare[rank].fill(0)
    featuresOf(site, candidate, rank, trail, row)
    return row
  })
  observe?.('pronoun', site.token, fitting, rows)
  const { index, probability } = pronounRanker.best(rows)
  return probability >= SURE ? fitting[index] : null
}
