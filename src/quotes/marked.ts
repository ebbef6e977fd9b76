/** Direct and mixed quotes: the attributed stretches, joined into utterances. */
import type { Language, Span, Speaker } from '../types.js'
import type { Candidate } from './candidates.js'
import type { Attributed, Attribution, Reading } from './attribution.js'
import { extentOf, spanOf, type Extent } from './clauses.js'
import { evidenceOf } from './explain.js'
import { draftOf, speak, type Draft, type Room } from './draft.js'
import type { Ranked } from './model.js'
import type { ReportedClause } from './reported/index.js'
import type { Stretch } from './stretches.js'

/** A look-up of the reported clause that hangs on a cue and covers a stretch. */
type ClauseOf = (cue: number, stretch: Span) => ReportedClause | null

export function clausesByCue(clauses: readonly ReportedClause[]): ClauseOf {
  const byCue = new Map<number, ReportedClause[]>()
  for (const clause of clauses) {
    for (let i = clause.cue.first; i < clause.cue.last; i++) {
      const list = byCue.get(i)
      if (list) list.push(clause)
      else byCue.set(i, [clause])
    }
  }
  return (cue, { start, end }) => (byCue.get(cue) ?? []).find(({ content }) => content.some(piece => piece.start <= start + 1 && piece.end >= end - 2)) ?? null
}

/**
 * Whether two stretches of one attribution are one utterance: a paragraph that reopens the mark, or what its own cue
 * broke. Small letters go on only where no full stop parts them.
 */
function goesOn(text: string, { tokens }: Language, last: Stretch, next: Stretch): boolean {
  if (next.paragraph !== last.paragraph) return next.resumes || next.opensParagraph && next.paragraph === last.paragraph + 1
  if (!/^\p{Ll}/u.test(text.slice(next.region.inner.start, next.region.inner.start + 2))) return true
  return tokens[last.last - 1].sentence === tokens[next.first].sentence && /[,\p{L}]$/u.test(text.slice(last.region.inner.start, last.region.inner.end))
}

/** The share of all readings that give a source, by whatever cue, or go on with what has it. */
const sourceShare = (ranked: readonly Ranked[], { source }: Candidate): number =>
  ranked.reduce((sum, { candidate, share }) => sum + (candidate.way === 'continue' || candidate.way === 'cue' && candidate.source?.head === source?.head ? share : 0), 0)

/** The quotes that an attribution's stretches make. */
function quotesOf(room: Room, attribution: Attribution, clauseOf: ClauseOf): Draft[] {
  const { document: { text }, language, marked } = room, { tokens, sentences } = language
  const { candidate, stretches } = attribution, drafts: Draft[] = []
  const speaker = candidate.source ? speak(room, candidate.source).speaker : null

  const write = (members: readonly Attributed[], content: readonly Span[] | null, utterance: object): void => {
    const { stretch, chosen, ranked } = members[0], last = members.at(-1)!.stretch
    const home = sentences[tokens[stretch.first].sentence], final = sentences[tokens[last.last - 1].sentence]
    const cued = candidate.cue >= 0 && (members.some(member => member.chosen.candidate.way === 'cue') || tokens[candidate.cue].sentence === tokens[stretch.first].sentence)
    const spans = members.map(member => member.stretch.region.inner)
    const own: Speaker | null = speaker && { ...speaker, mention: cued ? speaker.mention : null }
    drafts.push(draftOf(room, {
      kind: content ? 'mixed' : 'direct', extent: { start: stretch.region.start, end: last.region.end }, spans, content: content ?? spans,
      cue: cued ? { token: candidate.cue, lastToken: candidate.cue, lemma: candidate.lemma } : null, speaker: own,
      sentence: { start: Math.min(home.start, stretch.region.start), end: Math.max(final.end, last.region.end) },
      confidence: { kind: content ? 'mixed' : 'direct', share: chosen.share, sourceShare: sourceShare(ranked, candidate) }, rule: cued ? 'cue' : 'goes on', utterance,
      evidence: () => evidenceOf(room.document, language, ranked, chosen),
    }))
  }

  let direct: Attributed[] = []
  const open: { extent: Extent | null; content: readonly Span[]; key: object } = { extent: null, content: [], key: {} }
  const flush = (): void => {
    if (direct.length > 0) write(direct, null, direct[0])
    direct = []
  }
  for (const member of stretches) {
    const extent = extentOf(text, language, marked, member.stretch, candidate)
    if (extent.direct) {
      const last = direct.at(-1)
      if (last && !goesOn(text, language, last.stretch, member.stretch)) flush()
      direct.push(member)
      continue
    }
    flush()
    if (open.extent === null || extent.first >= open.extent.last) {
      const clause = candidate.cue >= 0 ? clauseOf(candidate.cue, member.stretch.region) : null
      Object.assign(open, { extent, content: clause?.content ?? [spanOf(language, extent.first, extent.last)], key: {} })
    }
    write([member], open.content, open.key)
  }
  flush()
  return drafts
}

export const markedQuotes = (room: Room, { attributions }: Reading, clauseOf: ClauseOf): Draft[] =>
  attributions.flatMap(attribution => quotesOf(room, attribution, clauseOf))
