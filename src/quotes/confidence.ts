/** How sure a quote's speaker is: a logistic model of what the ranker and the cast say, fitted on held-back articles. */
import { readLines } from '../data.js'
import type { Speaker } from '../types.js'
import type { Recall } from './memory.js'

export interface Signs {
  readonly kind: 'direct' | 'mixed' | 'turn' | 'indirect'
  /** The ranker's share of the chosen reading, or the reported clause's probability. */
  readonly share: number
  /** The share of all readings with the same source; `share` where there is one reading alone. */
  readonly sourceShare: number
  readonly speaker: Speaker | null
  /** Lemma of the cue, null without. */
  readonly cue: string | null
  /** What is known of the speaker where the mention stands, null of those who have no entity. */
  readonly recall: Recall | null
}

export type Calibration = ReadonlyMap<string, number>

const logit = (share: number): number => {
  const bounded = Math.min(0.998, Math.max(0.02, share))
  return Math.log(bounded / (1 - bounded))
}

/** Cues that are told apart. */
const CUES = new Set(['say', 'tell', 'add', 'write', 'ask', 'accord', 'according', 'according to', ':', '—', '?', 'call', 'tweet', 'note', 'argue'])

/** The model's inputs by name. */
export function signsOf({ kind, share, sourceShare, speaker, cue, recall }: Signs): [string, number][] {
  const mention = speaker?.mention ?? null, type = speaker?.type === 'PERSON' || speaker?.type === 'ORG' ? speaker.type : speaker?.entity ? 'other' : 'unnamed'
  const who = `${speaker === null ? 'nobody' : mention?.kind ?? 'before'} ${type}`
  const signs: [string, number][] = [
    [kind, 1], [`${kind} share`, logit(share)], [`${kind} source`, logit(sourceShare)], [who, 1], [`${who} source`, logit(sourceShare)],
    [`${kind} ${who}`, 1], [`cue ${cue === null ? 'none' : CUES.has(cue) ? cue : cue.endsWith('.n') ? 'noun' : 'other'}`, 1],
  ]
  if (mention && mention.kind === 'pronoun') signs.push([`word ${mention.text.toLowerCase()}`, 1])
  if (recall) {
    const near = `${mention?.kind ?? 'before'} ${recall.distance === null ? 'never' : `near ${Math.min(recall.distance, 4)}`}`, { entity } = recall
    signs.push([near, 1], [`${mention?.kind ?? 'before'} rivals ${recall.rivals}`, 1], [`${near} rivals ${Math.min(recall.rivals, 2)}`, 1])
    const how = mention?.kind ?? 'before'
    if (recall.inside) signs.push([`${how} inside`, 1])
    if (recall.namesake) signs.push([`${how} namesake`, 1])
    signs.push([`${type} words ${Math.min(3, entity.name.split(' ').length)}`, 1], [`${type} mentions ${Math.min(3, entity.mentions.length)}`, 1])
  }
  return signs
}

/** Key of the raw probability from which on a quote is given HIGH: there nearly all held-back speakers are right. */
export const THRESHOLD = 'threshold'
const HIGH = 0.9

export const probabilityOf = (signs: readonly (readonly [string, number])[], calibration: Calibration): number => {
  let sum = 0
  for (const [name, value] of signs) sum += value * (calibration.get(name) ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** The model's probability, stretched so that its threshold falls on HIGH. */
export function confidenceOf(signs: readonly (readonly [string, number])[], calibration: Calibration): number {
  const p = probabilityOf(signs, calibration), threshold = calibration.get(THRESHOLD) ?? HIGH
  return p < threshold ? Math.min(p * HIGH / threshold, HIGH - 0.01) : HIGH + (1 - HIGH) * (p - threshold) / Math.max(1e-9, 1 - threshold)
}

let shipped: Calibration | undefined

export const shippedCalibration = (): Calibration => shipped ??= new Map(readLines('quotes/data/confidence.tsv').map(line => {
  const [name, value] = line.split('\t')
  return [name, Number(value)]
}))
