/**
 * Whom a pronoun means: the persons in mind are ranked by a log-linear model; the best is taken where the model is sure
 * enough, and "no one" is a candidate too. The weights are learnt from news whose speakers are annotated (train-linking).
 */
import type { Gender } from '../../types.js'
import { rankerOf } from './ranker.js'
import { describe, featureList, SALIENCE, type Candidate, type Site, type Trail } from './salience.js'

/** Where a pronoun stands. */
export interface PronounSite extends Site {
  readonly gender: Gender
  /** "he" and "she", not "him", "his", "her". */
  readonly subject: boolean
}

const { names, feature } = featureList()
/** Features of salience stand for all pronouns, and again for those that speak behind words in marks, others that speak, and "him" or "his". */
const BLOCKS = ['', 'behind marks: ', 'in front: ', 'object: '].map(block => SALIENCE.map(name => feature(block + name))[0])
const GENDER_TOLD = feature('gender told'), GENDER_LIKELY = feature('gender likely'), GENDER_AGAINST = feature('gender against'), GENDER_GUESSED = feature('gender guessed')
const CHAIN = feature('pronoun before'), CHAIN_NEAR = feature('pronoun before, near'), CHAIN_OPENS = feature('pronoun before, paragraph opens')
const OBJECT_FORM = feature('not subject form, this sentence'), NO_ONE = feature('no one'), NO_ONE_SPEAKS = feature('no one, speaks')

/** The model that pronouns are resolved by. */
export const pronounRanker = rankerOf('antecedent-weights.txt', names)

/** The least probability with which an antecedent is taken. */
const SURE = 0.5
/** So many fitting candidates are compared. */
const MOST = 8

/** Called with each pronoun and nominal outside marks: the candidates that fit it and their features, row by row, "no one" last. */
export type Observer = (kind: 'pronoun' | 'nominal', token: number, fitting: readonly Candidate[], rows: readonly Float64Array[]) => void

/** Rows to fill again and again, where no observer keeps them. */
const spare = Array.from({ length: MOST + 1 }, () => new Float64Array(names.length))

function fill(row: Float64Array, site: PronounSite, c: Candidate, rank: number, trail: Trail): void {
  describe(row, site, c, rank, trail)
  const block = !site.subject ? BLOCKS[3] : site.afterMark >= 0 && site.speaks ? BLOCKS[1] : site.speaks ? BLOCKS[2] : 0
  if (block > 0) for (let i = 0; i < SALIENCE.length; i++) row[block + i] = row[i]
  const { gender, sure } = c.draft, distance = site.clock - c.clock
  if (gender) row[gender !== site.gender ? GENDER_AGAINST : sure ? GENDER_TOLD : GENDER_LIKELY] = 1
  if (c.guess) row[GENDER_GUESSED] = c.guess === site.gender ? 1 : -1
  if ((site.gender === 'm' ? trail.lastHe : trail.lastShe) === c) {
    row[CHAIN] = 1
    if (distance <= 1) row[CHAIN_NEAR] = 1
    if (site.opens) row[CHAIN_OPENS] = 1
  }
  if (!site.subject && distance === 0) row[OBJECT_FORM] = 1
}

/** The candidate that the pronoun means, or null where none fits or the model is not sure. */
export function pickAntecedent(site: PronounSite, inMind: readonly Candidate[], trail: Trail, observe?: Observer): Candidate | null {
  // A first name may mislead: the pronoun of who spoke last is stronger.
  const fits = (c: Candidate): boolean => c.draft.type === 'PERSON' &&
    (!c.draft.gender || c.draft.gender === site.gender || (!c.draft.sure && (c.guess === site.gender || (site.speaks && trail.lastSpeaker === c))))
  // Words in marks are another's: a pronoun in them is looked for there alone.
  if (site.mark >= 0) return inMind.find(c => c.mark === site.mark && fits(c) && c.draft.gender === site.gender) ?? null
  const fitting: Candidate[] = []
  for (const c of inMind) if (fits(c) && fitting.push(c) === MOST) break
  if (fitting.length === 0) return null
  const row = (k: number): Float64Array => (observe ? new Float64Array(names.length) : spare[k].fill(0))
  const rows = fitting.map((candidate, rank) => {
    const own = row(rank)
    fill(own, site, candidate, rank, trail)
    return own
  })
  const none = row(fitting.length)
  none[NO_ONE] = 1
  if (site.speaks) none[NO_ONE_SPEAKS] = 1
  rows.push(none)
  observe?.('pronoun', site.token, fitting, rows)
  const { index, probability } = pronounRanker.best(rows)
  return index < fitting.length && probability >= SURE ? fitting[index] : null
}
