/** How sure a quote's speaker is: a logistic model of what the ranker and the cast say, fitted on held-back articles. */
import { readLines } from '../data.js'
import type { Speaker } from '../types.js'

export interface Signs {
  readonly kind: 'marked' | 'turn' | 'indirect'
  /** The ranker's share of the chosen reading, or the reported clause's probability. */
  readonly share: number
  readonly speaker: Speaker | null
  readonly cued: boolean
}

export type Calibration = ReadonlyMap<string, number>

/** The model's inputs by name. */
export function signsOf({ kind, share, speaker, cued }: Signs): [string, number][] {
  const bounded = Math.min(0.999, Math.max(0.02, share)), who = speaker === null ? 'nobody' : speaker.mention?.kind ?? 'before'
  return [[kind, 1], [`${kind} share`, Math.log(bounded / (1 - bounded))], [`${who} ${speaker?.entity ? 'entity' : 'unnamed'}`, 1], [cued ? 'cued' : 'uncued', 1]]
}

/** Key of the raw probability from which on a quote is given HIGH: there nearly all held-back speakers are right. */
export const THRESHOLD = 'threshold'
const HIGH = 0.9

const probabilityOf = (signs: readonly (readonly [string, number])[], calibration: Calibration): number => {
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
