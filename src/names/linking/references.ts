/**
 * Pronouns and nominals: whom "he", "the senator" and "the department" name. One pass over the sentences keeps what each
 * entity's last mentions were; a pronoun outside quotation marks looks only at mentions outside, a nominal at roles.
 * What the text does not tell clearly is left alone.
 */
import type { Document, EntityType, Gender, Language, Mention } from '../../types.js'
import { findMarks } from '../../document/marks.js'
import { nominalAt, type NominalContext } from './nominals.js'
import { pickAntecedent, type Candidate, type Site } from './antecedents.js'
import type { Role } from './roles.js'

/** An entity while it is being put together. `at` is its place in the list of entities. */
export interface Draft {
  readonly at: number
  readonly name: string
  readonly type: EntityType
  readonly roles: readonly Role[]
  gender: Gender | null
  readonly mentions: Mention[]
}

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'm'], ['him', 'm'], ['his', 'm'], ['himself', 'm'], ['she', 'f'], ['her', 'f'], ['hers', 'f'], ['herself', 'f'],
])

/** Persons that no mention has named for longer than this many sentences are forgotten. */
const HORIZON = 12
/** So many persons are kept in mind. */
const MOST = 16

/** Whether each token stands between quotation marks: the index of the marked stretch, or -1. */
function markedTokens(document: Document, { tokens }: Language): Int32Array {
  const marked = new Int32Array(tokens.length).fill(-1)
  let i = 0
  findMarks(document).forEach(({ start, end }, index) => {
    while (i < tokens.length && tokens[i].start < start) i++
    for (; i < tokens.length && tokens[i].start < end; i++) marked[i] = index
  })
  return marked
}

/** Adds pronoun and nominal mentions to the drafts. `entityAt` is the draft that each token's name belongs to, or -1. */
export function addReferences(document: Document, language: Language, drafts: readonly Draft[], entityAt: Int32Array): void {
  const { tokens, sentences } = language, marked = markedTokens(document, language)
  const inMind: Candidate[] = [], byDraft = new Map<number, Candidate>()
  const nominals: NominalContext = { document, language, drafts, entityAt, inMind }
  const note = (draft: Draft, token: number, last: number, kind: Mention['kind'], sentence: number, subject: boolean): void => {
    let candidate = byDraft.get(draft.at)
    if (!candidate) {
      candidate = { draft, sentence, token, subject, kind, count: 0, inside: false, spoke: false, possessive: false, first: sentence }
      byDraft.set(draft.at, candidate)
    } else {
      const k = inMind.indexOf(candidate)
      if (k >= 0) inMind.splice(k, 1)
    }
    const same = candidate.sentence === sentence && candidate.count > 0
    candidate.subject = same ? candidate.subject || subject : subject
    candidate.sentence = sentence
    candidate.token = token
    candidate.kind = kind
    candidate.count++
    candidate.inside = marked[token] >= 0
    candidate.possessive = tokens[last]?.lower === "'s" || tokens[last]?.lower === '’s' || tokens[last]?.lower === "'"
    inMind.unshift(candidate)
    if (inMind.length > MOST) inMind.pop()
  }
  const mention = (draft: Draft, first: number, last: number, kind: Mention['kind'], rule: string): void => {
    const start = tokens[first].start, end = tokens[last - 1].end
    draft.mentions.push({ start, end, text: document.text.slice(start, end), kind, rule })
  }
  sentences.forEach((sentence, index) => {
    for (let k = inMind.length - 1; k >= 0; k--) if (index - inMind[k].sentence > HORIZON) inMind.splice(k, 1)
    let subjectSeen = false
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i]
      if (entityAt[i] >= 0) {
        const draft = drafts[entityAt[i]]
        let last = i + 1
        while (last < sentence.last && entityAt[last] === entityAt[i]) last++
        const subject = !subjectSeen && isSubject(i, last)
        note(draft, i, last, 'name', index, subject)
        if (subject && draft.type === 'PERSON') subjectSeen = true
        i = last - 1
        continue
      }
      const gender = PRONOUNS.get(token.lower)
      if (gender && token.pos !== 'PROPN') {
        const site: Site = { token: i, sentence: index, gender, inside: marked[i] >= 0, mark: marked[i], pronoun: token.lower, paragraph: sentence.paragraph, first: i === sentence.first }
        const chosen = pickAntecedent(site, inMind, marked)
        if (!chosen) continue
        mention(chosen.draft, i, i + 1, 'pronoun', 'pronoun')
        if (!site.inside) note(chosen.draft, i, i + 1, 'pronoun', index, token.lower === 'he' || token.lower === 'she')
        continue
      }
      const nominal = nominalAt(i, sentence.last, nominals)
      if (nominal) {
        mention(nominal.draft, i, nominal.last, 'nominal', nominal.rule)
        if (marked[i] < 0) note(nominal.draft, i, nominal.last, 'nominal', index, !subjectSeen && isSubject(i, nominal.last))
        i = nominal.last - 1
      }
    }
  })
  for (const draft of drafts) draft.mentions.sort((a, b) => a.start - b.start || a.end - b.end)

  function isSubject(first: number, last: number): boolean {
    const before = first > 0 && tokens[first - 1].sentence === tokens[first].sentence ? tokens[first - 1] : null
    if (before && (before.pos === 'ADP' || before.pos === 'VERB') && !/^(?:said|says|added|asked|told|as|that|if|because|while|when|after|before|since)$/.test(before.lower)) return false
    const next = tokens[last]
    return next !== undefined && next.sentence === tokens[first].sentence && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV' || next.text === ',' || next.text === '(' || before !== null && /^(?:said|says|added|asked|told)$/.test(before.lower))
  }
}
