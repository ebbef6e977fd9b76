/** What the model sees of a candidate. Every feature is a short readable string; its weight stands in the data folder. */
import { NAME_TYPES, type Language } from '../types.js'
import type { Candidate, Surroundings } from './candidates.js'
import type { MarkedTokens, Stretch } from './stretches.js'

const SUBJECT_PRONOUNS = new Set(['he', 'she', 'they', 'i', 'we', 'who', 'it'])
const bucket = (n: number): string => n < 5 ? String(n) : n < 8 ? '5+' : n < 14 ? '8+' : n < 25 ? '14+' : '25+'
const wordsBucket = (n: number): string => n < 7 ? String(n) : n < 11 ? '7+' : n < 20 ? '11+' : '20+'

/** Features of the stretch itself: what tells words that someone said from titles, nicknames and scare quotes. */
export function stretchFeatures(text: string, { tokens }: Language, marked: MarkedTokens, stretch: Stretch, { left, right }: Surroundings): string[] {
  const { inner, closed } = stretch.region
  let a = stretch.first, z = stretch.last - 1
  while (a < z && tokens[a].start < inner.start) a++
  while (z > a && tokens[z].end > inner.end) z--
  const before = stretch.first > 0 && left[0] === stretch.first - 1 ? tokens[stretch.first - 1] : null
  const after = right[0] === stretch.last ? tokens[stretch.last] : null
  const final = text[inner.end - 1] ?? '', ends = /[,.?!…—–-]/u.test(final) ? final : 'w'
  let capitals = 0, verbs = 0
  for (let i = a; i <= z && i < a + 12; i++) {
    if (/^\p{Lu}/u.test(tokens[i].text)) capitals++
    if (tokens[i].pos === 'VERB' || tokens[i].pos === 'AUX') verbs++
  }
  const words = wordsBucket(stretch.words), upper = /^\p{Lu}/u.test(tokens[a].text) ? 'U' : 'l'
  const all = capitals >= Math.min(stretch.words, 12) ? 'A' : capitals > 1 ? 'S' : 'n'
  const name = marked.names[a] > 0 ? `${NAME_TYPES[marked.names[a] - 1]}${Number(marked.names[z] === marked.names[a])}` : ''
  return [
    `nm${name}${words}`, `nmp${name}${before ? before.lower : '0'}`, `w${words}`, `u${upper}${ends}`, `uw${upper}${words}`, `e${ends}${words}`, `c${all}${words}`, `v${Math.min(verbs, 3)}${words}`,
    `p${before ? before.pos : '0'}`, `pl${before ? before.lower : '0'}`, `n${after ? after.pos : '0'}`, `nl${after ? after.lower : '0'}`,
    `pn${before ? before.pos : '0'}${after ? after.pos : '0'}${upper}`, `o${Number(stretch.opensParagraph)}${Number(stretch.closesParagraph)}${Number(closed)}${Number(stretch.resumes)}`,
    `pp${before ? before.pos : '0'}${left[1] !== undefined ? tokens[left[1]].lower : '0'}`, `f${tokens[a].lower}`, `fp${tokens[a].pos}${tokens[z].pos}`,
    `pw${before ? before.lower : '0'}${upper}${ends}`,
  ]
}

const PAST = new Set(['said', 'told', 'wrote'])
const formOf = (word: string): string => word.endsWith('ing') ? 'g' : word.endsWith('s') ? 's' : word.endsWith('ed') || PAST.has(word) ? 'd' : 'b'

const tagsBetween = ({ tokens }: Language, from: number, to: number): string => {
  if (to - from > 4) return `long${tokens[from].lower === ',' ? ',' : ''}${tokens[to - 1].lower === ',' ? ',' : ''}`
  let out = ''
  for (let i = from; i < to; i++) out += tokens[i].pos === 'PUNCT' || tokens[i].pos === 'ADP' ? tokens[i].lower : tokens[i].pos
  return out
}

/** Features of a candidate without those of its source: the same for all sources of a cue. */
export function candidateFeatures(text: string, language: Language, marked: MarkedTokens, stretch: Stretch, around: Surroundings, candidate: Candidate): string[] {
  const { tokens, sentences } = language, { stretches } = marked
  if (candidate.way === 'unsaid') return ['ubias']
  const { left, right } = around, { inner } = stretch.region
  const final = text[inner.end - 1] ?? '', ends = /[,.?!…—–-]/u.test(final) ? final : 'w'
  const upper = /\p{Lu}/u.test(text.slice(inner.start, inner.start + 3)) ? 'U' : 'l'
  if (candidate.way === 'continue') {
    const last = stretches[stretch.index - 1], gap = stretch.first - last.last
    const apart = stretch.paragraph - last.paragraph, lastEnd = text[last.region.inner.end - 1] ?? ''
    const same = tokens[last.last - 1].sentence === tokens[stretch.first].sentence
    const next = tokens[last.last]?.lower ?? ''
    return [
      'cbias', `c:ap${Math.min(apart, 3)}${Number(stretch.opensParagraph)}`, `c:g${bucket(gap)}${Math.min(apart, 2)}`, `c:r${Number(stretch.resumes)}`,
      `c:le${/[,.?!]/.test(lastEnd) ? lastEnd : 'w'}${upper}${ends}${Math.min(apart, 2)}`, `c:cl${Number(last.closesParagraph)}${Number(last.opensParagraph)}${Number(stretch.opensParagraph)}${Number(stretch.closesParagraph)}${Math.min(apart, 2)}`,
      `c:s${Number(same)}${gap < 6 ? tagsBetween(language, last.last, stretch.first) : 'far'}`, `c:nx${next}${Math.min(apart, 2)}`, `c:lw${wordsBucket(last.words)}${wordsBucket(stretch.words)}${Math.min(apart, 1)}`,
    ]
  }
  const { cue, lemma } = candidate, token = tokens[cue]
  const after = cue >= stretch.last, side = after ? 'R' : 'L'
  const list = after ? right : left, passed = after ? around.passedRight : around.passedLeft
  const distance = nearest(list, cue)
  const through = passed[distance] ?? 0
  const edge = after ? tokens[stretch.last - 1].sentence : tokens[stretch.first].sentence
  const sentence = Math.min(2, Math.abs(token.sentence - edge)), other = sentences[token.sentence].paragraph !== stretch.paragraph ? 'P' : ''
  const form = formOf(token.lower)
  const previous = cue > 0 ? tokens[cue - 1] : null
  const gap = after ? through === 0 ? tagsBetween(language, stretch.last, cue) : 'thru' : through === 0 ? tagsBetween(language, cue + 1, stretch.first) : 'thru'
  const edgeMark = after ? ends : (left[0] === undefined ? '0' : tokens[left[0]].pos === 'PUNCT' ? tokens[left[0]].lower : 'w')
  const near = `${side}${bucket(distance)}${sentence}${other}`
  const out = [
    'bias', `l${lemma}`, `ls${lemma}${side}${Math.min(sentence, 1)}`, `d${near}`, `th${side}${through}${sentence}`, `g${side}${gap}`, `em${side}${edgeMark}${upper}${sentence}`,
    `lu${lemma === '?' ? '?' : 'k'}${near}`, `f${form}${side}${token.pos}`, `pv${previous ? previous.lower : '0'}`, `em2${side}${edgeMark}${ends}${upper}${bucket(distance)}`,
  ]
  return out
}

/** Features of the source that a candidate takes for its cue. */
export function sourceFeatures(language: Language, marked: MarkedTokens, stretch: Stretch, around: Surroundings, { cue, lemma, source, between }: Candidate): string[] {
  const { tokens, sentences } = language, token = tokens[cue], after = cue >= stretch.last, side = after ? 'R' : 'L'
  const distance = nearest(after ? around.right : around.left, cue), through = (after ? around.passedRight : around.passedLeft)[distance] ?? 0
  const sentence = Math.min(2, Math.abs(token.sentence - (after ? tokens[stretch.last - 1].sentence : tokens[stretch.first].sentence)))
  const form = formOf(token.lower)
  if (!source) return ['nosrc', `nosrc${lemma}`, `nosrc${side}${form}`]
  const inverted = source.first > cue, order = inverted ? (after ? 'qcs' : source.first < stretch.first ? 'csq' : 'c-s') : after ? (source.first >= stretch.last ? 'qsc' : 'sqc') : 'scq'
  const head = tokens[source.head], lead = source.first > 0 ? tokens[source.first - 1] : null
  const kind = head.pos === 'PRON' || source.last - source.first === 1 && SUBJECT_PRONOUNS.has(head.lower) ? `p${head.lower}` : head.pos === 'PROPN' ? 'N' : head.pos === 'NOUN' ? 'c' : head.pos
  const name = marked.names[source.head] > 0 ? NAME_TYPES[marked.names[source.head] - 1] : ''
  let verbs = 0
  for (let i = Math.min(source.last, cue + 1); i < Math.max(source.first, cue) && verbs < 3; i++) if (tokens[i].pos === 'VERB') verbs++
  const link = inverted ? tagsBetween(language, cue + 1, source.first) : source.last <= cue ? tagsBetween(language, source.last, cue) : 'in'
  const leads = !lead || source.first === sentences[lead.sentence].first ? '0' : lead.pos === 'ADP' || lead.pos === 'PUNCT' || lead.pos === 'SCONJ' || lead.pos === 'CCONJ' ? lead.lower : lead.pos
  const first = source.first === sentences[token.sentence].first ? 'F' : ''
  return [
    `o${order}${between}`, `ok${order}${kind}`, `k${link}${Number(inverted)}`, `ko${order}${link}`, `ld${leads}${Number(inverted)}`, `lk${leads}${kind}`, `h${head.lower}`,
    `nt${name}${kind[0]}`, `vb${verbs}${order}${form}`, `vbf${verbs}${first}${form}`, `nto${name}${order}${between}`, `ntk${name}${leads}${Number(inverted)}`, `ntl${name}${link}`, `nth${name}${head.lower}`, `ntb${name}${Number(source.last - source.first > 1)}${order}`,
    `ol${order}${lemma}${Math.min(between, 2)}`, `fo${first}${order}${form}${between}`, `oo${order}${between}${through}${sentence}${Math.min(distance, 4)}`, `ofl${form}${order}${leads}${between}`,
  ]
}

/** Index of a token in a list of token indexes that only rises or only falls. */
function nearest(list: readonly number[], token: number): number {
  let low = 0, high = list.length - 1
  const rising = list.length < 2 || list[1] > list[0]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising ? list[middle] < token : list[middle] > token) low = middle + 1
    else high = middle
  }
  return low
}
