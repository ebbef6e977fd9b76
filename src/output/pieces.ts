/** Lays elements over paragraphs. They may nest, cross one another and run over several paragraphs: the pieces that stand for them never do. */
import type { Span } from '../types.js'

export interface Laid extends Span {
  /** Of two that cross, the one of the higher rank is split, else the later one: 0 without it. */
  readonly rank?: number
}

/** What stands in a paragraph, in order: a stretch of text, the opening of an element's `part` (from 0), the closing of the last one opened. */
export type Piece<E> = Span | { readonly open: E; readonly part: number } | { readonly close: E }

const rankOf = ({ rank = 0 }: Laid): number => rank

/** Each paragraph's pieces; no part of an element is empty. One pass over the text. */
export function piecesOf<E extends Laid>(paragraphs: readonly Span[], elements: readonly E[]): Piece<E>[][] {
  const waiting = elements.filter(e => e.end > e.start).sort((a, b) => a.start - b.start || rankOf(a) - rankOf(b) || b.end - a.end)
  const parts = new Map<E, number>()
  let next = 0, running: E[] = []
  return paragraphs.map(({ start, end }) => {
    const pieces: Piece<E>[] = []
    let shown: readonly E[] = []
    const show = (wanted: readonly E[]): void => {
      let same = 0
      while (same < shown.length && shown[same] === wanted[same]) same++
      for (let i = shown.length - 1; i >= same; i--) pieces.push({ close: shown[i] })
      for (const element of wanted.slice(same)) {
        const part = parts.get(element) ?? 0
        parts.set(element, part + 1)
        pieces.push({ open: element, part })
      }
      shown = wanted
    }
    for (let at = start; at < end;) {
      running = running.filter(e => e.end > at)
      for (; next < waiting.length && waiting[next].start <= at; next++) {
        const element = waiting[next], above = running.findIndex(e => rankOf(e) > rankOf(element))
        if (element.end > at) running.splice(above < 0 ? running.length : above, 0, element)
      }
      show([...running])
      let stop = Math.min(end, waiting[next]?.start ?? end)
      for (const element of running) stop = Math.min(stop, element.end)
      pieces.push({ start: at, end: stop })
      at = stop
    }
    show([])
    return pieces
  })
}
