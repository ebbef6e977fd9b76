// Measures linking alone, on gold names: node tests/measure/linking.mjs [--errors N] NEWS.jsonl
// The names of each document go in as its gold has them; B3, whole entities, best name and roles come out.
import { readFileSync } from 'node:fs'
import { readDocument } from '../../dist/document/index.js'
import { readLanguage } from '../../dist/language/index.js'
import { linkNames } from '../../dist/names/linking/index.js'

const args = process.argv.slice(2), loud = args[0] === '--errors' ? Number(args[1]) : 0, file = args.at(-1)
const wordsOf = name => name.normalize('NFKD').toLowerCase().replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu)?.filter(w => !/^(jr|sr|ii|iii|iv)$/.test(w)).join(' ') ?? ''
const head = role => { const words = role.split(/,|\s(?:of|for|to|in|at|on|from|with|and|who|that|under|since|by)\s/)[0].toLowerCase().replace(/\./g, '').match(/[\p{L}\p{N}'’-]+/gu) ?? ['']; return words.at(-1).replace(/s$/, '') }
const pct = (a, b) => b ? (100 * a / b).toFixed(2) : '-'
const notes = []
let n = 0, p = 0, r = 0, whole = 0, named = 0, all = 0, roled = 0, roleFound = 0, given = 0, givenRight = 0, gendered = 0, genderRight = 0, genderGold = 0, spent = 0

for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const d = JSON.parse(line), document = readDocument(d), language = readLanguage(document)
  const at = new Map(language.tokens.map((t, i) => [t.start, i]))
  const names = d.gold.entities.map(([start, end, type]) => {
    let first = at.get(start)
    if (first === undefined) first = Math.max(0, language.tokens.findIndex(t => t.end > start))
    let last = first
    while (last < language.tokens.length && language.tokens[last].start < end) last++
    return { start, end, type, first, last }
  }).sort((a, b) => a.start - b.start)
  const t0 = process.hrtime.bigint()
  const cast = linkNames(document, language, names)
  spent += Number(process.hrtime.bigint() - t0) / 1e6
  const mine = new Map(), key = m => `${m[0]} ${m[1]}`, size = new Map()
  for (const e of cast.entities) for (const m of e.mentions) if (m.kind === 'name') mine.set(key([m.start, m.end]), e)
  const found = d.gold.clusters.map(g => g.mentions.filter(m => mine.has(key(m))))
  for (const ms of found) for (const m of ms) { const e = mine.get(key(m)); size.set(e, (size.get(e) ?? 0) + 1) }
  d.gold.clusters.forEach((g, i) => {
    const ms = found[i]
    if (!ms.length) return
    const by = new Map()
    for (const m of ms) { const e = mine.get(key(m)); by.set(e, (by.get(e) ?? 0) + 1) }
    for (const [e, c] of by) { n += c; p += c * c / size.get(e); r += c * c / ms.length }
    const [e] = by.keys()
    if (g.type === 'PERSON') {
      if (g.gender !== 'u') genderGold++
      if (e.gender && g.gender !== 'u') { gendered++; if (e.gender === g.gender) genderRight++; else notes.push(['gender', `${e.name} ${e.gender} gold ${g.gender}`]) }
      const gold = new Set((g.roles ?? []).map(head))
      if (gold.size) { roled++; if (e.roles.some(x => gold.has(head(x)))) roleFound++; else notes.push(['norole', `${g.name}: gold ${g.roles.join(' | ')} got ${e.roles.join(' | ')} in ${d.id}`]) }
      for (const x of e.roles) { given++; if (gold.has(head(x))) givenRight++; else notes.push(['role', `${e.name}: [${x}] gold ${(g.roles ?? []).join(' | ')} in ${d.id}`]) }
    }
    const forms = new Set(g.mentions.map(m => d.text.slice(m[0], m[1])))
    if (by.size > 1 || size.get(e) !== ms.length) notes.push(['link', `${g.type} ${g.name} [${[...forms].join(' | ')}] in ${[...by.keys()].map(x => `${x.name} [${x.aliases.join(' | ')}]`).join(' and ')} in ${d.id}`])
    if (forms.size < 2) return
    all++
    if (by.size === 1 && size.get(e) === ms.length) whole++
    if (wordsOf(e.name) === wordsOf(g.name)) named++
    else notes.push(['name', `${g.type} ${e.name} gold ${g.name} [${[...forms].join(' | ')}]`])
  })
}
const P = 100 * p / n, R = 100 * r / n
console.log(`B3 P ${P.toFixed(2)} R ${R.toFixed(2)} F1 ${(2 * P * R / (P + R)).toFixed(2)}  whole ${pct(whole, all)}  best name ${pct(named, all)} of ${all}  linking ${spent.toFixed(0)} ms`)
console.log(`roles found ${pct(roleFound, roled)} of ${roled}, right ${pct(givenRight, given)} of ${given}  gender right ${pct(genderRight, gendered)}, given to ${pct(gendered, genderGold)}`)
for (const kind of new Set(notes.map(([k]) => k))) {
  const own = notes.filter(([k]) => k === kind), step = Math.max(1, Math.floor(own.length / (loud || 1)))
  console.log(`  ${kind}: ${own.length}`)
  for (let i = 0, shown = 0; i < own.length && shown < loud; i += step, shown++) console.log('    ' + own[i][1])
}
