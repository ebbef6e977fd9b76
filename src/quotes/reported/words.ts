/** What word forms are to this room, all told by one look-up a token: function words by their roles, cues by their lemmas. */
import { readLines, readSet } from '../../data.js'

/** What a form tells the lists of options, as bits. */
export const ROLE = {
  /** Content may start behind it. */
  opensAfter: 1,
  /** Content may start with it. */
  opensAt: 2,
  /** Content may end before it or start behind it. */
  parts: 4,
  pauses: 8,
  mark: 16,
  /** A comma or a colon. */
  leads: 32,
  stop: 64,
  that: 128,
  /** Never part of a phrase, whatever its tag. */
  notNominal: 256,
  genitive: 512,
  hyphen: 1024,
  /** May stand between two chunks of one phrase. */
  joins: 2048,
  /** May end an idiom. */
  idiom: 4096,
} as const
/** Where the number of a cue's lemma begins above the roles. */
const LEMMA = 13

const MARKS = '" “ ” « » „ \'\' ``'
const WORDS: readonly (readonly [number, string])[] = [
  [ROLE.opensAfter, 'that of for about against on as with by into over at in , : - -- — – ( monday tuesday wednesday thursday friday saturday sunday yesterday today'],
  [ROLE.opensAt, 'to whether if how what why when who not where'],
  [ROLE.parts, ', ; : - -- — – ( ) ? ! ... …'],
  [ROLE.parts, 'and but or as while after when because before since which who although though if in on at during that by to for with according following so where until despite'],
  [ROLE.pauses, ', — -- – ? ! ;'],
  [ROLE.parts | ROLE.pauses | ROLE.mark, MARKS],
  [ROLE.leads, ', :'],
  [ROLE.stop, '.'],
  [ROLE.that, 'that'],
  [ROLE.notNominal, 'that which not to there'],
  [ROLE.genitive, "'s '"],
  [ROLE.hyphen, '-'],
  [ROLE.joins, ', ( - )'],
]

/** The forms that mean something here. */
export interface Lexicon {
  /** Roles of a form; for a cue also the number of its lemma, see `lemmaOf`. */
  readonly forms: ReadonlyMap<string, number>
  /** Lemmas by number, from 1. */
  readonly lemmas: readonly string[]
  /** Hashes of the lemmas; 0 for number 0, which is no lemma. */
  readonly hashes: Int32Array
}

export function hashWord(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h
}

let idioms: ReadonlySet<string> | undefined

/** Phrases that look like a report and are none. */
export const shippedIdioms = (): ReadonlySet<string> => idioms ??= readSet('quotes/reported/data/idioms.txt')

/** The number of the lemma that a form's entry holds; 0 where the form is no cue. */
export const lemmaOf = (entry: number): number => entry >> LEMMA

/** The lexicon of cue forms with their lemmas. */
export function lexiconOf(cues: ReadonlyMap<string, string>): Lexicon {
  const forms = new Map<string, number>(), lemmas = ['', ...new Set(cues.values())], numbers = new Map(lemmas.map((lemma, i) => [lemma, i]))
  const add = (form: string, bits: number): void => { forms.set(form, (forms.get(form) ?? 0) | bits) }
  for (const [role, words] of WORDS) for (const word of words.split(' ')) add(word, role)
  for (const idiom of shippedIdioms()) add(idiom.slice(idiom.lastIndexOf(' ') + 1), ROLE.idiom)
  for (const [form, lemma] of cues) add(form, numbers.get(lemma)! << LEMMA)
  return { forms, lemmas, hashes: Int32Array.from(lemmas, (lemma, i) => (i === 0 ? 0 : hashWord(lemma))) }
}

let shipped: Lexicon | undefined

export const cueLexicon = (): Lexicon => shipped ??= lexiconOf(new Map(readLines('quotes/reported/data/cues.txt').map(line => line.split('\t') as [string, string])))
