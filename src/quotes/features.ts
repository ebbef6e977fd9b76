/** What the model sees of a candidate. Every feature has a short readable name; its weight stands in the data folder. */
import { partitionPoint } from '../search.js'
import { NAME_TYPES, type Language, type PartOfSpeech } from '../types.js'
import type { Candidate, Surroundings } from './candidates.js'
import { pieceOf, piecesOf, type Part, type Piece } from './pieces.js'
import type { MarkedTokens, Stretch } from './stretches.js'
import { traitsOf, wayBetween } from './ways.js'

const RELATIVES = new Set(['who', 'which', 'that', 'whose'])
const OPEN_CLASS = new Set<PartOfSpeech>(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])
/** Tokens before a source that are looked at. */
const NEAR_BACK = 6
const SUBJECT_PRONOUNS = new Set(['he', 'she', 'they', 'i', 'we', 'who', 'it'])
const bucket = (n: number): string => n < 5 ? String(n) : n < 8 ? '5+' : n < 14 ? '8+' : n < 25 ? '14+' : '25+'
const wordsBucket = (n: number): string => n < 7 ? String(n) : n < 11 ? '7+' : n < 20 ? '11+' : '20+'

/** Where features are written to: names for training, sums of weights otherwise. */
export interface Features {
  /** Opens the features that all candidates of a cue share. */
  share(): void
  /** Opens the features of one candidate alone, `prefix` before each name. */
  single(prefix?: string): void
  /** A candidate's features are complete: the shared ones that were opened last and its own. */
  end(): void
  /** A feature: its name is the parts, one after the other. */
  add(name: Part, a?: Part, b?: Part, c?: Part, d?: Part, e?: Part): void
}

/** A stretch among the tokens and what all features of its candidates need to know of it. */
export interface Scene {
  readonly before: Before | null
  readonly language: Language
  readonly marked: MarkedTokens
  readonly stretch: Stretch
  readonly around: Surroundings
  /** The last character between the marks where it is a stop of some kind, else "w". */
  readonly ends: string
  /** "U" where a capital is among the first characters between the marks, else "l". */
  readonly upper: string
}

const ENDS = /[,.?!…—–-]/u
const endOf = (text: string, end: number): string => {
  const final = text[end - 1] ?? ''
  return ENDS.test(final) ? final : 'w'
}

export function openScene(text: string, language: Language, marked: MarkedTokens, stretch: Stretch, around: Surroundings, before: Before | null): Scene {
  const { inner } = stretch.region
  return { before, language, marked, stretch, around, ends: endOf(text, inner.end), upper: /\p{Lu}/u.test(text.slice(inner.start, inner.start + 3)) ? 'U' : 'l' }
}

const CAPITAL = /^\p{Lu}/u

/**
 * Features of the stretch itself: what tells words that someone said from titles, nicknames and scare quotes. The function
 * that comes back writes them.
 */
export function stretchFeatures({ language: { tokens }, marked, stretch, around: { left, right }, ends }: Scene): (out: Features) => void {
  const { inner, closed } = stretch.region
  let a = stretch.first, z = stretch.last - 1
  while (a < z && tokens[a].start < inner.start) a++
  while (z > a && tokens[z].end > inner.end) z--
  const before = stretch.first > 0 && left[0] === stretch.first - 1 ? tokens[stretch.first - 1] : null
  const after = right[0] === stretch.last ? tokens[stretch.last] : null
  let capitals = 0, verbs = 0
  for (let i = a; i <= z && i < a + 12; i++) {
    if (CAPITAL.test(tokens[i].text)) capitals++
    if (tokens[i].pos === 'VERB' || tokens[i].pos === 'AUX') verbs++
  }
  const words = wordsBucket(stretch.words), upper = CAPITAL.test(tokens[a].text) ? 'U' : 'l'
  const all = capitals >= Math.min(stretch.words, 12) ? 'A' : capitals > 1 ? 'S' : 'n'
  const name = marked.names[a] > 0 ? `${NAME_TYPES[marked.names[a] - 1]}${Number(marked.names[z] === marked.names[a])}` : ''
  const tagBefore = before ? before.pos : '0', wordBefore = before ? before.lower : '0', tagAfter = after ? after.pos : '0'
  return out => {
    out.add('nm', name, words)
    out.add('nmp', name, wordBefore)
    out.add('w', words)
    out.add('u', upper, ends)
    out.add('uw', upper, words)
    out.add('e', ends, words)
    out.add('c', all, words)
    out.add('v', Math.min(verbs, 3), words)
    out.add('p', tagBefore)
    out.add('pl', wordBefore)
    out.add('n', tagAfter)
    out.add('nl', after ? after.lower : '0')
    out.add('pn', tagBefore, tagAfter, upper)
    out.add('o', Number(stretch.opensParagraph), Number(stretch.closesParagraph), Number(closed), Number(stretch.resumes))
    out.add('pp', tagBefore, left[1] !== undefined ? tokens[left[1]].lower : '0')
    out.add('f', tokens[a].lower)
    out.add('fp', tokens[a].pos, tokens[z].pos)
    out.add('pw', wordBefore, upper, ends)
  }
}

const PAST = new Set(['said', 'told', 'wrote'])
const [EMPTY, ING, S, ED, BARE] = piecesOf('', 'g', 's', 'd', 'b'), LONG = piecesOf('long', 'long,', 'long,,')
const formOf = (word: string): Piece => word.endsWith('ing') ? ING : word.endsWith('s') ? S : word.endsWith('ed') || PAST.has(word) ? ED : BARE

/** The tags from one token to another, of function words and punctuation the words; of more than four only commas at the ends. */
function tagsBetween({ tokens }: Language, from: number, to: number): Piece {
  if (from >= to) return EMPTY
  if (to - from > 4) return LONG[Number(tokens[from].lower === ',') + Number(tokens[to - 1].lower === ',')]
  let out = ''
  for (let i = from; i < to; i++) out += tokens[i].pos === 'PUNCT' || tokens[i].pos === 'ADP' ? tokens[i].lower : tokens[i].pos
  return pieceOf(out)
}

/** The words said last before a stretch, and what they hang on. */
export interface Before {
  readonly stretch: Stretch
  readonly candidate: Candidate
}

/** Features of a stretch that goes on with the words said before it. */
export function continueFeatures(text: string, { language, marked, stretch, upper, ends }: Scene, { stretch: last, candidate: { cue, source } }: Before, out: Features): void {
  const { tokens } = language, gap = stretch.first - last.last
  const apart = stretch.paragraph - last.paragraph, near = Math.min(apart, 2), lastEnd = text[last.region.inner.end - 1] ?? ''
  const same = tokens[last.last - 1].sentence === tokens[stretch.first].sentence, stops = Math.min(4, tokens[stretch.first].sentence - tokens[last.last - 1].sentence)
  const between = cue >= last.last && cue < stretch.first, where = cue < 0 ? '0' : between ? 'b' : cue < last.last ? 'l' : 'r'
  const way = wayBetween(language, marked, between ? Math.max(cue + 1, source ? source.last : 0) : last.last, stretch.first)
  out.add('cbias')
  out.add('c:ap', Math.min(apart, 3), Number(stretch.opensParagraph))
  out.add('c:g', bucket(gap), near)
  out.add('c:r', Number(stretch.resumes))
  out.add('c:le', /[,.?!]/.test(lastEnd) ? lastEnd : 'w', upper, ends, near)
  out.add('c:cl', Number(last.closesParagraph), Number(last.opensParagraph), Number(stretch.opensParagraph), Number(stretch.closesParagraph), near)
  out.add('c:s', Number(same), gap < 6 ? tagsBetween(language, last.last, stretch.first) : 'far')
  out.add('c:nx', tokens[last.last]?.lower ?? '', near)
  out.add('c:lw', wordsBucket(last.words), wordsBucket(stretch.words), Math.min(apart, 1))
  out.add('c:w', where, near, way)
  out.add('c:wo', where, near, upper)
  out.add('c:wb', where, near, bucket(stretch.first - Math.max(cue, last.last)), upper)
  out.add('c:st', where, near, stops, upper)
  out.add('c:pv', where, near, stretch.first > 0 ? tokens[stretch.first - 1].lower : '0')
  out.add('c:un', Math.min(3, stretch.index - last.index), near)
}

const NAMES = NAME_TYPES.map(pieceOf)
const [LEFT, RIGHT, THROUGH, KNOWN, INSIDE, FIRST, NO_LEAD] = piecesOf('L', 'R', 'thru', 'k', 'in', 'F', '0')
/** Source, cue and quote in their order in the text. */
const [QCS, CSQ, C_S, QSC, SQC, SCQ] = piecesOf('qcs', 'csq', 'c-s', 'qsc', 'sqc', 'scq')
/** Names of the features that are asked for most. */
const N = {
  bias: pieceOf('bias'), l: pieceOf('l'), ls: pieceOf('ls'), d: pieceOf('d'), th: pieceOf('th'), g: pieceOf('g'),
  em: pieceOf('em'), lu: pieceOf('lu'), f: pieceOf('f'), pv: pieceOf('pv'), em2: pieceOf('em2'), nosrc: pieceOf('nosrc'),
  o: pieceOf('o'), ok: pieceOf('ok'), k: pieceOf('k'), ko: pieceOf('ko'), ld: pieceOf('ld'), lk: pieceOf('lk'),
  h: pieceOf('h'), nt: pieceOf('nt'), vb: pieceOf('vb'), vbf: pieceOf('vbf'), nto: pieceOf('nto'), ntk: pieceOf('ntk'),
  ntl: pieceOf('ntl'), nth: pieceOf('nth'), ntb: pieceOf('ntb'), ol: pieceOf('ol'), fo: pieceOf('fo'), oo: pieceOf('oo'),
  ofl: pieceOf('ofl'), hu: pieceOf('hu'), huo: pieceOf('huo'), huw: pieceOf('huw'), wc: pieceOf('wc'), wce: pieceOf('wce'),
  cnx: pieceOf('cnx'), cpp: pieceOf('cpp'), ws: pieceOf('ws'), wsk: pieceOf('wsk'), wsf: pieceOf('wsf'), wsl: pieceOf('wsl'),
  wt: pieceOf('wt'), wtf: pieceOf('wtf'), wb: pieceOf('wb'), wbs: pieceOf('wbs'), fw: pieceOf('fw'),
}

/** Where a cue stands, seen from the stretch. */
export interface CuePlace {
  readonly cue: number
  readonly lemma: Piece
  readonly after: boolean
  readonly side: Piece
  /** In tokens outside marks. */
  readonly distance: number
  /** Stretches between. */
  readonly through: number
  /** Sentences between, at most 2. */
  readonly sentence: number
  readonly form: Piece
}

export function placeOf({ language: { tokens }, stretch, around }: Scene, { cue, lemma }: Candidate): CuePlace {
  const token = tokens[cue], after = cue >= stretch.last, distance = nearest(after ? around.right : around.left, cue)
  const edge = after ? tokens[stretch.last - 1].sentence : tokens[stretch.first].sentence
  return {
    cue, lemma: pieceOf(lemma), after, side: after ? RIGHT : LEFT, distance, through: (after ? around.passedRight : around.passedLeft)[distance] ?? 0,
    sentence: Math.min(2, Math.abs(token.sentence - edge)), form: formOf(token.lower),
  }
}

/** Features of a cue: the same for all its sources. */
export function cueFeatures({ before, language, marked, stretch, around: { left }, ends, upper }: Scene, { cue, lemma, after, side, distance, through, sentence, form }: CuePlace, out: Features): void {
  const { tokens, sentences } = language, token = tokens[cue]
  const other = sentences[token.sentence].paragraph !== stretch.paragraph ? 'P' : '', far = pieceOf(bucket(distance))
  const gap = through > 0 ? THROUGH : after ? tagsBetween(language, stretch.last, cue) : tagsBetween(language, cue + 1, stretch.first)
  const edgeMark = after ? ends : (left[0] === undefined ? '0' : tokens[left[0]].pos === 'PUNCT' ? tokens[left[0]].lower : 'w')
  out.add(N.bias)
  out.add(N.l, lemma)
  out.add(N.ls, lemma, side, Math.min(sentence, 1))
  out.add(N.d, side, far, sentence, other)
  out.add(N.th, side, through, sentence)
  out.add(N.g, side, gap)
  out.add(N.em, side, edgeMark, upper, sentence)
  out.add(N.lu, lemma.text === '?' ? lemma : KNOWN, side, far, sentence, other)
  out.add(N.f, form, side, token.pos)
  out.add(N.pv, cue > 0 ? tokens[cue - 1].lower : '0')
  out.add(N.em2, side, edgeMark, ends, upper, far)
  const way = pieceOf(after ? wayBetween(language, marked, stretch.last, cue) : wayBetween(language, marked, cue + 1, stretch.first))
  // Whether the words before hang on the same cue, on one before or behind it, and whether they stand behind this one.
  const hung = before && before.candidate.cue >= 0 ? before.candidate.cue === cue ? 's' : before.candidate.cue < cue ? '<' : '>' : '0'
  const used = `${hung}${before && cue < before.stretch.first ? 'f' : 'n'}`
  out.add(N.hu, used, side)
  out.add(N.huo, used, side, upper, Number(stretch.opensParagraph), sentence)
  out.add(N.huw, hung, way)
  out.add(N.wc, side, way)
  out.add(N.wce, side, way, ends, upper)
  out.add(N.cnx, side, tokens[cue + 1]?.lower ?? '0')
  out.add(N.cpp, side, cue > 1 ? tokens[cue - 2].pos : '0', cue > 0 ? tokens[cue - 1].pos : '0')
}

/** Features of the source that a candidate takes for its cue. */
export function sourceFeatures({ language, marked, stretch }: Scene, { cue, lemma, after, side, distance, through, sentence, form }: CuePlace, { source, between }: Candidate, out: Features): void {
  const { tokens, sentences } = language
  if (!source) {
    out.add(N.nosrc)
    out.add(N.nosrc, lemma)
    out.add(N.nosrc, side, form)
    return
  }
  const inverted = source.first > cue, order = inverted ? (after ? QCS : source.first < stretch.first ? CSQ : C_S) : after ? (source.first >= stretch.last ? QSC : SQC) : SCQ
  const head = tokens[source.head], lead = source.first > 0 ? tokens[source.first - 1] : null, turned = Number(inverted)
  const word = pieceOf(head.lower), kind = head.pos === 'PRON' || source.last - source.first === 1 && SUBJECT_PRONOUNS.has(head.lower) ? `p${head.lower}` : head.pos === 'PROPN' ? 'N' : head.pos === 'NOUN' ? 'c' : head.pos
  const name = marked.names[source.head] > 0 ? NAMES[marked.names[source.head] - 1] : EMPTY
  let verbs = 0
  for (let i = Math.min(source.last, cue + 1); i < Math.max(source.first, cue) && verbs < 3; i++) if (tokens[i].pos === 'VERB') verbs++
  const link = inverted ? tagsBetween(language, cue + 1, source.first) : source.last <= cue ? tagsBetween(language, source.last, cue) : INSIDE
  const leads = !lead || source.first === sentences[lead.sentence].first ? NO_LEAD : pieceOf(lead.pos === 'ADP' || lead.pos === 'PUNCT' || lead.pos === 'SCONJ' || lead.pos === 'CCONJ' ? lead.lower : lead.pos)
  const first = source.first === sentences[tokens[cue].sentence].first ? FIRST : EMPTY
  const path = inverted ? wayBetween(language, marked, cue + 1, source.first) : wayBetween(language, marked, source.last, cue), way = pieceOf(path), traits = pieceOf(traitsOf(path))
  const back = pieceOf(wayBetween(language, marked, Math.max(sentences[tokens[cue].sentence].first, source.first - NEAR_BACK), source.first).slice(-3))
  const follows = tokens[source.last], next = !follows || source.last === cue ? '' : OPEN_CLASS.has(follows.pos) ? follows.pos : follows.lower
  out.add(N.ws, order, way)
  out.add(N.wsk, order, way, kind[0])
  out.add(N.wsf, order, way, form)
  out.add(N.wsl, order, way, lemma)
  out.add(N.wt, order, traits, RELATIVES.has(head.lower) ? 'w' : kind[0])
  out.add(N.wtf, order, traits, form)
  out.add(N.wb, order, back, form)
  out.add(N.wbs, order, back, way)
  out.add(N.fw, order, next)
  out.add(N.o, order, between)
  out.add(N.ok, order, kind)
  out.add(N.k, link, turned)
  out.add(N.ko, order, link)
  out.add(N.ld, leads, turned)
  out.add(N.lk, leads, kind)
  out.add(N.h, word)
  out.add(N.nt, name, kind[0])
  out.add(N.vb, verbs, order, form)
  out.add(N.vbf, verbs, first, form)
  out.add(N.nto, name, order, between)
  out.add(N.ntk, name, leads, turned)
  out.add(N.ntl, name, link)
  out.add(N.nth, name, word)
  out.add(N.ntb, name, Number(source.last - source.first > 1), order)
  out.add(N.ol, order, lemma, Math.min(between, 2))
  out.add(N.fo, first, order, form, between)
  out.add(N.oo, order, between, through, sentence, Math.min(distance, 4))
  out.add(N.ofl, form, order, leads, between)
}

/** Index of a token in a list of token indexes that only rises or only falls. */
function nearest(list: readonly number[], token: number): number {
  const rising = list.length < 2 || list[1] > list[0]
  return partitionPoint(list.length - 1, i => (rising ? list[i] < token : list[i] > token))
}
