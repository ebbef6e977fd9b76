/** Stretches of a text that stand between quotation marks. */
import type { Document, Span } from '../types.js'

/** A marked stretch, marks included; `inner` is what stands between them. */
export interface MarkedRegion extends Span {
  readonly inner: Span
  /** Whether its closing mark was found. */
  readonly closed: boolean
}

const DOUBLE = /["“”«»]/g

/** The stretches between double marks, paragraph by paragraph, in order; an open one ends with its paragraph. */
export function findMarks(document: Document): MarkedRegion[] {
  const regions: MarkedRegion[] = []
  for (const { start, end } of document.paragraphs) {
    let open = -1
    for (const { index } of document.text.slice(start, end).matchAll(DOUBLE)) {
      const at = start + index
      if (open < 0) open = at
      else {
        regions.push({ start: open, end: at + 1, inner: { start: open + 1, end: at }, closed: true })
        open = -1
      }
    }
    if (open >= 0) regions.push({ start: open, end, inner: { start: open + 1, end }, closed: false })
  }
  return regions
}
