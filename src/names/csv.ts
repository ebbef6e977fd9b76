/** Reads CSV as RFC 4180 has it: commas, quotation marks doubled within quoted fields, line breaks of any kind. */

/** One record with the line (from 1) that it begins on. */
export interface CsvRecord { readonly line: number; readonly fields: readonly string[] }

/** The well-formed records of a text, blank lines left out, and what is malformed, by line. Linear in the text's length. */
export function readCsv(text: string): { records: CsvRecord[]; errors: { line: number; message: string }[] } {
  const records: CsvRecord[] = [], errors: { line: number; message: string }[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0, line = 1
  while (at < text.length) {
    const begun = line, fields: string[] = []
    let whole = true
    for (let open = true; open;) {
      let value = ''
      if (text[at] === '"') {
        at++
        for (;;) {
          const mark = text.indexOf('"', at), piece = text.slice(at, mark < 0 ? text.length : mark)
          value += piece
          for (const _ of piece.matchAll(/\r\n|[\n\r]/g)) line++
          if (mark < 0) {
            errors.push({ line: begun, message: 'a quoted field is not closed' })
            at = text.length
            whole = false
            break
          }
          at = mark + 1
          if (text[at] !== '"') break
          value += '"'
          at++
        }
      }
      const rest = /[,\n\r]/g
      rest.lastIndex = at
      const stop = rest.exec(text)?.index ?? text.length
      value += text.slice(at, stop)
      fields.push(value.trim())
      at = stop
      open = text[at] === ','
      if (open) at++
    }
    if (whole && (fields.length > 1 || fields[0] !== '')) records.push({ line: begun, fields })
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    if (at < text.length) line++
    at++
  }
  return { records, errors }
}
