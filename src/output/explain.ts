/** --explain in words: why this speaker, who else it could have been, how a date was resolved, why marks are no quote. */
import type { Unsaid } from '../types.js'
import type { DateRecord, EntityRecord, QuoteRecord } from './records.js'

const percent = (share: number): string => `${Math.round(100 * share)}%`
const quoted = (text: string): string => `“${text}”`

/** A way to attribute a quote as the engine writes it down: `0.74 cue added by diplomat`. */
const WAY = /^(\d(?:\.\d+)?) (cue|continue|unsaid)(?: ([^ ]+))?(?: by (.+))?$/

function wayInWords(evidence: string): { share: number; text: string } | null {
  const found = WAY.exec(evidence)
  if (!found) return null
  const [, share, way, cue, source] = found
  const text = way === 'unsaid' ? 'nobody says it'
    : way === 'continue' ? 'the speaker before goes on'
    : source === undefined ? `${quoted(cue)}, with no source beside it` : `${quoted(source)}, by the word ${quoted(cue)}`
  return { share: Number(share), text }
}

function whyThisSpeaker({ rule, speaker, cue, confidence }: QuoteRecord): string {
  const name = speaker?.name ?? 'nobody who is told', sure = `${percent(confidence)} sure`, mention = speaker?.mention
  const source = mention && mention.text !== name ? `${quoted(mention.text)}, which means ${name}` : name
  if (rule === 'goes on') return `it goes on with what ${name} said before (${sure})`
  const reported = /: content (before|after|around|\w+) the cue$/.exec(rule)
  if (reported && cue) return `${quoted(cue.text)} reports what ${source} says: the words ${reported[1]} it (${sure})`
  if (cue) return `${quoted(cue.text)} points to ${source} (${sure})`
  return `${rule} (${sure})`
}

/** Sentences on a quote: why it is this speaker's, then who else was thought of. */
export function quoteReasons(quote: QuoteRecord): string[] {
  const others = (quote.evidence ?? []).slice(1).map(wayInWords).filter(way => way !== null && way.share >= 0.01)
  return [
    `why: ${whyThisSpeaker(quote)}`,
    ...(others.length > 0 ? [`or: ${others.map(way => `${way!.text} (${percent(way!.share)})`).join('; ')}`] : []),
  ]
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
export const unsaidReason = ({ text, reason }: Unsaid): string => `${quoted(text)} is no quote: ${reason}`
