/** What a web page states about itself: JSON-LD first, then its meta elements. */
import { dayOf } from '../document/index.js'

export interface Stated {
  readonly title: string | null
  readonly author: string | null
  /** YYYY-MM-DD. */
  readonly date: string | null
}

const TITLES = ['og:title', 'twitter:title', 'dc.title']
const AUTHORS = ['author', 'parsely-author', 'dc.creator', 'byl']
const DATES = ['article:published_time', 'datepublished', 'date', 'pubdate', 'publishdate', 'parsely-pub-date', 'dc.date', 'dc.date.issued', 'sailthru.date', 'og:published_time']
const ARTICLE = /Article$|^BlogPosting$|^Report$/

interface Element {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

/** The little of a parsed page that is needed here. */
export interface Page {
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
}

type Node = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim().replace(/\s+/g, ' ') : null)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

/** The objects of a JSON-LD block: itself, the items of its list, those of its `@graph`. */
function nodesOf(source: string): Node[] {
  try {
    return listOf(JSON.parse(source)).flatMap(item => [item, ...listOf((item as Node | null)?.['@graph'])])
      .filter((item): item is Node => typeof item === 'object' && item !== null)
  } catch {
    return []
  }
}

const authorsOf = (node: Node): string | null =>
  text(listOf(node.author).map(author => text(author) ?? text((author as Node | null)?.name)).filter(Boolean).join(', '))

/** Title, author and day of a page; null for what it does not state. */
export function statedBy(page: Page): Stated {
  const node = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(script => nodesOf(script.textContent ?? ''))
    .find(item => listOf(item['@type']).some(type => typeof type === 'string' && ARTICLE.test(type))) ?? {}
  const meta = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop'))?.toLowerCase()
    const content = text(element.getAttribute('content'))
    if (name && content && !meta.has(name)) meta.set(name, content)
  }
  const first = (names: readonly string[]): string | null => names.map(name => meta.get(name)).find(Boolean) ?? null
  const time = page.querySelector('time[itemprop="datePublished"], time[pubdate], article time[datetime]')?.getAttribute('datetime')
  const day = [text(node.datePublished), ...DATES.map(name => meta.get(name) ?? null), text(time)].map(date => date && dayOf(date)).find(Boolean) ?? null
  return { title: text(node.headline) ?? first(TITLES), author: authorsOf(node) ?? first(AUTHORS), date: day }
}
