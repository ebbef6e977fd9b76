/**
 * Which names of persons are one person: full names by surname and agreeing first names, then short ones (a surname, a
 * first name) by the full names of the document. Where several bear the name, a mention is of the one named first whose
 * gender its title ("Mrs.") allows.
 */
import type { Gender } from '../../types.js'
import type { Form, Groups } from './forms.js'
import { genderOfName, nicknames } from './gazetteer.js'

const SUFFIX = /^(?:jr|sr|ii|iii|iv|junior|senior)$/
const PARTICLE = /^(?:al|el|von|van|de|da|dos|di|del|la|bin|ibn|der|den|le|ben|abu|ter|st)$/
/** More bearers of one surname than this are not compared with one another. */
const MOST = 12

interface Bearer { readonly form: Form; readonly given: readonly string[]; readonly surname: string; readonly suffix: string }

function parse(form: Form): Bearer {
  let words = form.words, suffix = ''
  if (words.length > 1 && SUFFIX.test(words[words.length - 1])) {
    suffix = words[words.length - 1].replace('junior', 'jr').replace('senior', 'sr')
    words = words.slice(0, -1)
  }
  // "Lee Do-hoon": what a hyphen ties in small letters is a given name, the surname stands first.
  if (words.length > 2 && /-\p{Ll}+$/u.test(form.text)) words = [...words.slice(1), words[0]]
  return { form, given: words.slice(0, -1), surname: words[words.length - 1] ?? '', suffix }
}

const sameFirst = (a: string, b: string): boolean => {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  const group = nicknames().get(a)
  if (group !== undefined && group === nicknames().get(b)) return true
  return a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a))
}

const isSubset = (few: readonly string[], many: readonly string[]): boolean =>
  few.every(word => many.some(other => other === word || ((word.length === 1 || other.length === 1) && other[0] === word[0])))

/** Whether two full names of one surname may be one person's. */
function agree(a: Bearer, b: Bearer): boolean {
  if (a.suffix !== '' && b.suffix !== '' && a.suffix !== b.suffix) return false
  if (sameFirst(a.given[0], b.given[0])) {
    const x = a.given.slice(1).filter(w => !PARTICLE.test(w)), y = b.given.slice(1).filter(w => !PARTICLE.test(w))
    // Initials must be in the same place: George W. is not George H. W.
    if (x.length > 0 && y.length > 0 && (x[0].length === 1 || y[0].length === 1) && x[0][0] !== y[0][0]) return false
    return isSubset(x, y) || isSubset(y, x)
  }
  // "J. Edgar Hoover", "Edgar Hoover"
  const [few, many] = a.given.length < b.given.length ? [a.given, b.given] : [b.given, a.given]
  return few.length < many.length && few.every((word, i) => many[many.length - few.length + i] === word)
}

const isInitial = ({ given }: Bearer): boolean => given[0].length === 1

/** Joins full names of one person; those that begin with an initial last, and where it fits one person alone. */
function joinFullNames(bearers: readonly Bearer[], groups: Groups): void {
  const bySurname = new Map<string, Bearer[]>(), byBoth = new Map<string, Bearer>()
  for (const bearer of [...bearers.filter(b => !isInitial(b)), ...bearers.filter(isInitial)]) {
    const others = bySurname.get(bearer.surname) ?? [], both = `${bearer.given[0]} ${bearer.surname}`, same = byBoth.get(both)
    const match = same && agree(bearer, same) ? [same] : others.slice(0, MOST).filter(other => agree(bearer, other))
    const roots = new Set(match.map(other => groups.find(other.form.id)))
    if (roots.size === 1) groups.join(bearer.form.id, match[0].form.id)
    others.push(bearer)
    bySurname.set(bearer.surname, others)
    if (!same) byBoth.set(both, bearer)
  }
}

const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length < long.length && short.every((word, i) => long[long.length - short.length + i] === word)

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length < long.length && short.every((word, i) => long[i] === word)

/** What the pass over short names needs to know. */
export interface PersonContext {
  readonly groups: Groups
  /** Form of each mention; ambiguous mentions are given to their bearer here. */
  readonly owner: Int32Array
  /** The gender that a mention's own title tells ("Mrs."), or null. */
  readonly titleGender: (mention: number) => Gender | null
  readonly forms: readonly Form[]
}

/** The gender of a full name as its titles and first names tell, titles first. */
function genderOfForms(forms: readonly Form[], context: PersonContext): Gender | null {
  let men = 0, women = 0
  for (const form of forms) for (const mention of form.mentions) {
    const gender = context.titleGender(mention)
    if (gender === 'm') men++
    else if (gender === 'f') women++
  }
  if (men !== women) return men > women ? 'm' : 'f'
  for (const form of forms) {
    // "Jean-Bertrand" is no Jean, and the Kim of "Kim Jong Un" no first name.
    const gender = form.words.length > 1 && !/^\S+-|^(?:Kim|KIM) /.test(form.text) ? genderOfName(form.words[0]) : null
    if (gender) return gender
  }
  return null
}

const nameOf = (bearer: Bearer): string[] => [...bearer.given, bearer.surname]

/** Joins "Lopez Obrador" to the one person whose longer name ends so, "Salva Kiir" to the one whose begins so. */
function joinEndings(full: readonly Bearer[], byWord: ReadonlyMap<string, readonly Bearer[]>, groups: Groups): void {
  for (const { form, given, surname } of full) {
    const words = PARTICLE.test(given[0]) ? [...given.slice(1), surname] : [...given, surname]
    const bearers = byWord.get(surname) ?? []
    if (words.length < 2 || bearers.length > 200) continue
    const own = groups.find(form.id)
    const roots = new Set(bearers.filter(other => endsWith(nameOf(other), words) || startsWith(nameOf(other), words)).map(other => groups.find(other.form.id)))
    roots.delete(own)
    if (roots.size === 1) groups.join(form.id, [...roots][0])
  }
}

/** Links the persons of a document: joins forms in `groups`, gives mentions of shared surnames in `owner`. */
export function linkPersons(context: PersonContext): void {
  const { forms, groups, owner, titleGender } = context
  const parsed = forms.filter(form => form.family === 'PERSON').map(parse)
  const full = parsed.filter(bearer => bearer.given.length > 0)
  joinFullNames(full, groups)
  const byWord = new Map<string, Bearer[]>()
  for (const bearer of full) for (const word of new Set(nameOf(bearer))) {
    const bearers = byWord.get(word)
    if (bearers) bearers.push(bearer)
    else byWord.set(word, [bearer])
  }
  joinEndings(full, byWord, groups)

  // From here on a person is known by the root that it has now: short names join later.
  const rootOf = new Map(full.map(bearer => [bearer.form.id, groups.find(bearer.form.id)]))
  const members = new Map<number, Form[]>()
  for (const { form } of full) {
    const root = rootOf.get(form.id)!, own = members.get(root)
    if (own) own.push(form)
    else members.set(root, [form])
  }
  const firstAt = new Map<number, number>(), genders = new Map<number, Gender | null>()
  for (const [root, own] of members) firstAt.set(root, own.reduce((first, form) => Math.min(first, form.mentions[0]), Infinity))
  const genderOf = (root: number): Gender | null => {
    let gender = genders.get(root)
    if (gender === undefined) genders.set(root, gender = genderOfForms(members.get(root) ?? [], context))
    return gender
  }
  const allowed = (root: number, mention: number): boolean => {
    const title = titleGender(mention), gender = title && genderOf(root)
    return !gender || gender === title
  }
  const byInitials = new Map<string, number>()
  for (const bearer of full) byInitials.set(nameOf(bearer).map(word => word[0]).join(''), bearer.form.id)
  for (const { form, given, surname } of parsed) {
    const same = /^\p{Lu}{2,4}$/u.test(form.text) ? byInitials.get(form.text.toLowerCase()) : undefined
    if (same !== undefined) groups.join(form.id, same)
    if (given.length > 1 || (given.length === 1 && !PARTICLE.test(given[0]))) continue
    const bearers = (byWord.get(surname) ?? []).filter(bearer => bearer.form !== form)
    let match = bearers.filter(bearer => bearer.surname === surname)
    if (match.length === 0) match = bearers.filter(bearer => bearer.given[0] === surname)
    if (match.length === 0) match = bearers
    const roots = [...new Set(match.map(bearer => rootOf.get(bearer.form.id)!))].filter(root => root !== groups.find(form.id))
    if (roots.length === 1 && form.mentions.every(mention => allowed(roots[0], mention))) groups.join(form.id, roots[0])
    else if (roots.length > 0) {
      // Of several bearers the one named first has the bare surname; that was counted, recency does worse.
      roots.sort((a, b) => firstAt.get(a)! - firstAt.get(b)!)
      for (const mention of form.mentions) owner[mention] = roots.find(root => allowed(root, mention)) ?? owner[mention]
    }
  }
}
