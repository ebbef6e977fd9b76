/** Tokens and sentences laid onto the source. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { analyze } from '../src/analyze.js'
import { readDocument } from '../src/document/index.js'
import { isEnglish } from '../src/language/english.js'
import { readLanguage } from '../src/language/index.js'
import type { Language } from '../src/types.js'

const read = (text: string): Language => readLanguage(readDocument({ id: 'x', text }))
const words = (text: string): string[] => read(text).tokens.map(t => t.text)
const sentences = (text: string): string[] => read(text).sentences.map(s => text.slice(s.start, s.end))

describe('tokens', () => {
  test.each([
    ['Ana Ruiz’s boat didn’t sink.', ['Ana', 'Ruiz', '’s', 'boat', 'did', 'n’t', 'sink', '.']],
    ['He waited...then left', ['He', 'waited', '...', 'then', 'left']],
    ["``It's over''", ['``', 'It', "'s", 'over', "''"]],
    ['an anti-NATO, ex-Soviet state', ['an', 'anti', '-', 'NATO', ',', 'ex', '-', 'Soviet', 'state']],
    ['Rep. Ana Diaz (TX-15)', ['Rep.', 'Ana', 'Diaz', '(', 'TX', '-', '15', ')']],
    ['anti-U.S. feeling', ['anti', '-', 'U.S.', 'feeling']],
    ['She reads the Evening Sun.', ['She', 'reads', 'the', 'Evening', 'Sun', '.']],
  ])('%s', (text, wanted) => expect(words(text)).toEqual(wanted))
})

describe('sentences', () => {
  test.each([
    ['"Is it far?" asked Tom Reed. "No," she said.', ['"Is it far?" asked Tom Reed.', '"No," she said.']],
    ['“We won.” The crowd cheered.', ['“We won.”', 'The crowd cheered.']],
    ['Gov. J. B. Lane met Sen. Ann Fry. They ate.', ['Gov. J. B. Lane met Sen. Ann Fry.', 'They ate.']],
    ['Rep. Ana Diaz (D-Vt.) spoke. He left.', ['Rep. Ana Diaz (D-Vt.) spoke.', 'He left.']],
    ['A line\nbroken in two. Next one.', ['A line\nbroken in two.', 'Next one.']],
    ['Headline Without Stop\n\nThe text begins.', ['Headline Without Stop', 'The text begins.']],
  ])('%s', (text, wanted) => expect(sentences(text)).toEqual(wanted))
})

const odd = fc.constantFrom(
  ' ', '\n', '\r\n', '\n\n', '\t', '\u000b', '\f', '\u00a0', '\u1680', '\u2007', '\u2028', '\u2029', '\u3000', '\ufeff', '\u200b', '\u0000', '\u001b[31m',
  '"', '“', '”', '’', "'", '«', '»', '``', "''", '—', '...', '(', ')', '😀', '👩‍👩‍👧', '中文', 'Москва', 'القاهرة', 'é', '\ud800', 'said', 'Mr.', 'U.S.', 'Ann Lee',
  'Lee Do-hoon', 'on Monday', 'May 3', '2018-11-27', "don't", 'he', 'the minister', '$5m', '50%', 'x'.repeat(130), '.', ',', '?', 'POMPEO:', 'According to',
)

describe('whatever the text', () => {
  test('tokens cut out their text, in order, and sentences cover them', () => {
    fc.assert(fc.property(fc.array(odd, { maxLength: 40 }).map(parts => parts.join(' ')), text => {
      const { tokens, sentences } = read(text)
      let end = 0
      tokens.forEach((t, i) => {
        expect(text.slice(t.start, t.end)).toBe(t.text)
        expect(t.start).toBeGreaterThanOrEqual(end)
        const s = sentences[t.sentence]
        expect(i >= s.first && i < s.last && s.start <= t.start && t.end <= s.end).toBe(true)
        end = t.end
      })
      expect(tokens.map(t => t.text).join('')).toBe([...text].filter(c => !/[\s\p{Cc}\p{Cf}]/u.test(c)).join(''))
    }), { numRuns: 200, seed: 7 })
  })

  test('every finding cuts out its text, and reading twice gives the same', () => {
    fc.assert(fc.property(fc.array(odd, { maxLength: 60 }), fc.constantFrom('', ' '), (parts, glue) => {
      const text = parts.join(glue), found = analyze({ id: 'x', text, date: '2018-11-27' })
      const own = [
        ...found.cast.entities.flatMap(e => e.mentions), ...found.dates, ...found.quotes.flatMap(q => q.spans),
        ...found.quotes.flatMap(q => [q.cue, q.said, q.speaker?.mention].filter(x => x !== null && x !== undefined)),
      ]
      for (const span of own) expect(text.slice(span.start, span.end)).toBe(span.text)
      expect(analyze({ id: 'x', text, date: '2018-11-27' })).toEqual(found)
    }), { numRuns: 150, seed: 11 })
  })
})

describe('English or not', () => {
  test.each([
    ['German', 'Die Ministerin sagte am Montag, dass die Regierung keinen Strand verkaufen werde. Die Fischer der kleinen Stadt haben lange gewartet, und nun ist es Zeit, dass eine Entscheidung getroffen wird, sagte sie.'],
    ['Dutch', 'De minister is van mening dat de regering in de loop van het jaar een besluit neemt over de toekomst van het strand. Het was een van de laatste kansen, zei hij, of we het nu willen of niet. In het dorp had men er lang op gewacht.'],
    ['Danish', 'Ministeren sagde i går, at regeringen ikke vil sælge stranden, og at det er for sent at ændre planen. I byen har folk ventet i over to år, og nu er det tid for en beslutning, sagde hun. Her i landet har man altid haft ret til at gå på stranden.'],
    ['Spanish', 'La ministra dijo el lunes que el gobierno no venderá la playa. Los vecinos de la pequeña ciudad han esperado mucho tiempo y ya es hora de tomar una decisión, dijo. No hay a nadie que no lo sepa, he dicho a todos.'],
    ['Chinese', '部长星期一表示，政府不会出售海滩。小镇居民已经等待了很久，现在是做出决定的时候了。她在市政厅前的讲话中说，这是最后一次机会，也是所有人共同的责任，希望大家能够耐心等待最终的结果。'],
  ])('%s is not', (_, text) => expect(isEnglish(read(text))).toBe(false))
  test.each([
    ['names all over', 'Ngozi Adébáyò, Łukasz Wójcik and Þóra Jónsdóttir met Jürgen Groß of Großhandel Süd in Győr, then flew to Reykjavík, where Sigríður Ásgeirsdóttir and Xóchitl Ibáñez were waiting with the mayor of Århus and a delegation from Łódź on Monday.'],
    ['too short to tell', 'Ja, das ist gut so.'], ['no words', '12 34 56 78 90 '.repeat(20)], ['nothing', ''],
  ])('%s is, or may be', (_, text) => expect(isEnglish(read(text))).toBe(true))
})

test('what is read does not depend on what was read before', () => {
  const text = "The mayor of Zorblatt praised Zorblatt's canal."
  const before = words(text)
  words('Zorblatt Zorblatt\'s zorblatt canal’s Zorblatts')
  expect(words(text)).toEqual(before)
})

test('a run of closing marks is passed once, not once for each mark', () => {
  const started = process.cpuUsage()
  read('"'.repeat(60_000))
  expect(process.cpuUsage(started).user).toBeLessThan(6_000_000)
})
