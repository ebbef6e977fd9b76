// Turns public sets into the JSON Lines that score.mjs reads: node tests/measure/convert.mjs KIND PATH > SET.jsonl
//   uner FILE.iob2     Universal NER (github.com/UniversalNER): people, organisations, places
//   timeml FOLDER      TempEval-3's TimeBank and AQUAINT, *.tml: dates
//   polnear FOLDER     PolNeAR's data/dev (github.com/networkdynamics/PolNeAR), text/ and attributions/: quotes with their sources, without names
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const UNER_TYPES = { PER: 'PERSON', ORG: 'ORG', LOC: 'PLACE' }

/** A document a `# newdoc`, a paragraph a sentence; tokens are found one after the other in `# text`. */
export function* uner(source) {
  let document = null, at = 0, open = null
  const close = () => {
    if (open) document.gold.entities.push(open)
    open = null
  }
  for (const line of source.split('\n')) {
    const [, key, value] = /^# (newdoc id|text) = (.*)$/.exec(line) ?? [], [, token, tag] = /^\d+\t([^\t]+)\t([A-Z-]+)/.exec(line) ?? []
    if (key === 'newdoc id') {
      if (document) yield document
      document = { id: value, text: '', gold: { entities: [] } }
    } else if (key === 'text') {
      at = document.text === '' ? 0 : document.text.length + 2
      document.text += (document.text === '' ? '' : '\n\n') + value
    } else if (token === undefined) close()
    else {
      const start = document.text.indexOf(token, at)
      at = start + token.length
      if (!tag.startsWith('I-')) close()
      if (tag.startsWith('B-') && UNER_TYPES[tag.slice(2)]) open = [start, at, UNER_TYPES[tag.slice(2)]]
      else if (open) open[1] = at
    }
  }
  close()
  if (document) yield document
}

const plain = markup => markup.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
const attribute = (tag, name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]

export function timeml(source, id) {
  const body = /<TEXT>(.*)<\/TEXT>/s.exec(source)[1], date = attribute(/<DCT>(.*?)<\/DCT>/s.exec(source)?.[1] ?? '', 'value')
  const dates = [...body.matchAll(/(<TIMEX3 [^>]*>)(.*?)<\/TIMEX3>/gs)].map(({ index, 1: tag, 2: inner }) => {
    const start = plain(body.slice(0, index)).length
    return { start, end: start + plain(inner).length, type: attribute(tag, 'type'), value: attribute(tag, 'value') }
  })
  return { id, ...(date ? { date } : {}), text: plain(body), gold: { dates } }
}

const MARKED = /[“"][^”"]*[”"]|``.*?''/gs

/** `annotation` is brat's. Direct and mixed by the share of letters in quotation marks, as kpen tells them apart. */
export function polnear(text, annotation, id) {
  const units = [0]
  for (const letter of text) units.push(units.at(-1) + letter.length)
  const lettersIn = (s, e) => text.slice(s, e).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const marked = [...text.matchAll(MARKED)].map(m => [m.index, m.index + m[0].length])
  const spans = new Map([...annotation.matchAll(/^(T\d+)\t\S+ ([\d ;]+)\t/gm)].map(([, key, where]) => [key, where.split(';').map(part => part.split(' ').map(n => units[n]))]))
  const quotes = [...annotation.matchAll(/^E\d+\t(.*)$/gm)].flatMap(([, parts]) => {
    const of = role => [...parts.matchAll(new RegExp(` ${role}\\d*:(T\\d+)`, 'g'))].flatMap(([, key]) => spans.get(key) ?? [])
    const content = of('Content'), all = content.reduce((n, [s, e]) => n + lettersIn(s, e), 0)
    if (all === 0) return []
    const inside = content.reduce((n, [s, e]) => n + marked.reduce((m, [a, b]) => m + (b > s && a < e ? lettersIn(Math.max(s, a), Math.min(e, b)) : 0), 0), 0) / all
    return [{ kind: inside > 0.95 ? 'direct' : inside >= 0.05 ? 'mixed' : 'other', content, source: of('Source') }]
  })
  return { id, text, gold: { quotes } }
}

function* under(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* under(path)
    else yield path
  }
}

const SETS = {
  *uner(path) { yield* uner(readFileSync(path, 'utf8')) },
  *timeml(folder) { for (const path of under(folder)) if (path.endsWith('.tml')) yield timeml(readFileSync(path, 'utf8'), basename(path, '.tml')) },
  *polnear(folder) {
    const annotations = [...under(join(folder, 'attributions'))]
    for (const path of under(join(folder, 'text'))) {
      const id = basename(path, '.txt'), annotation = annotations.find(one => basename(one).startsWith(`${id}_`))
      if (annotation) yield polnear(readFileSync(path, 'utf8'), readFileSync(annotation, 'utf8'), id)
    }
  },
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, path] = process.argv.slice(2)
  if (!SETS[kind] || !existsSync(path ?? '')) {
    console.error('usage: node tests/measure/convert.mjs uner FILE.iob2 | timeml FOLDER | polnear FOLDER')
    process.exitCode = 2
  } else for (const document of SETS[kind](path)) console.log(JSON.stringify(document))
}
