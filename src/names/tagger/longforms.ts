/**
 * Names that an acronym of the document spells out: beside "the REP", "Rally of the Example People" is one name from R to
 * P, though the tagger read only a part of it or two names in it. After Schwartz and Hearst, A Simple Algorithm for
 * Identifying Abbreviation Definitions (2003), but with first letters of words only, and not only in brackets.
 */
import type { Language, NameMention, Token } from '../../types.js'

/** Words that an acronym may pass over. */
const SMALL = /^(?:of|the|for|and|in|on|at|to|by|with|a|an|de|du|des|la|le|del|per|&|'s|'|-|–)$/
/** Three letters or more, with a capital behind the first. */
const ACRONYM = /^(?=.+\p{Lu})\p{Lu}[\p{L}&]{2,9}$/u
const CAPITAL = /^\p{Lu}/u

/** The first token of the words before `end`, none before `from`, whose initials spell `letters`; -1 where they do not. */
function firstOf(tokens: readonly Token[], from: number, end: number, letters: string): number {
  const least = Math.max(from, end - 2 * letters.length)
  const read = (at: number, left: number): number => {
    if (left === 0) return CAPITAL.test(tokens[at + 1].text) && !ACRONYM.test(tokens[at + 1].text) ? at + 1 : -1
    if (at < least) return -1
    const { text, lower } = tokens[at], small = SMALL.test(lower)
    const first = lower[0] === letters[left - 1] && (small || CAPITAL.test(text)) ? read(at - 1, left - 1) : -1
    return first < 0 && small ? read(at - 1, left) : first
  }
  return read(end - 1, letters.length)
}

const isAcronym = ({ text }: Token, { first, last, type }: NameMention): boolean =>
  last === first + 1 && ACRONYM.test(text) && type !== 'PERSON' && type !== 'NORP'

/** Makes one name of what an acronym among the names spells, where names stand in it that do not reach beyond it. */
export function joinLongForms({ tokens, sentences }: Language, names: readonly NameMention[]): readonly NameMention[] {
  const acronyms = new Map<string, NameMention>()
  for (const name of names) if (isAcronym(tokens[name.first], name)) acronyms.set(tokens[name.first].lower, name)
  if (acronyms.size === 0) return names
  const byEnd = new Map<string, string[]>()
  for (const letters of acronyms.keys()) byEnd.set(letters.at(-1)!, [...byEnd.get(letters.at(-1)!) ?? [], letters])

  const joined: NameMention[] = []
  for (let i = 0; i < names.length; i++) {
    joined.push(names[i])
    const { last } = names[i], end = tokens[last - 1], sentence = sentences[end.sentence]
    for (const letters of byEnd.get(end.lower[0]) ?? []) {
      const first = firstOf(tokens, sentence.first, last, letters)
      if (first < 0) continue
      let from = joined.length
      while (from > 0 && joined[from - 1].last > first) from--
      const parts = joined.slice(from)
      if (parts[0].first < first || (parts.length === 1 && parts[0].first === first) || parts.some(({ type }) => type === 'PERSON')) continue
      joined.splice(from, parts.length, { start: tokens[first].start, end: end.end, first, last, type: acronyms.get(letters)!.type })
    }
  }
  return joined
}
