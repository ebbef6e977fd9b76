// A rival of a few lines: what a regular expression makes of quotes.
const SAID = /(?:said|says|told|added|asked|wrote|warned|noted|argued|announced)/.source
const NAME = /(?:\p{Lu}[\p{L}.'’-]* )*\p{Lu}[\p{L}'’-]+/u.source
const CUE = new RegExp(`(${NAME}) ${SAID}|${SAID} (${NAME})`, 'u')

/** What a regular expression does: words in marks are a quote, its speaker the capitalised words beside the nearest verb of saying. */
export function naive({ id, text }) {
  const quotes = [...text.matchAll(/[“"]([^“”"\n]+)[”"]/g)].map(({ index, 0: whole, 1: words }) => {
    const end = index + whole.length, after = text.slice(end, end + 80).split('\n')[0], before = text.slice(Math.max(0, index - 80), index).split('\n').at(-1)
    const cue = CUE.exec(after) ?? CUE.exec(before), name = cue?.[1] ?? cue?.[2], from = cue ? text.indexOf(name, cue.input === after ? end : index - before.length) : -1
    return { kind: 'direct', spans: [{ start: index + 1, end: index + 1 + words.length }], speaker: name ? { name, mention: { start: from, end: from + name.length } } : null }
  })
  return { id, quotes }
}
