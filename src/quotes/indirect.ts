/** Indirect quotes: reported clauses in which no marked words are said. */
import { draftOf, speak, type Draft, type Room } from './draft.js'
import type { ReportedClause } from './reported/index.js'
import { partitionPoint } from '../search.js'
import type { Span } from '../types.js'

export function indirectQuotes(room: Room, clauses: readonly ReportedClause[], said: readonly Span[]): Draft[] {
  const { language: { sentences, tokens } } = room, drafts: Draft[] = []
  const sorted = [...said].sort((a, b) => a.start - b.start)
  const holdsMarks = ({ start, end }: Span): boolean => {
    const low = partitionPoint(sorted.length, i => sorted[i].end <= start)
    return low < sorted.length && sorted[low].start < end
  }
  for (const clause of clauses) {
    if (clause.content.some(holdsMarks)) continue
    const { first, last } = clause.content.length > 0 ? { first: clause.content[0], last: clause.content.at(-1)! } : { first: null, last: null }
    if (!first || !last) continue
    const sentence = sentences[tokens[clause.cue.first].sentence], { source } = clause
    drafts.push(draftOf(room, {
      kind: 'indirect', extent: { start: first.start, end: last.end }, spans: [], content: clause.content,
      cue: { token: clause.cue.first, lastToken: clause.cue.last - 1, lemma: clause.cue.lemma },
      speaker: source && speak(room, { first: source.first, last: source.last, head: source.head }).speaker,
      sentence: { start: Math.min(sentence.start, first.start), end: Math.max(sentence.end, last.end) },
      confidence: { kind: 'indirect', share: clause.score, sourceShare: clause.score }, rule: clause.rule, evidence: () => [clause.rule], utterance: clause,
    }))
  }
  return drafts
}
