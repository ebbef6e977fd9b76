/** --explain in words: why this speaker, who else it could have been, how a date was resolved, why marks are no quote. */
import type { Unsaid } from '../types.js'
import type { DateRecord, EntityRecord, QuoteRecord } from './records.js'

const percent = (share: number): string => `${Math.round(100 * share)}%`
const quoted = (text: string): string => `“${text}”`

/** A reading that the engine thought of, as it writes it down: `runner-up: cue “added” with “the diplomat”: score 0.07`. */
const READING = /^(?:chosen|runner-up): (?:cue (“.+?”) with (?:(“.+”)|no source)|(.+)): score (\d\.\d+)$/
const OTHER_READINGS: Readonly<Record<string, string>> = { 'said by nobody': 'nobody says it', 'goes on with the attribution before it': 'the speaker before goes on' }

/** The reading in words with its share; null where it is the one that `mention` stands for, or hardly was one. */
function readingInWords(evidence: string, mention: string): string | null {
  const [, cue, source, other, score] = READING.exec(evidence) ?? []
  if (score === undefined || Number(score) < 0.01 || source === quoted(mention)) return null
  const text = cue === undefined ? OTHER_READINGS[other] ?? other : source === undefined ? `${cue}, with no source beside it` : `${source}, by the word ${cue}`
  return `${text} (${percent(Number(score))})`
}

function whyThisSpeaker({ rule, speaker, cue }: QuoteRecord): string {
  const name = speaker?.name ?? 'nobody who is told', mention = speaker?.mention
  const source = mention ? quoted(mention.text) + (mention.text.includes(name) ? '' : ` (${name})`) : name
  if (rule === 'goes on') return `it goes on with what ${name} said before`
  const reported = /: content (before|after|around|\w+) the cue$/.exec(rule)
  if (reported && cue) return `${quoted(cue.text)} reports what ${source} says: the words ${reported[1]} it`
  return cue ? `${quoted(cue.text)} points to ${source}` : rule
}

/** Sentences on a quote: why it is this speaker's, then who else was thought of. */
export function quoteReasons(quote: QuoteRecord): string[] {
  const others = (quote.evidence ?? []).slice(1).map(evidence => readingInWords(evidence, quote.speaker?.mention?.text ?? '')).filter(reading => reading !== null)
  return [`why: ${whyThisSpeaker(quote)}; ${percent(quote.confidence)} sure`, ...(others.length > 0 ? [`or: ${others.join('; ')}`] : [])]
}

export const dateReason = ({ rule, type, value }: DateRecord): string => `why: ${rule ?? type}, so ${value}`

const MENTION_RULES: Readonly<Record<string, string>> = { pronoun: 'a pronoun', role: 'known by the role' }

/** How an entity is named where not by its name. */
export function entityReasons({ mentions, name }: EntityRecord): string[] {
  const ways = new Map<string, Map<string, number>>()
  for (const { text, kind, rule } of mentions) {
    if (kind === 'name' && (rule === undefined || text === name)) continue
    const way = MENTION_RULES[rule ?? kind] ?? rule ?? kind, texts = ways.get(way) ?? new Map<string, number>()
    ways.set(way, texts.set(text, (texts.get(text) ?? 0) + 1))
  }
  return [...ways].map(([way, texts]) => `also: ${[...texts].map(([text, n]) => quoted(text) + (n > 1 ? ` ×${n}` : '')).join(', ')} (${way})`)
}

/** Why words in marks are no quote. */
export const unsaidReason = ({ text, reason }: Unsaid): string =>
  `${quoted(text)} is no quote: ${reason.replace(/ \(score (\d\.\d+)\)$/, (_, score: string) => `; ${percent(Number(score))} sure`)}`
