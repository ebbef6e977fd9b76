/** Who is quoted saying what, and when: marks → stretches → attribution → quotes. */
import { findMarks } from '../document/marks.js'
import { referenceIndex } from '../names/linking/index.js'
import type { Cast, Document, Language, Quote, Speaker, TimeExpression, Unsaid } from '../types.js'
import { attribute, type Attributed, type Attribution } from './attribution.js'
import { extentOf, spanOf, type Extent } from './clauses.js'
import { dateOfSaying, namedIn } from './said.js'
import { readSource, speakerOf } from './speaker.js'
import { layStretches } from './stretches.js'
import { attributionWeights } from './weights.js'

interface Draft { readonly quote: Omit<Quote, 'id' | 'utterance'>; readonly utterance: object }

/** The quotes of a document in text order, and the marked words that nobody said. */
export function findQuotes(document: Document, language: Language, cast: Cast, dates: readonly TimeExpression[]): { quotes: Quote[]; unsaid: Unsaid[] } {
  const { text } = document, { tokens, sentences } = language
  const marked = layStretches(document, language, findMarks(document))
  const reading = attribute(document, language, marked, attributionWeights())
  const lookup = referenceIndex(cast), about = namedIn(cast), drafts: Draft[] = []

  const write = (attribution: Attribution, members: readonly Attributed[], extent: Extent | null, utterance: object, speaker: Speaker | null): void => {
    const { candidate } = attribution, inners = members.map(({ stretch }) => stretch.region.inner)
    const spans = inners.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
    const content = extent ? [spanOf(language, extent.first, extent.last)] : inners
    const { stretch, chosen, ranked } = members[0], near = candidate.cue >= 0 && chosen.candidate.way === 'cue'
    const cue = candidate.cue >= 0 ? tokens[candidate.cue] : null
    const home = sentences[tokens[stretch.first].sentence], final = sentences[tokens[members.at(-1)!.stretch.last - 1].sentence]
    drafts.push({
      utterance,
      quote: {
        kind: extent ? 'mixed' : 'direct', start: stretch.region.start, end: members.at(-1)!.stretch.region.end, text: spans.map(span => span.text).join(' '),
        spans, content, speaker: speaker && { ...speaker, mention: near ? speaker.mention : null },
        cue: cue && near ? { start: cue.start, end: cue.end, text: cue.text, lemma: candidate.lemma } : null,
        said: near ? dateOfSaying(language, candidate.cue, i => marked.owner[i] > 0, dates) : null,
        about: about(content), sentence: { start: Math.min(home.start, stretch.region.start), end: final.end },
        confidence: Math.round(100 * chosen.share) / 100, rule: chosen.candidate.way === 'cue' ? 'cue' : 'continued',
        get evidence() { return ranked.slice(0, 3).map(({ candidate: { way, cue: at, source }, share }) => `${share.toFixed(2)} ${way}${at >= 0 ? ` ${tokens[at].text}` : ''}${source ? ` by ${tokens[source.head].text}` : ''}`) },
      },
    })
  }

  for (const attribution of reading.attributions) {
    const { candidate, stretches } = attribution
    const speaker = candidate.source ? speakerOf(document, language, readSource(language, candidate.source, lookup)) : null
    let direct: Attributed[] = []
    const clause = { first: 0, last: -1, key: {} }
    const flush = (): void => {
      if (direct.length > 0) write(attribution, direct, null, direct[0], speaker)
      direct = []
    }
    for (const member of stretches) {
      const extent = extentOf(text, language, marked, member.stretch, candidate)
      if (extent.direct) direct.push(member)
      else {
        flush()
        if (extent.first < clause.last) clause.last = Math.max(clause.last, extent.last)
        else Object.assign(clause, { first: extent.first, last: extent.last, key: {} })
        write(attribution, [member], { ...extent, first: clause.first, last: clause.last }, clause.key, speaker)
      }
    }
    flush()
  }

  drafts.sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end)
  const utterances = new Map<object, string>()
  const quotes = drafts.map(({ quote, utterance }, i): Quote => {
    if (!utterances.has(utterance)) utterances.set(utterance, `u${utterances.size + 1}`)
    return Object.defineProperties({ id: `q${i + 1}`, utterance: utterances.get(utterance)! }, Object.getOwnPropertyDescriptors(quote)) as Quote
  })
  const unsaid = reading.unsaid.map(({ stretch: { region: { inner: { start, end } } } }): Unsaid => ({ start, end, text: text.slice(start, end), reason: 'nobody is told to say it' }))
  return { quotes, unsaid }
}
