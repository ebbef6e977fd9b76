/** TEI's rules of the elements that kpen writes, and what can be read from them. */
import { DOMParser } from '@xmldom/xmldom'

const PHRASES = ['persName', 'orgName', 'placeName', 'name', 'date', 'time'], NAMES = ['said', ...PHRASES]
const words = (children: readonly string[], ...attributes: string[]) => ({ text: true, children, attributes })
const parts = (children: readonly string[], ...attributes: string[]) => ({ text: false, children, attributes })
const TIME = ['when', 'when-custom', 'dur-iso', 'from', 'to']

/** From the schema of TEI P5 4.12 (tei_all): what may stand in each element; its own attributes beside those that all have. */
const RULES: Readonly<Record<string, ReturnType<typeof words>>> = {
  teiCorpus: parts(['teiHeader', 'TEI']), TEI: parts(['teiHeader', 'text']), teiHeader: parts(['fileDesc']), fileDesc: parts(['titleStmt', 'publicationStmt', 'sourceDesc']),
  titleStmt: parts(['title']), title: words(PHRASES), publicationStmt: parts(['p']), sourceDesc: parts(['p']), text: parts(['body', 'back']), body: parts(['p']), back: parts(['list']),
  list: parts(['item']), item: words(NAMES), p: words(['q', ...NAMES]), said: words(['q', ...NAMES], 'who', 'direct'), q: words(['q', ...NAMES], 'who', 'type'),
  persName: words(NAMES, 'ref', 'type'), orgName: words(NAMES, 'ref', 'type'), placeName: words(NAMES, 'ref', 'type'), name: words(NAMES, 'ref', 'type'),
  date: words(PHRASES, ...TIME), time: words(PHRASES, ...TIME),
}
const GLOBAL = ['xml:id', 'n', 'next', 'prev', 'xmlns']
const FORMS: Readonly<Record<string, RegExp>> = {
  'xml:id': /^[a-z][\w.]*$/, direct: /^(?:true|false)$/, when: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/, from: /^\d{4}-\d\d-\d\d$/, to: /^\d{4}-\d\d-\d\d$/, 'dur-iso': /^P[\dTYMWDHS.]+$/,
  who: /^#\S+$/, ref: /^#\S+$/, next: /^#\S+$/, prev: /^#\S+$/, type: /^\S+$/, 'when-custom': /^\S+$/,
}

type Node = NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>
const childrenOf = (node: Node): Node[] => Array.from(node.childNodes as ArrayLike<unknown>) as Node[]
/** An element and all within it. */
export const elementsOf = (node: Node): Node[] => [node, ...childrenOf(node).filter(child => child.nodeType === 1).flatMap(elementsOf)]

/** The root of a document, and what is wrong with it: as XML, and by the rules. */
export function readTei(xml: string): { root: Node; wrong: string[] } {
  const wrong: string[] = [], log = (message: string): void => { wrong.push(message) }
  const root = new DOMParser({ errorHandler: { warning: log, error: log, fatalError: log } }).parseFromString(xml, 'text/xml').documentElement!
  const elements = elementsOf(root), ids = elements.map(e => e.getAttribute('xml:id')).filter(id => id !== '' && id !== null)
  for (const repeated of ids.filter((id, i) => ids.indexOf(id) !== i)) wrong.push(`id ${repeated}`)
  for (const element of elements) {
    const rule = RULES[element.nodeName]
    if (!rule) wrong.push(element.nodeName)
    for (const child of childrenOf(element)) {
      if (child.nodeType === 1 ? !rule?.children.includes(child.nodeName) : !rule?.text && child.nodeValue!.trim() !== '') wrong.push(`${child.nodeName} in ${element.nodeName}`)
    }
    for (const { name, value } of Array.from(element.attributes)) {
      if (![...GLOBAL, ...rule?.attributes ?? []].includes(name) || FORMS[name]?.test(value) === false) wrong.push(`${name}="${value}" of ${element.nodeName}`)
      if (['who', 'ref', 'next', 'prev'].includes(name) && !ids.includes(value.slice(1))) wrong.push(`${value} points nowhere`)
    }
    if (element.getAttribute('when') && element.getAttribute('from')) wrong.push('when with from')
  }
  return { root, wrong }
}

/** For each element of a name its words, over all its parts, in order. */
export function wordsOf(root: Node, ...names: string[]): string[] {
  const all = elementsOf(root).filter(e => names.includes(e.nodeName))
  return all.filter(e => !e.getAttribute('prev')).map(first => {
    let words = first.textContent ?? ''
    for (let next = first.getAttribute('next'); next;) {
      const part = all.find(e => `#${e.getAttribute('xml:id')}` === next)!
      words += `|${part.textContent}`
      next = part.getAttribute('next')
    }
    return words
  })
}
