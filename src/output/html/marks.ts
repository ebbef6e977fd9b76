/** Markings over paragraphs as HTML. */
import type { Span } from '../../types.js'
import { piecesOf } from '../pieces.js'
import { escaped } from './escape.js'

export interface Marking extends Span {
  readonly element: 'mark' | 'span' | 'time'
  /** Written into the tag of every piece, escaped already. */
  readonly attributes: string
  /** Given to the first piece only. */
  readonly id?: string
}

/** Each paragraph's content as HTML. */
export const markedParagraphs = (text: string, paragraphs: readonly Span[], markings: readonly Marking[]): string[] => piecesOf(paragraphs, markings).map(pieces => pieces.map(piece => {
  if ('close' in piece) return `</${piece.close.element}>`
  if (!('open' in piece)) return escaped(text.slice(piece.start, piece.end))
  const { element, attributes, id } = piece.open
  return `<${element}${id === undefined || piece.part > 0 ? '' : ` id="${id}"`} ${attributes}>`
}).join(''))
