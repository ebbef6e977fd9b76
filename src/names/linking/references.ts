/**
 * Pronouns and nominals: whom "he", "the senator" and "the department" name. One pass over the sentences keeps what each
 * entity's last mentions were; a pronoun outside quotation marks looks only at mentions outside, a nominal at roles.
 * What the text does not tell clearly is left alone.
 */
import type { Document, Gender, Language, Mention } from '../../types.js'
import { findMarks } from '../../document/marks.js'
import { itAt, phraseAt, pickNamed, type NominalContext } from './nominals.js'
import { pickAntecedent, type Observer } from './antecedents.js'
import type { Candidate, Site, Trail } from './salience.js'
import type { Draft } from './draft.js'

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'm'], ['him', 'm'], ['his', 'm'], ['himself', 'm'], ['she', 'f'], ['her', 'f'], ['hers', 'f'], ['herself', 'f'],
])

/** Verbs of saying that mark their subject as the last speaker. */
const SAYING: ReadonlySet<string> = new Set((
  'said says say saying told tells tell telling added adds adding asked asks wrote writes tweeted argued argues noted notes noting ' +
  'explained explains announced insisted insists acknowledged admitted claimed claims warned warns stated states declared replied ' +
  'responded responds continued suggested called recalled remarked reiterated joked testified predicted stressed urged concluded ' +
  'asserted commented complained confirmed conceded revealed promised vowed pledged agreed'
).split(' '))
const NOT_SUBJECT_AFTER = /^(?:said|says|added|asked|told|as|that|if|because|while|when|after|before|since|but|and)$/
const GOES_ON = /^(?:added|adds|continued|continues|went|concluded|noted|explained)$/
/** Entities that no mention has named for longer than this many sentences are forgotten. */
const HORIZON = 14
/** So many tokens are looked ahead for names in what is said. */
const AHEAD = 60
/** So many entities are kept in mind. */
const MOST = 24

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
export function addReferences(document: Document, language: Language, drafts: readonly Draft[], entityAt: Int32Array, observe?: Observer): void {
  const { tokens, sentences } = language, marked = markedTokens(document, language)
  // Sentences that are all in marks do not make what was named before them older.
  let clock = 0, reporting = false
  /** The person who is the subject of this sentence. */
  let subjectHere: Candidate | null = null
  const inMind: Candidate[] = [], byDraft = new Map<number, Candidate>()
  const trail: Trail = { lastSpeaker: null, lastVoice: null, lastHe: null, lastShe: null, most: 0 }
  const nominals: NominalContext = { document, language, drafts, entityAt, inMind, trail, observe }

  const sameSentence = (a: number, b: number): boolean => tokens[a] !== undefined && tokens[b] !== undefined && tokens[a].sentence === tokens[b].sentence
  const speaksAt = (first: number, last: number): boolean => {
    for (let i = last; i < last + 3 && sameSentence(i, first); i++) if (SAYING.has(tokens[i].lower)) return true
    return sameSentence(first - 1, first) && SAYING.has(tokens[first - 1].lower)
  }
  /** Whether a verb of saying follows soon: "it said", "it has also said". */
  const says = (i: number): boolean => {
    let k = i + 1
    while (k < i + 3 && sameSentence(k, i) && (tokens[k].pos === 'AUX' || tokens[k].pos === 'ADV')) k++
    return sameSentence(k, i) && SAYING.has(tokens[k].lower)
  }
  const isSubject = (first: number, last: number): boolean => {
    const before = sameSentence(first - 1, first) ? tokens[first - 1] : null
    if (before && (before.pos === 'ADP' || before.pos === 'VERB') && !NOT_SUBJECT_AFTER.test(before.lower)) return false
    const next = sameSentence(last, first) ? tokens[last] : undefined
    return next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV' || next.text === ',' || next.text === '(' || (before !== null && SAYING.has(before.lower)))
  }
  const speak = (c: Candidate): void => {
    if (c.draft.type === 'PERSON') trail.lastSpeaker = c
    trail.lastVoice = c
    c.spoke++
    c.spokeClock = clock
  }
  /** The site of a reference at tokens first to last. */
  const siteAt = (first: number, last: number, sentence: number): Site => {
    const { paragraph } = sentences[sentence], mark = marked[first], before = sameSentence(first - 1, first) ? first - 1 : -1
    // The verb may stand before it: "…, said the senator".
    const edge = before >= 0 && SAYING.has(tokens[before].lower) ? before - 1 : first - 1
    const afterMark = mark < 0 && edge >= 0 && sentences[tokens[edge].sentence].paragraph === paragraph ? marked[tokens[edge].text === ',' && edge > 0 ? edge - 1 : edge] : -1
    const speaks = speaksAt(first, last), next = tokens[last]?.lower ?? ''
    return {
      token: first, sentence, paragraph, clock, mark, afterMark, speaks, behind: speaks && before >= 0 && tokens[before].text === ',',
      goesOn: GOES_ON.test(next) || (next === 'also' && speaks),
      opens: first === sentences[sentence].first && (sentence === 0 || sentences[sentence - 1].paragraph !== paragraph), ahead: namedAhead(last, sentence),
    }
  }
  /** The entities named in the rest of the sentence and in the words in marks that go on from it. */
  const namedAhead = (from: number, sentence: number): Set<number> => {
    const named = new Set<number>(), { paragraph, last } = sentences[sentence]
    for (let i = from; i < tokens.length && i - from < AHEAD; i++) {
      if (i >= last && ((marked[i] < 0 && tokens[i].pos !== 'PUNCT') || sentences[tokens[i].sentence].paragraph !== paragraph)) break
      if (entityAt[i] >= 0) named.add(entityAt[i])
    }
    return named
  }
  /** Brings an entity to mind: its mention at tokens first to last. */
  const note = (draft: Draft, first: number, last: number, kind: Mention['kind'], sentence: number, subject: boolean): void => {
    const inside = marked[first] >= 0
    let c = byDraft.get(draft.at)
    if (!c) {
      c = {
        draft, since: sentence, sentence, paragraph: -1, subject: false, subjectClock: -HORIZON, kind, count: 0, inside: true, mark: -1, possessive: false,
        oblique: false, reported: false, clock: 0, spoke: 0, spokeClock: -HORIZON, guess: null, full: false,
      }
      byDraft.set(draft.at, c)
    } else {
      const k = inMind.indexOf(c)
      // What is named within marks again keeps its place outside them.
      if (k >= 0 && (!inside || c.inside)) inMind.splice(k, 1)
      else if (k >= 0) {
        c.mark = marked[first]
        c.count++
        return
      }
    }
    const same = c.sentence === sentence && c.count > 0 && c.inside === inside
    c.subject = same ? c.subject || subject : subject
    c.sentence = sentence
    c.paragraph = sentences[sentence].paragraph
    c.kind = kind
    c.count++
    c.inside = inside
    if (inside) c.mark = marked[first]
    if (subject) c.subjectClock = clock
    c.possessive = tokens[last]?.lower === "'s" || tokens[last]?.lower === "'"
    c.oblique = sameSentence(first - 1, first) && tokens[first - 1].pos === 'ADP'
    c.reported = reporting && !(sameSentence(first - 1, first) && SAYING.has(tokens[first - 1].lower))
    c.clock = clock
    c.full = kind === 'name' && last - first > 1
    if (draft.type === 'PERSON' && c.count > trail.most) trail.most = c.count
    if (subject && !inside && draft.type === 'PERSON') subjectHere ??= c
    if (!inside && speaksAt(first, last) && (draft.type === 'PERSON' || (subject && (draft.type === 'ORG' || draft.type === 'GPE')))) speak(c)
    inMind.unshift(c)
    if (inMind.length > MOST) inMind.pop()
  }
  const mention = (draft: Draft, first: number, last: number, kind: Mention['kind'], rule: string): void => {
    const start = tokens[first].start, end = tokens[last - 1].end
    draft.mentions.push({ start, end, text: document.text.slice(start, end), kind, rule })
  }
  /** The person named behind a phrase that ends at token `at`: "the vice president, Jane Roe, said". */
  const apposed = (at: number, end: number): Draft | null => {
    const named = at + 1 < end && tokens[at].text === ',' && entityAt[at + 1] >= 0 ? drafts[entityAt[at + 1]] : null
    if (named?.type !== 'PERSON') return null
    let k = at + 2
    while (k < end && entityAt[k] === entityAt[at + 1]) k++
    return k >= end || tokens[k].text === ',' || tokens[k].text === '.' ? named : null
  }
  const readPronoun = (i: number, gender: Gender, sentence: number): void => {
    const subject = tokens[i].lower === 'he' || tokens[i].lower === 'she'
    const chosen = pickAntecedent({ ...siteAt(i, i + 1, sentence), gender, subject }, inMind, trail, observe)
    if (!chosen) return
    mention(chosen.draft, i, i + 1, 'pronoun', 'pronoun')
    if (marked[i] >= 0) return
    chosen.guess = gender
    note(chosen.draft, i, i + 1, 'pronoun', sentence, subject)
    if (gender === 'm') trail.lastHe = chosen
    else trail.lastShe = chosen
  }
  sentences.forEach((sentence, index) => {
    while (inMind.length > 0 && clock - inMind[inMind.length - 1].clock > HORIZON) inMind.pop()
    let subjectSeen = false
    reporting = false
    subjectHere = null
    for (let i = sentence.first; i < sentence.last; i++) if (marked[i] < 0 && tokens[i].pos !== 'PUNCT') {
      clock++
      break
    }
    for (let i = sentence.first; i < sentence.last; i++) {
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
      if (marked[i] < 0 && SAYING.has(tokens[i].lower)) {
        if (!reporting && subjectHere && trail.lastSpeaker?.spokeClock !== clock) speak(subjectHere)
        reporting = true
      }
      if (tokens[i].lower === 'it' && marked[i] < 0 && says(i)) {
        const speaker = pickNamed(itAt(i), siteAt(i, i + 1, index), nominals)
        if (speaker) {
          mention(speaker, i, i + 1, 'pronoun', 'it speaks on')
          note(speaker, i, i + 1, 'pronoun', index, true)
        }
        continue
      }
      const gender = PRONOUNS.get(tokens[i].lower)
      if (gender) {
        readPronoun(i, gender, index)
        continue
      }
      const phrase = phraseAt(i, sentence.last, nominals)
      if (!phrase) continue
      const beside = phrase.group ? null : apposed(phrase.last, sentence.last)
      const named = beside ?? pickNamed(phrase, siteAt(i, phrase.last, index), nominals)
      if (!named) continue
      mention(named, i, phrase.last, 'nominal', beside ? 'apposition' : phrase.group ? 'kind' : 'role')
      if (marked[i] < 0) note(named, i, phrase.last, 'nominal', index, !subjectSeen && isSubject(i, phrase.last))
      i = phrase.last - 1
    }
  })
  for (const draft of drafts) draft.mentions.sort((a, b) => a.start - b.start || a.end - b.end)
}
