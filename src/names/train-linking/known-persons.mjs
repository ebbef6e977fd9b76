// Writes ../data/known-persons.txt: what persons of the news are called, learnt from news without annotation:
//     node src/names/train-linking/known-persons.mjs TEXTS.jsonl...
// A line a person named in at least three articles: the name, then role nouns and other words of titles and appositions,
// each found in at least two. Names are read by kpen itself; the same texts give the same file.
import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../../../dist/document/index.js'
import { readLanguage } from '../../../dist/language/index.js'
import { findCast } from '../../../dist/names/index.js'
import { roleNoun } from '../../../dist/names/linking/gazetteer.js'
import { rolesInText } from '../../../dist/names/linking/known.js'

const LEAST_ARTICLES = 3, LEAST_WORD = 2, SHARE = 0.04
const known = new Map()
for (const file of process.argv.slice(2)) for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const record = JSON.parse(line)
  if (!record.text?.trim()) continue
  const document = readDocument(record), cast = findCast(document, readLanguage(document))
  for (const entity of cast.entities) {
    if (entity.type !== 'PERSON' || !/\s/.test(entity.name) || !/^[\p{L}.'’ -]+$/u.test(entity.name)) continue
    const words = entity.name.split(/\s+/), key = `${words[0]} ${words.at(-1)}`, person = known.get(key) ?? { articles: 0, words: new Map() }
    known.set(key, person)
    person.articles++
    const texts = cast.titles.filter(title => title.entity === entity).map(({ start, end }) => document.text.slice(start, end))
    const ends = entity.mentions.filter(({ kind }) => kind === 'name').map(({ end }) => end)
    for (const word of rolesInText(texts, ends, document.text)) person.words.set(word, (person.words.get(word) ?? 0) + 1)
  }
}
const lines = [...known].filter(([, { articles }]) => articles >= LEAST_ARTICLES).sort((a, b) => (a[0] < b[0] ? -1 : 1)).flatMap(([name, { articles, words }]) => {
  const told = [...words].filter(([word, count]) => count >= LEAST_WORD && count >= SHARE * articles && word.length > 1 && !/\d/.test(word)).map(([word]) => word).sort()
  return told.some(word => roleNoun(word) !== null) ? [`${name}: ${told.join(' ')}`] : []
})
writeFileSync(new URL('../data/known-persons.txt', import.meta.url), `# Persons of the news: first and last name, then what titles and appositions call them; learnt by train-linking/known-persons.mjs.\n${lines.join('\n')}\n`)
console.log(`${lines.length} persons`)
