/** A document's own date as its text or its file's name tells it: a header line, a dateline. Never the clock. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?'
const HEADER = /^\s*(?:date|published|updated|posted)\s*:?\s+(\d{4}-\d{2}-\d{2})\b/im
const WRITTEN = [
  // Friday, August 16, 2019 · Nov. 27, 2018
  { pattern: new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2}),?\\s+(\\d{4})\\b`), order: [3, 1, 2] },
  // 16 August 2019
  { pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})\\s+${MONTH}\\s+(\\d{4})\\b`), order: [3, 2, 1] },
] as const
/** WASHINGTON, Nov. 27, 2018 (Xinhua) -- · MOSCOW (AP), 3 May 1999 — */
const DATELINE = new RegExp(`^[\\p{Lu}][\\p{L}.,' ()/-]{1,60}?[,(]\\s*(?=${WEEKDAY}(?:${MONTH}\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+${MONTH}\\s+\\d{4}))`, 'u')

/** The same text if it is a day of the calendar written YYYY-MM-DD, else null. */
export function isoDay(text: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return null
  const [year, month, day] = found.slice(1).map(Number)
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? text : null
}

function written(text: string): string | null {
  for (const { pattern, order } of WRITTEN) {
    const found = pattern.exec(text)
    if (!found) continue
    const [year, month, day] = order.map(group => found[group])
    const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
    return isoDay(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  return null
}

/** The day of a metadata date: an ISO day or instant (also 20181127, 2018/11/27), or a date written out, as in the head of a mail too; null where it is none. */
export function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})([-/.]?\d{2})([-/.]?\d{2})(?!\d)/.exec(text.trim()) ?? []
  if (year !== undefined) return isoDay([year, month.slice(-2), day.slice(-2)].join('-'))
  return written(text.trim().replace(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+/, '').replace(/^(\w+\s+\d{1,2}|\d{1,2})(?:st|nd|rd|th)\b/, '$1'))
}

/** The date that the head of a text gives: a header line (`date 2018-11-27`), a line that is a date, a dateline. */
export function dateOfText(text: string): string | null {
  const head = text.slice(0, 1000)
  const header = HEADER.exec(head)
  if (header && isoDay(header[1])) return header[1]
  for (const line of head.split(/\r\n|[\n\r]/, 12)) {
    const trimmed = line.trim(), plain = written(trimmed)
    if (plain) return plain
    const dateline = DATELINE.exec(trimmed.slice(0, 200))
    const dated = dateline && written(trimmed.slice(dateline[0].length))
    if (dated) return dated
  }
  return null
}

/** The date at the start of a file's name: `2018-11-27-title.txt`. */
export function dateOfName(path: string): string | null {
  const found = /(?:^|[/\\])(\d{4}-\d{2}-\d{2})(?!\d)[^/\\]*$/.exec(path)
  return found && isoDay(found[1])
}
