/** Whom a pronoun means: each person in mind is scored, and the best is taken where it stands out. */
import type { Gender, Mention } from '../../types.js'
import type { Draft } from './references.js'

/** A person, place … in mind, with its last mention. */
export interface Candidate {
  readonly draft: Draft
  sentence: number
  token: number
  subject: boolean
  kind: Mention['kind']
  count: number
  inside: boolean
  possessive: boolean
  spoke: boolean
  readonly first: number
}

/** Where a pronoun stands. */
export interface Site {
  readonly token: number
  readonly sentence: number
  readonly gender: Gender
  readonly inside: boolean
  readonly mark: number
  readonly pronoun: string
  readonly paragraph: number
  readonly first: boolean
}

/** The candidate that the pronoun means, or null where none fits or two fit alike. */
export function pickAntecedent(site: Site, inMind: readonly Candidate[], marked: Int32Array): Candidate | null {
  let best: Candidate | null = null, most = 0, second = -Infinity, rank = 0
  for (const candidate of inMind) {
    const { draft } = candidate
    if (draft.type !== 'PERSON' || (draft.gender && draft.gender !== site.gender)) continue
    // Words in marks are another's: a pronoun in them looks there first, one outside never there.
    if (site.inside ? marked[candidate.token] !== site.mark : candidate.inside) continue
    let score = 4 - 1.2 * Math.min(site.sentence - candidate.sentence, 6) - 0.7 * rank
    if (candidate.subject) score += 1.5
    if (candidate.kind === 'pronoun') score += 0.5
    if (candidate.possessive) score -= 0.3
    if (!draft.gender) score -= 1
    score += 0.3 * Math.log2(1 + candidate.count)
    if (score > most) {
      second = best ? most : second
      best = candidate
      most = score
    } else if (score > second) second = score
    rank++
  }
  return best && most - second >= 0.3 ? best : null
}
