/** Lays markings over paragraphs. They may nest, cross one another and run over several paragraphs: elements never do. */
import type { Span } from '../../types.js'
import { escaped } from './escape.js'

export interface Marking extends Span {
  readonly element: 'mark' | 'span' | 'time'
  /** Written into the tag of every piece, escaped already. */
  readonly attributes: string
  /** Given to the first piece only. */
  readonly id?: string
}

interface Open { readonly marking: Marking; begun: boolean }

const opening = (open: Open): string => {
  const { element, attributes, id } = open.marking, tag = `<${element}${id === undefined || open.begun ? '' : ` id="${id}"`} ${attributes}>`
  open.begun = true
  return tag
}

const closing = (open: readonly Open[]): string => open.map(({ marking }) => `</${marking.element}>`).reverse().join('')

/** Each paragraph's content as HTML. Where markings cross, the inner one is closed and opened again. One pass over the text. */
export function markedParagraphs(text: string, paragraphs: readonly Span[], markings: readonly Marking[]): string[] {
  const waiting = markings.filter(m => m.end > m.start).sort((a, b) => a.start - b.start || b.end - a.end)
  let next = 0, stack: Open[] = []
  return paragraphs.map(({ start, end }) => {
    stack = stack.filter(({ marking }) => marking.end > start)
    const pieces = stack.map(opening)
    for (let at = start; at < end;) {
      for (; next < waiting.length && waiting[next].start <= at; next++) {
        if (waiting[next].end <= at) continue
        const open = { marking: waiting[next], begun: false }
        pieces.push(opening(open))
        stack.push(open)
      }
      let stop = Math.min(end, waiting[next]?.start ?? end)
      for (const { marking } of stack) stop = Math.min(stop, marking.end)
      pieces.push(escaped(text.slice(at, stop)))
      at = stop
      const ended = stack.findIndex(({ marking }) => marking.end <= at)
      if (ended < 0) continue
      pieces.push(closing(stack.slice(ended)))
      const kept = stack.slice(ended).filter(({ marking }) => marking.end > at)
      stack = [...stack.slice(0, ended), ...kept]
      pieces.push(...kept.map(opening))
    }
    return pieces.join('') + closing(stack)
  })
}
