/** brat's rules of its files. */

/** What brat refuses in an .ann beside a text: its complaints, one a line. */
export function complaints(text: string, ann: string, configuration: string): string[] {
  const points = [...text], types = new Map<string, string>(), wrong: string[] = []
  const section = (name: string): string[] => new RegExp(`\\[${name}\\]\\n([^[]*)`).exec(configuration)![1].split('\n').filter(line => line !== '')
  const entities = new Set(section('entities')), relations = new Map(section('relations').map(line => line.split('\t') as [string, string]))
  // Python ends a line at more characters than a line feed.
  for (const line of ann.split(/\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/).slice(0, -1)) {
    const bound = /^(T\d+)\t([A-Za-z_-]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t]+)$/.exec(line), note = /^#\d+\tAnnotatorNotes (T\d+)\t[^\t]+$/.exec(line)
    const relation = /^R\d+\t([A-Za-z_-]+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(line)
    if (bound) {
      const [, id, type, where, words] = bound, spans = where.split(';').map(span => span.split(' ').map(Number))
      if (types.has(id) || !entities.has(type)) wrong.push(line)
      if (spans.some(([start, end], i) => start >= end || end > points.length || (i > 0 && start < spans[i - 1][1]))) wrong.push(line)
      if (spans.map(([start, end]) => points.slice(start, end).join('')).join(' ') !== words) wrong.push(line)
      types.set(id, type)
    } else if (relation) {
      const rule = /^Arg1:(\S+), Arg2:(\S+)$/.exec(relations.get(relation[1]) ?? '')
      if (!rule || [1, 2].some(i => !rule[i].split('|').includes(types.get(relation[i + 1]) ?? ''))) wrong.push(line)
    } else if (!note || !types.has(note[1])) wrong.push(line)
  }
  return wrong
}
