/**
 * Which names of organisations, events, laws, works … are one thing: a short form by the words that a long one may drop
 * (its nation, "Inc.", "of Representatives"), an acronym by the letters of a long name or the brackets behind it.
 */
import type { Document, NameMention } from '../../types.js'
import type { Form, Groups } from './forms.js'
import { countries, linesAmong, lineOf, organisations } from './gazetteer.js'

/** Words in front that a short form may leave out. */
const NATION = /^(?:us|usa|united states|un|united nations|uk|united kingdom|american|british|national|royal|federal|international|european|israeli|russian|french|german|italian|canadian|australian|indian|chinese|iraqi|iranian|pakistani|turkish|ukrainian|scottish|world|fifa|great|new|central|supreme)$/
/** Words behind that say only what kind of thing it is. */
const KIND = /^(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|llc|llp|plc|sa|ag|nv|gmbh|group|holdings|party|movement|airlines|airways|air lines|industries|international|broadcasting|news|television|tv|radio|network|bank|fc|football|club|department|program|fund|foundation|association|media|motors|motor|stores|pharmaceuticals|systems|technologies|technology|entertainment|university|college|tribe|nation|militia|award|awards|act|bill|treaty|agreement|(?:19|20)\d\d)$/
/** Bodies that stand in the names of their own parts. */
const COMMON = /^(?:senate|house|congress|navy|army|air|marine|marines|police|parliament|supreme|state|states|un|us|eu|uk|national|democratic|republican|white|american|united|federal|international|court|government|cabinet|council|committee)$/
const LINK = /^(?:of|for|in|to|on|against|at|de)$/
/** What may be left out with all that follows. */
const CUT = /^(?:of|for|to|on|with)$/
/** Short forms that mean something else on their own than in a longer name. */
const ALONE = new Set(['white house', 'al qaida in iraq', 'al qaeda in iraq', 'house of commons', 'house of lords', 'full house', 'opera house'])

const initials = (words: readonly string[], all: boolean): string => {
  let letters = ''
  for (const word of words) if (all || !/^(?:of|the|for|and|in|on|at|to|de|du|la|des|a|an)$/.test(word)) letters += word[0]
  return letters
}

/** The keys that a long name may be shortened to, its own left out. */
function shortKeys(words: readonly string[]): string[] {
  const keys = new Set<string>(), whole = words.join(' ')
  const cut = words.findIndex((word, i) => i > 0 && CUT.test(word))
  const heads = cut > 0 ? [words, words.slice(0, cut)] : [words]
  for (const head of heads) {
    let end = head.length
    const ends = [end]
    while (end > 1 && KIND.test(head[end - 1])) ends.push(--end)
    for (const last of ends) {
      for (let first = 0; first < last; first++) {
        // After "of" stands what it belongs to, not its own name.
        if (head === words && cut > 0 && first > cut && last === words.length) break
        if (first > 0 && LINK.test(head[first])) continue
        keys.add(head.slice(first, last).join(' '))
      }
    }
  }
  keys.delete(whole)
  return [...keys]
}

/** Whether `text` is written as an acronym: mostly capitals, one word. */
const isAcronym = (text: string): boolean => /^[\p{Lu}\d&.-]{2,10}s?$/u.test(text) || /^(?=(?:.*\p{Lu}){2})[\p{L}&.]{2,7}$/u.test(text)

/** A bill's number: "H.R. 12", "S. 34". */
export const isBillNumber = (text: string): boolean => /^(?:[HS]\.? ?(?:R|J|C)?|House |Senate )[^\d]{0,20}\d+$/.test(text)

const isThing = ({ family }: Form): boolean => family === 'THING' || family === 'PLACE'

/** Joins "Long Name (LN)", "H.R. 12, the Long Name", and other acronyms with the long name that they abbreviate. `owner` is each mention's form. */
export function linkAcronyms(document: Document, names: readonly NameMention[], forms: readonly Form[], owner: Int32Array, groups: Groups): void {
  const done = new Set<number>()
  for (let i = 0; i + 1 < names.length; i++) {
    const gap = document.text.slice(names[i].end, Math.min(names[i + 1].start, names[i].end + 12))
    if (gap === ', the ' && names[i].type === 'LAW' && names[i + 1].type === 'LAW' && isBillNumber(document.text.slice(names[i].start, names[i].end))) groups.join(owner[i], owner[i + 1])
    if (!/^(?:'s|’s)?\s*\(\s*(?:the |or |aka )?["“]?$/.test(gap) || names[i].end + gap.length !== names[i + 1].start) continue
    if (!/^["”]?\s*[),;]/.test(document.text.slice(names[i + 1].end, names[i + 1].end + 4))) continue
    const before = forms[owner[i]], behind = forms[owner[i + 1]], fits = (form: Form): boolean => isAcronym(form.text) || (form.type === 'LAW' && before.type === behind.type)
    const [short, long] = fits(behind) ? [behind, before] : [before, behind]
    if (!fits(short) || long.words.length < 2 || !(long.family === short.family || (isThing(long) && isThing(short)))) continue
    groups.join(long.id, short.id)
    done.add(short.id)
  }
  const byLetters = new Map<string, Form | null>()
  for (const form of forms) {
    if (form.words.length < 2 || form.family === 'PERSON' || form.family === 'NORP') continue
    const words = shortNation(form.words), rest = NATION.test(words[0]) || countries().has(words[0]) ? words.slice(1) : words
    const whole = /^(?:us|un|uk|eu)$/.test(words[0]) ? words[0] + initials(rest, false) : ''
    for (const letters of new Set([initials(form.words, true), initials(form.words, false), initials(rest, true), initials(rest, false), whole])) {
      if (letters.length < 2) continue
      const other = byLetters.get(letters)
      byLetters.set(letters, other === undefined || other === form || groups.find(other?.id ?? form.id) === groups.find(form.id) ? form : null)
    }
  }
  for (const form of forms) {
    if (done.has(form.id) || form.words.length !== 1 || form.family === 'PERSON' || form.family === 'NORP' || !isAcronym(form.text)) continue
    const long = byLetters.get(form.words[0].toLowerCase())
    if (long && long.family === form.family) groups.join(form.id, long.id)
  }
}

const NATIONS: Readonly<Record<string, string>> = { 'united states': 'us', 'united nations': 'un', 'united kingdom': 'uk', 'european union': 'eu' }

/** A name's words with the names of states in front shortened alike ("United States Senate", "U.S. Senate"). */
function shortNation(words: readonly string[]): readonly string[] {
  const short = words.length > 2 ? NATIONS[`${words[0]} ${words[1]}`] : undefined
  return short ? [short, ...words.slice(2)] : words.map(word => word.toLowerCase())
}

/** Joins organisations and other things by lists and by short forms. */
export function linkThings(forms: readonly Form[], groups: Groups): void {
  const things = forms.filter(form => form.family === 'THING').map(form => ({ form, words: shortNation(form.words) })), known = organisations()
  const byLine = new Map<number, Form>(), byKey = new Map<string, Form>()
  for (const { form, words } of things) {
    const key = words.join(' '), other = byKey.get(key)
    if (other) groups.join(form.id, other.id)
    else byKey.set(key, form)
  }
  const lines = linesAmong(byKey.keys(), known)
  for (const { form, words } of things) {
    const line = lineOf(known.get(form.words.join(' ').toLowerCase()) ?? known.get(words.join(' ')) ?? (words[0] === 'us' ? known.get(words.slice(1).join(' ')) : undefined), lines)
    if (line === undefined) continue
    const other = byLine.get(line)
    if (other) groups.join(form.id, other.id)
    else byLine.set(line, form)
  }
  const longer = new Map<Form, Form[]>()
  for (const { form: long, words } of things) {
    if (words.length < 2 || words.length > 14 || ALONE.has(words.join(' '))) continue
    const add = (key: string): void => {
      const short = byKey.get(key)
      if (!short || short === long) return
      const list = longer.get(short)
      if (list) list.push(long)
      else longer.set(short, [long])
    }
    for (const key of shortKeys(words)) add(key)
    // A firm's or club's first word alone, once the full name has been given: "Vulcan" after "Vulcan Materials Company".
    if (long.type === 'ORG' && !LINK.test(words[1])) {
      const short = byKey.get(words[0])
      if (short && short.mentions[0] > long.mentions[0] && !known.has(words[0]) && !COMMON.test(words[0])) add(words[0])
    }
  }
  for (const [short, longs] of longer) {
    // Of several the one named last before the short form's first mention, else the first after it.
    const at = short.mentions[0]
    let best = longs[0]
    for (const long of longs) if (long.mentions[0] < at && (best.mentions[0] > at || long.mentions[0] > best.mentions[0])) best = long
    groups.join(short.id, best.id)
  }
}
