/**
 * The feature set: for one token, the hashes of everything the model may look at. The trainer uses this very function.
 * Each feature is a template's number mixed with what stands there; neighbours outside the sentence read as EDGE.
 */
import type { Language, PartOfSpeech } from '../../types.js'
import { readContext, isCapital, type Context } from './context.js'
import { hashOf, mix } from './hash.js'
import { CITY, COUNTRY, entryOf, flagsAt, REGION, type Lexicon } from './lexicon.js'
import { AFFIXES, CAPS, INITIAL, readWords, TITLE, type Vocabulary, type Words } from './words.js'

const { min } = Math
const EDGE = 0x51ed270b
const POS: readonly PartOfSpeech[] = ['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X']
const NUMBER_OF_POS = new Map<string, number>(POS.map((pos, i) => [pos, i + 1]))
/** Gazetteer phrases have at most this many words. */
const PHRASE = 4

export interface Reading {
  readonly language: Language
  readonly words: Words
  readonly context: Context
  readonly pos: Uint8Array
  /** Per token: gazetteer flags of the longest phrase that covers it, its part in it (1 first, 2 inner, 3 last) in the top bits. */
  readonly phrase: Uint16Array
  /** Per token: 1 inside double quotation marks. */
  readonly quoted: Uint8Array
  /** Per token: -1, or a token whose run of capitalised words this acronym is made from. */
  readonly expansion: Int32Array
}

function findPhrases(language: Language, words: Words, lexicon: Lexicon): Uint16Array {
  const { tokens, sentences } = language, { wordOf, writing, lowerHash } = words, phrase = new Uint16Array(tokens.length)
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      if (!isCapital(writing[wordOf[i]])) continue
      let h = mix(0, lowerHash[wordOf[i]]), longest = 0, flags = 0
      for (let k = i + 1; k < last && k < i + PHRASE; k++) {
        h = mix(h, lowerHash[wordOf[k]])
        if (!isCapital(writing[wordOf[k]])) continue
        const found = flagsAt(lexicon, entryOf(lexicon, h)) & (CITY | COUNTRY | REGION)
        if (found !== 0) { longest = k; flags = found }
      }
      if (longest === 0) continue
      for (let k = i; k <= longest; k++) phrase[k] = flags | ((k === i ? 1 : k === longest ? 3 : 2) << 10)
      i = longest
    }
  }
  return phrase
}

/** Links an acronym to the first run of words with these initials. */
function findExpansions({ tokens, sentences }: Language, words: Words): Int32Array {
  const { wordOf, writing } = words, expansion = new Int32Array(tokens.length).fill(-1), wanted = new Map<string, number>()
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i]
    if (writing[wordOf[i]] === CAPS && text.length < 8) wanted.set(text.replaceAll('.', ''), -1)
  }
  if (wanted.size === 0) return expansion
  const small = /^(?:of|the|for|and|on|in|to|&|-|de|la|des|du)$/
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      if (writing[wordOf[i]] !== TITLE) continue
      // Initials with and without the small words' own.
      let letters = '', count = 0
      for (let k = i; k < last && k < i + 9; k++) {
        const { text, lower } = tokens[k]
        if (small.test(lower)) continue
        if (!isCapital(writing[wordOf[k]])) break
        letters += text[0]
        count++
        if (count > 1 && wanted.get(letters) === -1) wanted.set(letters, i)
      }
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    if (writing[wordOf[i]] === CAPS && tokens[i].text.length < 8) expansion[i] = wanted.get(tokens[i].text.replaceAll('.', '')) ?? -1
  }
  return expansion
}

export function readDocumentForNames(language: Language, lexicon: Lexicon): Reading {
  const { tokens, sentences } = language, words = readWords(tokens, lexicon), context = readContext(language, words)
  const pos = new Uint8Array(tokens.length), quoted = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) pos[i] = NUMBER_OF_POS.get(tokens[i].pos) ?? 0
  for (const { first, last } of sentences) {
    let open = 0
    for (let i = first; i < last; i++) {
      const { lower } = tokens[i]
      if (lower === '"' || lower === '«' || lower === '»') open = 1 - open
      quoted[i] = open
    }
  }
  return { language, words, context, pos, phrase: findPhrases(language, words, lexicon), quoted, expansion: findExpansions(language, words) }
}

/** At most this many features a token. */
export const MOST = 128
const T = Array.from({ length: 160 }, (_, i) => hashOf(`template ${i}`))

/**
 * Writes the features that a word has wherever it stands; returns how many. `loud` is its sentence's `shouted`, `start` 1 for
 * the sentence's first word.
 */
export function wordFeaturesOf({ form, lowerHash, writing, shape, affixes, fine, middle, coarse, flags }: Vocabulary, word: number, loud: number, start: number, out: Int32Array): number {
  const low = lowerHash[word], how = writing[word]
  let n = 0
  out[n++] = mix(T[0], loud)
  out[n++] = mix(T[91], mix(loud, mix(low, start)))
  out[n++] = mix(T[92], mix(loud, mix(how, middle[word])))
  out[n++] = mix(T[1], form[word])
  out[n++] = mix(T[2], low)
  out[n++] = mix(T[12], shape[word])
  for (let k = 0; k < AFFIXES; k++) out[n++] = mix(T[16 + k], affixes[word * AFFIXES + k])
  out[n++] = mix(T[27], fine[word])
  out[n++] = mix(T[32], middle[word])
  out[n++] = mix(T[36], mix(coarse[word], how))
  out[n++] = mix(T[46], mix(flags[word] & 191, mix(start, how)))
  return n
}

/** Writes the features that token `i` (of a sentence `[first, last)`) has by its place into `out`, from `n` on; returns `n` and how many. */
export function placeFeaturesOf(reading: Reading, i: number, first: number, last: number, out: Int32Array, n = 0): number {
  const { words, context, pos, phrase, quoted, expansion } = reading
  const { wordOf, lowerOf, lowerHash, writing, shape, fine, middle, coarse, flags } = words
  const { tokens } = reading.language
  const add = (template: number, value: number): void => { out[n++] = mix(T[template], value) }
  const w = wordOf[i]
  const a = i - 1 >= first ? wordOf[i - 1] : -1, b = i + 1 < last ? wordOf[i + 1] : -1
  const aa = i - 2 >= first ? wordOf[i - 2] : -1, bb = i + 2 < last ? wordOf[i + 2] : -1
  const aaa = i - 3 >= first ? wordOf[i - 3] : -1, bbb = i + 3 < last ? wordOf[i + 3] : -1
  const low = (x: number): number => (x < 0 ? EDGE : lowerHash[x])
  const fin = (x: number): number => (x < 0 ? 2000 : fine[x])
  const mid = (x: number): number => (x < 0 ? 300 : middle[x])
  const coa = (x: number): number => (x < 0 ? 100 : coarse[x])
  const sha = (x: number): number => (x < 0 ? EDGE : shape[x])
  const wri = (x: number): number => (x < 0 ? 9 : writing[x])
  const fla = (x: number): number => (x < 0 ? 0 : flags[x] & 191)
  const lw = lowerHash[w], la = low(a), lb = low(b), laa = low(aa), lbb = low(bb)
  const cw = middle[w], ca = mid(a), cb = mid(b), kw = coarse[w], ka = coa(a), kb = coa(b)
  const glue = (tokens[i].spaced ? 0 : 1) | (i + 1 < last && !tokens[i + 1].spaced ? 2 : 0)
  const start = i === first ? 1 : 0

  add(3, la)
  add(4, lb)
  add(5, laa)
  add(6, lbb)
  add(7, mix(la, lw))
  add(8, mix(lw, lb))
  add(9, mix(la, lb))
  add(10, mix(laa, la))
  add(11, mix(lb, lbb))
  add(13, mix(sha(a), shape[w]))
  add(14, mix(shape[w], sha(b)))
  add(15, mix(mix(wri(a), writing[w]), mix(wri(b), start)))
  add(23, mix(pos[i], start))
  const pa = i > first ? pos[i - 1] : 0, pb = i + 1 < last ? pos[i + 1] : 0
  add(24, (pa << 16) | (pos[i] << 8) | pb)
  add(25, (pa << 8) | (i - 2 >= first ? pos[i - 2] : 0))
  add(26, (pb << 8) | (i + 2 < last ? pos[i + 2] : 0))
  add(28, fin(a))
  add(29, fin(b))
  add(30, fin(aa))
  add(31, fin(bb))
  add(33, (ca << 16) | cw)
  add(34, (cw << 16) | cb)
  add(35, (ca << 16) | cb)
  add(37, (ka << 16) | (kw << 8) | kb)
  add(38, (coa(aa) << 16) | (ka << 8) | kw)
  add(39, (kw << 16) | (kb << 8) | coa(bb))
  add(40, mix(la, cw))
  add(41, mix(cw, lb))
  add(42, mix(lw, ca))
  add(43, mix(lw, cb))
  add(44, low(aaa))
  add(45, low(bbb))
  add(47, mix(mix(fla(a), fla(w)), fla(b)))
  add(48, mix(mix(fla(a), wri(a)), mix(fla(w), kw)))
  add(49, mix(mix(fla(b), wri(b)), mix(fla(w), kw)))
  if (phrase[i] !== 0) {
    add(50, phrase[i])
    add(51, mix(phrase[i], la))
  }
  add(52, mix(glue, mix(writing[w], wri(glue & 1 ? a : b))))
  if (glue & 1) add(53, mix(la, low(aa)))
  if (glue & 2) add(54, mix(lb, low(bb)))
  add(55, mix(quoted[i], writing[w]))

  // The run of capitalised words that it stands in.
  const from = context.runFirst[i], to = context.runLast[i], length = min(to - from, 7), at = min(i - from, 6)
  add(56, (length << 8) | (at << 4) | (from === first ? 1 : 0))
  if (length > 0) {
    const head = wordOf[from], tail = wordOf[to - 1], before = from > first ? wordOf[from - 1] : -1, after = to < last ? wordOf[to] : -1
    add(57, mix(lowerHash[tail], at === length - 1 ? 1 : 0))
    add(58, mix(lowerHash[head], at === 0 ? 1 : 0))
    add(59, low(before))
    add(60, low(after))
    add(61, mix(low(before), low(after)))
    add(62, mix(fin(before), at))
    add(63, mix(fin(after), length - at))
    add(64, mix(mix(mid(before), mid(after)), length))
    add(65, mix(fine[tail], mix(length, at)))
    add(66, mix(mix(fla(head), fla(tail)), mix(length, at)))
    const after2 = to + 1 < last ? wordOf[to + 1] : -1, before2 = from - 1 > first ? wordOf[from - 2] : -1
    add(67, mix(low(after), low(after2)))
    add(68, mix(low(before2), low(before)))
  }

  // What the rest of the document tells about this word.
  const id = lowerOf[i], small = context.small[id] > 0 ? 1 : 0, many = min(context.capped[id], 3)
  add(69, mix((small << 4) | many, mix(start, writing[w])))
  const best = context.best[id]
  if (best >= 0 && isCapital(writing[w])) {
    const bf = context.runFirst[best], bl = context.runLast[best], bn = bl - bf, place = best - bf
    const sf = tokens[best].sentence, sentences = reading.language.sentences, open = sentences[sf]
    const elsewhere = best === i ? 0 : 1
    add(70, mix((bn << 8) | (place << 4) | length, elsewhere))
    if (elsewhere) {
      const head = wordOf[bf], tail = wordOf[bl - 1], before = bf > open.first ? wordOf[bf - 1] : -1, after = bl < open.last ? wordOf[bl] : -1
      add(71, mix(lowerHash[tail], place === bn - 1 ? 1 : 0))
      add(72, mix(lowerHash[head], place === 0 ? 1 : 0))
      add(73, mix(mid(before), place))
      add(74, mix(mid(after), bn - place))
      add(75, mix(mix(fla(head), fla(tail)), (bn << 4) | place))
      add(76, mix(fine[tail], (bn << 4) | place))
      add(77, mix(fine[head], (bn << 4) | place))
    }
    const early = context.firstUse[id], late = context.lastUse[id]
    if (early >= 0 && early !== i) {
      const s = sentences[tokens[early].sentence], x = early > s.first ? wordOf[early - 1] : -1, y = early + 1 < s.last ? wordOf[early + 1] : -1
      add(78, low(x))
      add(79, low(y))
      add(80, mix(coa(x), coa(y)))
      add(81, mid(x))
      add(82, mid(y))
    }
    if (late >= 0 && late !== i && late !== early) {
      const s = sentences[tokens[late].sentence], x = late > s.first ? wordOf[late - 1] : -1, y = late + 1 < s.last ? wordOf[late + 1] : -1
      add(83, low(x))
      add(84, low(y))
      add(85, mix(coa(x), coa(y)))
      add(81, mid(x))
      add(82, mid(y))
    }
  }
  const long = expansion[i]
  if (long >= 0) {
    const to = context.runLast[long]
    add(86, 1)
    add(87, lowerHash[wordOf[to - 1]])
    add(88, middle[wordOf[to - 1]])
    add(89, lowerHash[wordOf[long]])
  }
  if (writing[w] === INITIAL) add(90, mix(mix(wri(a), wri(b)), mix(coa(a), coa(b))))
  return n
}

/** Writes all features of token `i` into `out`; returns how many. */
export function featuresOf(reading: Reading, i: number, first: number, last: number, out: Int32Array): number {
  const { words, context, language: { tokens } } = reading
  const n = wordFeaturesOf(words, words.wordOf[i], context.shouted[tokens[i].sentence], i === first ? 1 : 0, out)
  return placeFeaturesOf(reading, i, first, last, out, n)
}
