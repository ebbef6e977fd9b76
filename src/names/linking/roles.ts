/**
 * What the text says a person is, read from around the name: a title or noun phrase before it ("Iranian Foreign Minister
 * X"), an apposition ("X, vice chairman of …,", "the president, X,"), a clause with "is" ("X, who is a senator").
 * A coordination shares a plural title ("Senators X, Y and Z").
 */
import type { Document, Language, NameMention, Span, Token } from '../../types.js'
import { roleNoun, titleGenders } from './gazetteer.js'

const DETERMINER = /^(?:the|a|an|its|his|her|their|our|my|this|that|another|one|some|two|three|other)$/
const COMPLEMENT = /^(?:of|for|to|in|at|on|with|from)$/
const BE = /^(?:is|was|are|were|became|becomes|remains|remained|served|serves|serving|being)$/
/** Words that end a noun phrase even where the tagger takes them for part of it. */
const STOP = /^(?:who|which|that|when|where|while|said|says|told|added|and|or|but|is|was|are|were|has|had|have|will|would|as|after|before|during|since|by|because|if|then|also|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
/** No role is longer than this many tokens. */
const LONGEST = 24

/** A role's place in the text with its head noun, singular. */
export interface Role extends Span { readonly head: string; readonly plural: boolean }

export interface RoleContext {
  readonly document: Document
  readonly tokens: readonly Token[]
  /** Index of the name that each token belongs to, or -1. */
  readonly nameAt: Int32Array
  readonly names: readonly NameMention[]
}

/** Index of the name that each token belongs to, or -1. */
export function namesByToken({ tokens }: Language, names: readonly NameMention[]): Int32Array {
  const at = new Int32Array(tokens.length).fill(-1)
  names.forEach(({ first, last }, i) => at.fill(i, first, last))
  return at
}

const isNominal = (token: Token): boolean =>
  token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.lower === "'s" || token.lower === '-' || token.lower === 'former' || token.lower === 'vice'

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

/** The first token of the noun phrase that ends before `end`, not before `least`; persons' own names end it. */
function phraseStart({ tokens, nameAt, names }: RoleContext, end: number, least: number): number {
  let i = end
  while (i > least && end - i < 12) {
    const token = tokens[i - 1], name = nameAt[i - 1]
    if (name >= 0) {
      if (names[name].type === 'PERSON' && tokens[names[name].last]?.lower !== "'s" && tokens[names[name].last]?.lower !== "'") break
      i = Math.max(least, names[name].first)
      continue
    }
    if (token.lower !== 'and' && (STOP.test(token.lower) || DETERMINER.test(token.lower))) break
    if (token.lower === 'and' && i - 1 > least && isCapital(tokens[i]) && isCapital(tokens[i - 2]) && (nameAt[i - 2] < 0 || names[nameAt[i - 2]].type !== 'PERSON') && tokens[i - 2].pos !== 'PUNCT') {
      i -= 1
      continue
    }
    if (token.lower === '-' && !(token.start === tokens[i - 2]?.end && token.end === tokens[i]?.start)) break
    if (!isNominal(token) && !(token.lower === '&' || (/^(?:VERB|NUM)$/.test(token.pos) && (isCapital(token) || token.lower.endsWith('-elect') || /^\d+(?:st|nd|rd|th)$|^\d+-year-old$/.test(token.lower))))) break
    i--
  }
  while (i < end && (tokens[i].lower === "'s" || tokens[i].lower === 'and' || tokens[i].lower === '-' || tokens[i].lower === '&')) i++
  return i
}

const roleOf = (context: RoleContext, first: number, last: number, head: string, headToken: Token): Role | null =>
  last <= first ? null : { start: context.tokens[first].start, end: context.tokens[last - 1].end, head, plural: headToken.lower.replace(/\.$/, '') !== head && /s\.?$|men$/.test(headToken.lower) }

/** The noun phrase with a role noun that ends before token `end`: "U.S. Secretary of State". */
function roleBefore(context: RoleContext, end: number, least: number, comma = false): Role | null {
  const { tokens, nameAt, names } = context
  let at = end - 1
  if (at < least) return null
  // "Sen." may be two tokens.
  if (tokens[at].text === '.' && at > least && tokens[at - 1].end === tokens[at].start) at--
  const direct = context.nameAt[at] < 0 ? roleNoun(tokens[at].lower) : null
  if (direct) return roleOf(context, phraseStart(context, at, least), end, direct, tokens[at])
  // "Secretary of State X", "special envoy to Ukraine X", "the leader of the majority in the Senate, X": back over the
  // complement to a role noun; without a comma only over capitals.
  let found: Role | null = null
  if (COMPLEMENT.test(tokens[at].lower) || STOP.test(tokens[at].lower) || DETERMINER.test(tokens[at].lower) || titleGenders().has(tokens[at].lower.replace('.', ''))) return null
  for (let i = at; i > least && at - i < 18; i--) {
    const token = tokens[i]
    if (COMPLEMENT.test(token.lower)) {
      const head = nameAt[i - 1] < 0 ? roleNoun(tokens[i - 1].lower) : null
      if (head) found = roleOf(context, phraseStart(context, i - 1, least), end, head, tokens[i - 1])
      else if (!comma && token.lower !== 'of' && token.lower !== 'for') break
    } else if (nameAt[i] >= 0) {
      if (names[nameAt[i]].type === 'PERSON') break
    } else if (!isCapital(token) && token.lower !== 'and' && token.lower !== 'the' && !(comma && (isNominal(token) || /^[()]$/.test(token.text) || tokens[i - 1].text === '-') && !STOP.test(token.lower))) break
  }
  return found
}

/** The noun phrase with a role noun that begins at token `from`: "vice chairman of the ruling … Committee". */
function roleAfter(context: RoleContext, from: number, most: number): Role | null {
  const { tokens, nameAt, names } = context
  let i = from
  while (i < most && (DETERMINER.test(tokens[i].lower))) i++
  const first = i
  let head = -1
  for (; i < most && i - first < 10; i++) {
    const token = tokens[i], name = nameAt[i]
    if (name >= 0) {
      if (names[name].type === 'PERSON' && tokens[names[name].last]?.lower !== "'s" && tokens[names[name].last]?.lower !== '’s') break
      i = names[name].last - 1
      continue
    }
    const noun = roleNoun(token.lower)
    if (noun) head = i
    else if (token.text === '.' && tokens[i - 1]?.end === token.start && i + 1 < most) continue
    else if (!isNominal(token) && !/^(?:ADV|NUM|VERB)$/.test(token.pos) && token.lower !== '&') break
    else if (STOP.test(token.lower)) break
    if (head >= 0 && i + 1 < most && !roleNoun(tokens[i + 1].lower)) {
      const next = tokens[i + 1]
      if (next.text === '-' && next.start === token.end && i + 2 < most && tokens[i + 2].start === next.end) {
        head = i += 2
        if (i + 1 < most) continue
      }
      if (next.pos === 'NOUN' && nameAt[i + 1] < 0) continue
      i++
      break
    }
  }
  if (head < 0 || head + 1 < i && tokens[head + 1].pos === 'NOUN' && nameAt[head + 1] < 0) return null
  let last = head + 1
  if (last < most && COMPLEMENT.test(tokens[last].lower)) {
    last++
    while (last < most && last - first < LONGEST) {
      const token = tokens[last]
      if (nameAt[last] >= 0) {
        last = Math.min(most, names[nameAt[last]].last)
        continue
      }
      if (/^[,;:()"“”.]$/.test(token.text) || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PRON' || token.text === '--' || token.text === '—' || token.text === '–') break
      if (STOP.test(token.lower) && token.lower !== 'and') break
      last++
    }
    while (last > head + 1 && /^(?:ADP|DET|CCONJ|PUNCT|PART)$/.test(tokens[last - 1].pos)) last--
  }
  return roleOf(context, first, last, roleNoun(tokens[head].lower) ?? tokens[head].lower, tokens[head])
}

/** Whether the words between two names only join them: ", ", " and ", " (R-TX), ". */
function isJoint({ tokens }: RoleContext, from: number, to: number): boolean {
  let depth = 0
  for (let i = from; i < to; i++) {
    const { text, lower } = tokens[i]
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (depth === 0 && text !== ',' && lower !== 'and' && text !== '&') return false
  }
  return to > from && to - from < 16
}

/** The roles that the text gives each person's name, by index of the name. */
export function findRoles(document: Document, language: Language, names: readonly NameMention[], nameAt: Int32Array): Map<number, Role[]> {
  const { tokens, sentences } = language, context: RoleContext = { document, tokens, nameAt, names }
  const found = new Map<number, Role[]>()
  let shared: Role | null = null, before = -1
  names.forEach((name, index) => {
    if (name.type !== 'PERSON' || name.first >= tokens.length) return
    const sentence = sentences[tokens[name.first].sentence], roles: Role[] = []
    const { first, last } = sentence
    const add = (role: Role | null): void => { if (role) roles.push(role) }
    const title = roleBefore(context, name.first, first)
    if (title) {
      add(title)
      shared = title.plural ? title : null
    } else if (shared && isJoint(context, before, name.first)) add(shared)
    else {
      shared = null
      // "the president, X,"
      if (name.first - 1 > first && tokens[name.first - 1].text === ',' && /^[,.;]$/.test(tokens[name.last]?.text ?? '.')) {
        const ahead = roleBefore(context, name.first - 1, first, true)
        if (ahead && !ahead.plural) {
          let at = name.first - 1
          while (at > first && tokens[at - 1].start >= ahead.start) at--
          if (at === first || DETERMINER.test(tokens[at - 1].lower) || tokens[at].pos === 'PROPN') add(ahead)
        }
      }
    }
    before = name.last
    let next = name.last
    // Party and state in brackets: X (R-Texas), president of …
    if (tokens[next]?.text === '(' && next < last) {
      let close = next + 1
      while (close < last && close - next < 8 && tokens[close].text !== ')') close++
      if (tokens[close]?.text === ')') {
        const inside = roleAfter(context, next + 1, close)
        if (inside) add(inside)
        next = close + 1
      }
    }
    if (next < last && /^(?:,|--|—|–)$/.test(tokens[next].text)) {
      let from = next + 1
      // X, 34, a teacher
      if (tokens[from]?.pos === 'NUM' && tokens[from + 1]?.text === ',') from += 2
      if (tokens[from]?.lower === 'who' && BE.test(tokens[from + 1]?.lower ?? '')) from += 2
      if (tokens[from]?.lower === 'as') from++
      const role = from < last ? roleAfter(context, from, last) : null
      if (role && !role.plural && !(nameAt[from] >= 0 && names[nameAt[from]].type === 'PERSON')) {
        // A title that belongs to the next name ("X, President Y and …") is none of this one's.
        let end = next
        while (end < last && tokens[end].start < role.end) end++
        if (!(nameAt[end] >= 0 && names[nameAt[end]].type === 'PERSON')) add(role)
      }
    } else if (next < last && BE.test(tokens[next].lower)) {
      let from = next + 1
      if (tokens[from]?.lower === 'as') from++
      const role = from < last ? roleAfter(context, from, last) : null
      if (role && !role.plural) add(role)
    }
    if (roles.length > 0) found.set(index, roles)
  })
  return found
}
