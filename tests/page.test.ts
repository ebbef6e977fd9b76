/** The page as text: nothing of a document is markup, marks cover exactly what was found, the document is valid. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from '@jest/globals'
import type { Result } from '../src/output/format.js'
import { escaped } from '../src/output/html/escape.js'
import { html } from '../src/output/html/index.js'
import { markedParagraphs, type Marking } from '../src/output/html/marks.js'
import { dayName, momentsOf, voicesOf } from '../src/output/html/view.js'
import { CONTEXT, date, entity, quote, resultOf, speaker } from './support/results.js'

const pageOf = (results: readonly Result[], context = CONTEXT): string =>
  html.head!(context) + results.map((result, i) => html.document(result, context, i)).join('') + html.tail!(context, results.length, context.several ? results.map(result => html.entry!(result)) : [])

const TEXT = 'Lena Ortiz said on May 4: "We ship <b>on Friday</b> & rest."\n\n"No," Tom Abel said.'
const FOUND = resultOf(TEXT, {
  date: '2020-05-05', title: 'Ships & "rest" <script>alert(1)</script>',
  entities: [entity(TEXT, 'e1', 'Lena Ortiz', 'PERSON'), entity(TEXT, 'e2', 'Tom Abel', 'PERSON')],
  dates: [date(TEXT, 'May 4', '2020-05-04'), date(TEXT, 'Friday', '2020-05-08')],
  quotes: [quote(TEXT, 'q1', 'We ship <b>on Friday</b> & rest.', speaker('Lena Ortiz', 'e1')), quote(TEXT, 'q2', 'No,', speaker('Tom Abel', 'e2'))],
})

const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&')

describe('safety', () => {
  test('words of a document are never markup', () => {
    const page = pageOf([FOUND])
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<b>on Friday</b>')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('controls and bidi marks are made visible', () => {
    expect(escaped('a\u202eb\u0000c\u001b[31m\n')).toBe('a\ufffdb\ufffdc\ufffd[31m\n')
  })

  test('the policy allows the own style and script by their hashes, and nothing else', () => {
    const page = pageOf([FOUND]), policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]
    const hash = (tag: string): string => createHash('sha256').update(new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)![1]).digest('base64')
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`)
    expect(page).not.toMatch(/ style="| on\w+="|javascript:|https?:/)
  })
})

describe('marks', () => {
  const mark = (start: number, end: number, name = 'x'): Marking => ({ start, end, element: 'mark', attributes: `class="${name}"` })

  test('that nest', () => {
    expect(markedParagraphs('abcdef', [{ start: 0, end: 6 }], [mark(2, 3, 'in'), mark(1, 5, 'out')])).toEqual(['a<mark class="out">b<mark class="in">c</mark>de</mark>f'])
  })

  test('that cross are closed and opened again', () => {
    expect(markedParagraphs('abcdef', [{ start: 0, end: 6 }], [mark(0, 4, 'a'), mark(2, 6, 'b')]))
      .toEqual(['<mark class="a">ab<mark class="b">cd</mark></mark><mark class="b">ef</mark>'])
  })

  test('that run over paragraphs stand in each, with one id', () => {
    const over: Marking = { ...mark(1, 6), id: 'q' }
    expect(markedParagraphs('ab\n\ncdef', [{ start: 0, end: 2 }, { start: 4, end: 8 }], [over])).toEqual(['a<mark id="q" class="x">b</mark>', '<mark class="x">cd</mark>ef'])
  })

  test('whatever they are, the text stays and elements never cross', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(12)).map(([start, length]) => mark(start, Math.min(30, start + length))), { maxLength: 12 })
    fc.assert(fc.property(fc.string({ minLength: 30, maxLength: 30, unit: fc.constantFrom('a', '<', '&', ' ', '"') }), spans, (text, marks) => {
      const [first, second] = markedParagraphs(text, [{ start: 0, end: 12 }, { start: 14, end: 30 }], marks)
      expect(textOf(first) + text.slice(12, 14) + textOf(second)).toBe(text)
      for (const piece of [first, second]) {
        let depth = 0
        for (const [tag] of piece.matchAll(/<\/?mark/g)) {
          depth += tag === '<mark' ? 1 : -1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }
    }))
  })

  test('a long text with many marks takes no time', () => {
    const text = 'word '.repeat(200_000), marks = Array.from({ length: 100_000 }, (_, i) => mark(10 * i, 10 * i + 14))
    const start = performance.now()
    expect(markedParagraphs(text, [{ start: 0, end: text.length }], marks)[0].length).toBeGreaterThan(text.length)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('what is shown', () => {
  test('speakers that share initials are told apart, the untold share one voice', () => {
    const text = 'one two three four'
    const { voices } = voicesOf(resultOf(text, {
      quotes: [quote(text, 'q1', 'one', speaker('Ann Bo', 'e1')), quote(text, 'q2', 'two', speaker('Al Bry', 'e2')), quote(text, 'q3', 'three', null), quote(text, 'q4', 'four', null)],
    }).record)
    expect(voices.map(v => [v.initials, v.quotes.length])).toEqual([['AB', 1], ['AB2', 1], ['?', 2]])
  })

  test('the time line is in order, with one entry a day', () => {
    const text = 'June then Monday then that day then once'
    const moments = momentsOf([
      date(text, 'Monday', '2021-06-07'), date(text, 'that day', '2021-06-07'), date(text, 'June', '2021-06', { from: '2021-06-01', to: '2021-06-30' }), date(text, 'once', 'PAST_REF', { from: null, to: null }),
    ])
    expect(moments.map(m => [dayName(m.from, m.to), m.dates.length])).toEqual([['Jun 2021', 1], ['7 Jun 2021', 2]])
    expect([dayName('2021-01-01', '2021-12-31'), dayName('2021-04-01', '2021-06-30')]).toEqual(['2021', '1 Apr 2021 – 30 Jun 2021'])
  })

  test('reasons only where they are asked for', () => {
    expect(pageOf([FOUND])).not.toContain('<details>')
    expect(pageOf([FOUND], { ...CONTEXT, explain: true })).toContain('<details>')
  })
})

test('the page is valid HTML: several documents, one of them empty, one without findings, one that failed', async () => {
  const context = { ...CONTEXT, several: true, explain: true }
  const page = pageOf([FOUND, { ...resultOf(''), record: { ...resultOf('').record, id: 'empty' } }, resultOf('Nothing here.')], context)
    .replace('</main>', `${html.failed!({ input: 'x<y', code: 'empty', message: 'is empty' }, context)}</main>`)
  const report = await new HtmlValidate().validateString(page)
  expect(report.results.flatMap(r => r.messages.map(m => `${m.line}: ${m.ruleId} ${m.message}`))).toEqual([])
})
