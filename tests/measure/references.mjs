// Measures whom kpen takes pronouns and nominals for: node tests/measure/references.mjs [--errors N] QUOTES.jsonl...
// Of the gold sources that are a pronoun or a nominal and whose speaker has a name: the share that kpen resolves to that
// name, and of all that it resolves (where gold has no named speaker, too) the share that is right.
import { readFileSync } from 'node:fs'
import { readDocument } from '../../dist/document/index.js'
import { readLanguage } from '../../dist/language/index.js'
import { findCast } from '../../dist/names/index.js'
import { referenceIndex } from '../../dist/names/linking/index.js'

const args = process.argv.slice(2), loud = args[0] === '--errors' ? Number(args[1]) : 0, files = args.slice(args[0] === '--errors' ? 2 : 0)
const pct = (a, b) => b ? (100 * a / b).toFixed(1) : '-'
const wordsOf = name => (name ?? '').normalize('NFKD').toLowerCase().replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu)?.filter(w => !/^(jr|sr|ii|iii|iv)$/.test(w)) ?? []
const alike = (a, b) => a.join(' ') === b.join(' ') || (a.at(-1) === b.at(-1) && (a.every(w => b.includes(w)) || b.every(w => a.includes(w)) || a[0][0] === b[0][0]))
const sameName = (gold, got) => gold.split(/ & | \| /).some(g => { const a = wordsOf(g), b = wordsOf(got); return a.length > 0 && b.length > 0 && alike(a, b) })
const PRONOUN = /^(?:he|she|him|her|his|hers|they|them|their|it|its|himself|herself|who|i|we|you|my|our)$/i
const PLAIN = /^(?:he|she|him|her|his|they|it)$/i
for (const file of files) {
  const tally = {}, notes = []
  const add = (kind, field) => { (tally[kind] ??= { named: 0, right: 0, wrong: 0, invented: 0, none: 0 })[field]++ }
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const d = JSON.parse(line), document = readDocument(d), language = readLanguage(document), cast = findCast(document, language), lookup = referenceIndex(cast, d.text)
    for (const q of d.gold.quotes) {
      if (!q.source?.length || !q.speaker || q.kind === 'belief') continue
      const text = q.source.map(([s, e]) => d.text.slice(s, e)).join(' ').trim()
      const speaker = q.speaker, named = !speaker.startsWith('?')
      let kind = q.sourceKind
      if (!kind || kind === 'none') kind = PRONOUN.test(text) ? 'pronoun' : sameName(named ? speaker : '', text) || /^\p{Lu}/u.test(text) && !/^(?:The|A|An|His|Her|Their|Its|Our|One|Some|Many|Most|Two|Three|Other|Another|Those|These|This|That)\b/.test(text) || named && wordsOf(speaker).some(w => w.length > 2 && wordsOf(text).includes(w)) ? 'name' : 'nominal'
      if (kind === 'pronoun' && !PLAIN.test(text)) kind = 'other pronoun'
      const [start, end] = q.source[0], got = lookup({ start, end })
      if (named) add(kind, 'named')
      const here = `${kind} [${text}] gold ${speaker} got ${got ? `${got.entity.name} (${got.mention.text}, ${got.mention.kind} ${got.mention.rule ?? ''})` : 'none'} in ${d.id}: …${d.text.slice(Math.max(0, start - 260), end + 60).replace(/\s+/g, ' ')}…`
      if (!got) { add(kind, 'none'); if (named) notes.push([`${kind} none`, here]); continue }
      if (!named) { add(kind, 'invented'); notes.push([`${kind} invented`, here]) }
      else if (sameName(speaker, got.entity.name)) add(kind, 'right')
      else { add(kind, 'wrong'); notes.push([`${kind} wrong`, here]) }
    }
  }
  console.log(file.split('/').at(-1))
  for (const [kind, t] of Object.entries(tally)) console.log(`  ${kind.padEnd(14)} resolved right ${pct(t.right, t.named)} of ${t.named}, right of given ${pct(t.right, t.right + t.wrong + t.invented)}  (right ${t.right} wrong ${t.wrong} invented ${t.invented} none ${t.none})`)
  for (const kind of loud ? new Set(notes.map(([k]) => k)) : []) {
    const own = notes.filter(([k]) => k === kind), step = Math.max(1, Math.floor(own.length / loud))
    console.log(`  ${kind}: ${own.length}`)
    for (let i = 0, shown = 0; i < own.length && shown < loud; i += step, shown++) console.log('    ' + own[i][1])
  }
}
