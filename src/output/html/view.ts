/** What the page shows of a document, before any markup: its speakers in order, their marks and colours, the days it speaks of. */
import type { DateRecord, DocumentRecord, QuoteRecord } from '../records.js'

/** As many as the style sheet has colours; more speakers share them, told apart by their initials. */
const COLOURS = 8

export interface Voice {
  /** Place in order of appearance; the key by which the page filters. */
  readonly index: number
  /** Null for all quotes whose speaker the text does not tell. */
  readonly name: string | null
  readonly role: string
  /** Class of its colour. */
  readonly colour: string
  /** One to three letters, unlike any other voice's. */
  readonly initials: string
  readonly quotes: QuoteRecord[]
}

const initialsOf = (name: string | null, taken: ReadonlySet<string>): string => {
  const words = (name ?? '?').match(/[\p{L}\p{N}]+/gu) ?? ['?']
  const capitals = words.filter(word => /^[\p{Lu}\p{N}]/u.test(word))
  const initials = (capitals.length > 0 ? capitals : words).slice(0, 3).map(word => [...word][0].toUpperCase()).join('')
  if (!taken.has(initials)) return initials
  for (let n = 2; ; n++) if (!taken.has(initials + n)) return initials + n
}

/** The voices of a document and which of them says each quote. */
export function voicesOf({ quotes, entities }: DocumentRecord): { voices: Voice[]; of: ReadonlyMap<QuoteRecord, Voice> } {
  const byKey = new Map<string, Voice>(), of = new Map<QuoteRecord, Voice>(), taken = new Set<string>()
  const roles = new Map(entities.map(e => [e.id, e.roles[0] ?? '']))
  for (const quote of quotes) {
    const { speaker } = quote, key = speaker === null ? '' : speaker.entity ?? `"${speaker.name}`
    let voice = byKey.get(key)
    if (!voice) {
      const index = byKey.size, initials = initialsOf(speaker?.name ?? null, taken)
      voice = { index, name: speaker?.name ?? null, role: roles.get(speaker?.entity ?? '') ?? '', colour: speaker === null ? 'unknown' : `s${index % COLOURS}`, initials, quotes: [] }
      byKey.set(key, voice)
      taken.add(initials)
    }
    voice.quotes.push(quote)
    of.set(quote, voice)
  }
  return { voices: [...byKey.values()], of }
}

export interface Moment {
  readonly value: string
  readonly from: string
  readonly to: string
  readonly dates: DateRecord[]
}

/** The days that a document speaks of, earliest first, each with all the places that mean it. */
export function momentsOf(dates: readonly DateRecord[]): Moment[] {
  const moments = new Map<string, Moment>()
  for (const date of dates) {
    if (date.from === null || date.to === null) continue
    const key = `${date.from}/${date.to}`, known = moments.get(key)
    if (known) known.dates.push(date)
    else moments.set(key, { value: date.value, from: date.from, to: date.to, dates: [date] })
  }
  return [...moments.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day, month, year or stretch for people: `20 Nov 2018`, `Jun 2018`, `2018`, `1 Jul 2018 – 30 Sep 2018`. */
export function dayName(from: string, to = from): string {
  const day = (iso: string): string => {
    const [year, month, date] = iso.split('-')
    return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
  }
  if (from === to) return day(from)
  const [year, month, first] = from.split('-'), [lastYear, lastMonth, last] = to.split('-')
  if (first === '01' && Number(last) >= 28 && year === lastYear) {
    if (month === lastMonth) return `${MONTHS[Number(month) - 1] ?? month} ${year}`
    if (month === '01' && lastMonth === '12') return year
  }
  return `${day(from)} – ${day(to)}`
}

/** Days since 1970 of an ISO day, for places on a line. */
export const dayNumber = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)
