/**
 * The user's own names (`--names FILE`): who they are, what else they are called, and what is no name at all. They are
 * applied before linking: found in the text though the tagger missed them, given their type, merged under one name.
 */
import { NAME_TYPES, type Document, type EntityType, type Language, type NameMention } from '../types.js'
import { readCsv } from './csv.js'

export interface KnownName { readonly canonical: string; readonly type: EntityType }

/** A word tree over known names. `known` and `banned` end here. */
interface Node { readonly next: Map<string, Node>; known?: KnownName; banned?: boolean }

export interface Knowledge {
  readonly root: Node
  /** The known name written as `text`, if any; white space and curly apostrophes do not matter, case does. */
  find(text: string): KnownName | undefined
}

/** The type of a line that says that its name is none. */
const BAN = new Set(['BAN', '-'])
const COLUMNS = ['name', 'type', 'canonical', 'aliases'] as const
const ATOM = /[\p{L}\p{N}\p{M}]+|[^\s]/gu

const straight = (text: string): string => text.replace(/[‘’]/g, "'").normalize('NFC')
const atomsOf = (text: string): string[] => straight(text).match(ATOM) ?? []

function nodeOf(root: Node, name: string): Node {
  let node = root
  for (const atom of atomsOf(name)) {
    let next = node.next.get(atom)
    if (!next) node.next.set(atom, next = { next: new Map() })
    node = next
  }
  return node
}

/**
 * Reads a CSV of names with the header `name,type,canonical,aliases` (the last two may be missing or empty). `type` is
 * one of the entity types in any case, or `BAN` (`-`): then name and aliases are no names. `canonical` is the name to
 * show, else `name`; `aliases` are parted by semicolons. `errors` read `line N: what is wrong`; the other lines stand.
 */
export function readKnowledge(csvText: string): { knowledge: Knowledge; errors: string[] } {
  const { records, errors: malformed } = readCsv(csvText), found = malformed.map(({ line, message }) => ({ line, message }))
  const root: Node = { next: new Map() }
  const knowledge: Knowledge = {
    root,
    find(text) {
      let node: Node | undefined = root
      for (const atom of atomsOf(text)) {
        node = node.next.get(atom)
        if (!node) return undefined
      }
      return node.known
    },
  }
  const fail = (line: number, message: string): void => { found.push({ line, message }) }
  const [header, ...rows] = records, columns = header?.fields.map(field => field.toLowerCase()) ?? []
  if (!header) fail(1, 'no header: name,type,canonical,aliases')
  for (const column of ['name', 'type']) if (header && !columns.includes(column)) fail(header.line, `the header has no column "${column}"`)
  columns.forEach((column, i) => {
    if (!(COLUMNS as readonly string[]).includes(column)) fail(header.line, `unknown column "${header.fields[i]}"`)
    else if (columns.indexOf(column) !== i) fail(header.line, `the column "${column}" stands twice`)
  })
  if (found.length === malformed.length) {
    for (const { line, fields } of rows) {
      const of = (column: (typeof COLUMNS)[number]): string => fields[columns.indexOf(column)] ?? ''
      const name = of('name'), type = of('type').toUpperCase(), canonical = of('canonical') || name
      const names = [name, ...of('aliases').split(';').map(alias => alias.trim()).filter(alias => alias !== '')]
      if (fields.length > columns.length) fail(line, `${fields.length} fields where the header has ${columns.length}`)
      else if (name === '') fail(line, 'the name is missing')
      else if (type === '') fail(line, 'the type is missing')
      else if (!BAN.has(type) && !(NAME_TYPES as readonly string[]).includes(type)) fail(line, `unknown type "${of('type')}"; one of ${NAME_TYPES.join(', ')} or BAN`)
      else if (BAN.has(type)) for (const banned of names) {
        const node = nodeOf(root, banned)
        if (node.known) fail(line, `"${banned}" is a name of ${node.known.canonical} on an earlier line`)
        else node.banned = true
      } else for (const own of new Set([...names, canonical])) {
        const node = nodeOf(root, own), known = { canonical, type: type as EntityType }
        if (node.banned) fail(line, `"${own}" is banned on an earlier line`)
        else if (node.known && (node.known.canonical !== canonical || node.known.type !== type)) fail(line, `"${own}" is already a name of ${node.known.canonical} (${node.known.type})`)
        else node.known = known
      }
    }
  }
  found.sort((a, b) => a.line - b.line)
  return { knowledge, errors: found.map(({ line, message }) => `line ${line}: ${message}`) }
}

interface Found { readonly start: number; readonly end: number; readonly type: EntityType }

/** The longest known names in a text from left to right, not overlapping. Linear in the text times the longest name. */
function findKnown(text: string, root: Node): Found[] {
  const atoms = [...text.matchAll(ATOM)].map(({ index, 0: atom }) => ({ start: index, end: index + atom.length, text: straight(atom) }))
  const found: Found[] = []
  for (let i = 0; i < atoms.length; i++) {
    let node: Node | undefined = root, best = -1, type: EntityType = 'PERSON'
    for (let k = i; k < atoms.length; k++) {
      node = node.next.get(atoms[k].text)
      if (!node) break
      if (node.known) [best, type] = [k, node.known.type]
    }
    if (best < 0) continue
    found.push({ start: atoms[i].start, end: atoms[best].end, type })
    i = best
  }
  return found
}

/**
 * A document's names as the user's knowledge has them: banned ones dropped, known ones added or given their type. A name
 * of the tagger's that holds a known one and more ("Ford Foundation", where Ford is known) stays as it is.
 */
export function applyKnowledge(document: Document, { tokens }: Language, names: readonly NameMention[], knowledge: Knowledge): NameMention[] {
  const { text } = document, { root } = knowledge
  const isBanned = (name: NameMention): boolean => {
    let node: Node | undefined = root
    for (const atom of atomsOf(text.slice(name.start, name.end))) {
      node = node.next.get(atom)
      if (!node) return false
    }
    return node.banned === true
  }
  const kept = names.filter(name => !isBanned(name)), out: NameMention[] = []
  let next = 0, token = 0
  for (const { start, end, type } of findKnown(text, root)) {
    while (next < kept.length && kept[next].end <= start) out.push(kept[next++])
    const holder = kept[next]
    if (holder && holder.start <= start && holder.end >= end && holder.end - holder.start > end - start) continue
    while (next < kept.length && kept[next].start < end) next++
    while (token < tokens.length && tokens[token].end <= start) token++
    let last = token
    while (last < tokens.length && tokens[last].start < end) last++
    if (last > token) out.push({ start, end, type, first: token, last })
  }
  while (next < kept.length) out.push(kept[next++])
  return out
}
