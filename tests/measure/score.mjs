// Scores findings against gold: node tests/measure/score.mjs GOLD.jsonl FINDINGS.jsonl
// GOLD holds a document a line with "gold": entities [[start, end, type]], dates [{start, end, value}] or quotes [{kind, content, source, speaker}];
// FINDINGS are lines as kpen analyze --format jsonl prints them, of kpen or of any other program.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const share = (a, b) => (b === 0 ? 0 : (100 * a) / b)
const harmonic = (p, r) => (p + r === 0 ? 0 : (2 * p * r) / (p + r))
const common = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
const spanOf = ({ start, end }) => [start, end]

const COARSE = { PERSON: 'PERSON', ORG: 'ORG', GPE: 'PLACE', LOC: 'PLACE', FAC: 'PLACE', PLACE: 'PLACE' }

/** People, organisations and places: span and type exactly. */
function names(pairs) {
  let right = 0, wanted = 0, given = 0
  for (const { gold, found } of pairs) {
    const keysOf = spans => new Set(spans.filter(([, , type]) => COARSE[type]).map(([start, end, type]) => `${COARSE[type]} ${start} ${end}`))
    const own = keysOf((found.entities ?? []).flatMap(({ type, mentions }) => mentions.filter(m => (m.kind ?? 'name') === 'name').map(m => [m.start, m.end, type]))), all = keysOf(gold.entities)
    wanted += all.size
    given += own.size
    for (const key of own) if (all.has(key)) right++
  }
  return { P: share(right, given), R: share(right, wanted), F1: harmonic(share(right, given), share(right, wanted)) }
}

/** TempEval-3: each gold expression takes the free finding that overlaps it most; value F1 is overlap F1 times the share of equal values. */
function dates(pairs) {
  let met = 0, equal = 0, wanted = 0, given = 0
  for (const { gold, found } of pairs) {
    const free = [...(found.dates ?? [])]
    wanted += gold.dates.length
    given += free.length
    for (const one of gold.dates) {
      const best = free.reduce((top, date) => (common(spanOf(date), spanOf(one)) > (top ? common(spanOf(top), spanOf(one)) : 0) ? date : top), null)
      if (!best) continue
      free.splice(free.indexOf(best), 1)
      met++
      if (best.value === one.value) equal++
    }
  }
  const F1 = harmonic(share(met, given), share(met, wanted))
  return { 'overlap F1': F1, 'value F1': (F1 * share(equal, met)) / 100 }
}

const wordsOf = name => name.normalize('NFKD').toLowerCase().replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? []

/** The same last word, and no word of the shorter name that the longer one lacks, initials aside. */
export function sameName(a, b) {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  return short.length > 0 && short.at(-1) === long.at(-1) && short.every(word => long.includes(word) || (word.length === 1 && long.some(other => other[0] === word)))
}

/** Direct and mixed quotes: found where one covers 30 % of the letters; source by overlap; name of all whose speaker is named. */
function quotes(pairs) {
  let wanted = 0, hit = 0, given = 0, right = 0, sourced = 0, sources = 0, named = 0, ends = 0
  for (const { gold, found, text } of pairs) {
    const letters = [0]
    for (let i = 0; i < text.length; i++) letters.push(letters[i] + (/[\p{L}\p{N}]/u.test(text[i]) ? 1 : 0))
    const size = spans => spans.reduce((n, [s, e]) => n + letters[e] - letters[s], 0)
    const shared = (a, b) => a.reduce((n, x) => n + b.reduce((m, y) => m + (common(x, y) > 0 ? letters[Math.min(x[1], y[1])] - letters[Math.max(x[0], y[0])] : 0), 0), 0)
    const own = (found.quotes ?? []).filter(q => q.kind !== 'indirect').map(q => ({ q, spans: (q.content?.length ? q.content : q.spans).map(spanOf) }))
    given += own.length
    right += own.filter(({ spans }) => gold.quotes.some(g => shared(spans, g.content) > 0.3 * size(spans))).length
    for (const g of gold.quotes) {
      if (g.kind !== 'direct' && g.kind !== 'mixed') continue
      const best = own.map(({ q, spans }) => ({ q, both: shared(spans, g.content), size: size(spans) })).sort((a, b) => b.both - a.both || a.size - b.size)[0]
      const met = best !== undefined && best.both > 0.3 * size(g.content), tellable = g.speaker && !g.speaker.startsWith('?')
      wanted++
      if (met) hit++
      if (met && g.source?.length) {
        sources++
        if (best.q.speaker?.mention && g.source.some(s => common(s, spanOf(best.q.speaker.mention)) > 0)) sourced++
      }
      if (tellable) named++
      if (tellable && met && best.q.speaker && g.speaker.split(' & ').some(name => sameName(name, best.q.speaker.name))) ends++
    }
  }
  return { P: share(right, given), R: share(hit, wanted), source: share(sourced, sources), ...(named > 0 ? { 'found and named': share(ends, named) } : {}) }
}

const TASKS = { names: ['entities', names], dates: ['dates', dates], quotes: ['quotes', quotes] }

/** Figures by task, in percent. `findings` are by the document's id as a string; a document without findings counts as one where nothing was found. */
export function score(documents, findings) {
  const pairs = documents.map(({ id, text, gold }) => ({ gold, text, found: findings.get(String(id)) ?? {} }))
  return Object.fromEntries(Object.entries(TASKS).flatMap(([task, [key, measure]]) => {
    const own = pairs.filter(({ gold }) => gold[key])
    return own.length === 0 ? [] : [[task, measure(own)]]
  }))
}

export const readLines = text => text.split('\n').filter(Boolean).map(line => JSON.parse(line))
export const byId = findings => new Map(findings.map(one => [String(one.id), one]))
export const lineOf = figures => Object.entries(figures).map(([task, own]) => `${task} ${Object.entries(own).map(([name, value]) => `${name} ${value.toFixed(1)}`).join(', ')}`).join('; ')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [gold, findings] = process.argv.slice(2).map(path => readLines(readFileSync(path, 'utf8')))
  console.log(lineOf(score(gold, byId(findings))))
}
