/** Input formats at their edges, read in this process: laid-out documents, odd encodings, ragged tables, hostile pages. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { USUAL, type ReadOptions } from '../src/input/format.js'
import { readInput, type InputItem } from '../src/input/index.js'
import { linesOfPage, paragraphsOf, withoutFurniture, type PageLine } from '../src/input/pdf-layout.js'

const FIXTURES = new URL('fixtures/', import.meta.url)

async function read(name: string, content: Buffer | string, options: Partial<ReadOptions> = {}, format = 'auto', step = 65_536): Promise<InputItem[]> {
  const bytes = Buffer.from(content as string), items: InputItem[] = []
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  for await (const item of readInput({ name, head: bytes.subarray(0, step), bytes: chunks() }, format, { ...USUAL, ...options })) items.push(item)
  return items
}
const textsOf = async (...args: Parameters<typeof read>): Promise<string[]> =>
  (await read(...args)).map(item => ('document' in item ? item.document.text : `${item.failure.code}: ${item.failure.message}`))

const QUOTED = ['“We have waited a long time for this,” Solheim told', '“Nobody here will take a bridge for granted again.”', '“needed patience more than money', '“You can hold me to that,”']
const BODY = [
  'PORT ELLERY — The old harbour bridge reopened on Monday after eleven months of repairs, and the mayor of Port Ellery, Ingrid Solheim, was the first to walk across it.',
  'Restoration specialists from three universities documented every foundation stone before dismantling the northern embankment, an extraordinarily complicated undertaking that required international collaboration.',
]

describe('an article that LibreOffice wrote, three small pages with headers, footers and broken words', () => {
  test.each(['bridge.docx', 'bridge.pdf'])('%s is what a reader sees', async name => {
    const [item] = await read(name, readFileSync(new URL(name, FIXTURES)))
    if (!('document' in item)) throw new Error(item.failure.message)
    const paragraphs = item.document.text.split('\n\n')
    expect(paragraphs).toEqual(expect.arrayContaining(['Harbour bridge reopens', ...BODY]))
    expect(paragraphs).toHaveLength(6)
    for (const words of QUOTED) expect(item.document.text).toContain(words)
    expect(item.document.text).not.toMatch(/Courier|Page \d|\u00ad/)
    expect(item.document).toMatchObject({ title: 'Harbour bridge reopens', fields: { author: 'Maud Ferris' } })
    expect(item.document.date ?? null).toBe(name === 'bridge.docx' ? '2020-02-11' : null)
  })

  test('the page: JSON-LD before meta, the marks of <q>, no furniture', async () => {
    const [item] = await read('saved.txt', readFileSync(new URL('bridge.html', FIXTURES)))
    if (!('document' in item)) throw new Error(item.failure.message)
    expect(item.document).toMatchObject({ title: 'Harbour bridge reopens after eleven months', date: '2020-02-11', fields: { author: 'Maud Ferris' } })
    for (const words of QUOTED) expect(item.document.text).toContain(words)
    expect(item.document.text).toContain('during the autumn storms')
    expect(item.document.text).not.toMatch(/Sport|kettle|rights|never seen|not a word/)
  })
})

describe('pages without the usual parts', () => {
  test('no body, no head, no metadata', async () => {
    expect(await textsOf('x.html', '<title>Rain</title><p>It <b>rained</b>.<p>Then it &amp; the wind stopped.')).toEqual(['It rained.\n\nThen it & the wind stopped.'])
  })
  test.each(['<!doctype html><body><p>It rained.</p></body>', '<html><p>It rained.</p></html>', '<head><title>x</title></head><body>It rained.', '<BODY BGCOLOR=white>It rained.'])('parts left out: %s', async page => {
    expect(await textsOf('x.html', page)).toEqual(['It rained.'])
  })
  test('the encoding that the page declares', async () => {
    expect(await textsOf('x.html', Buffer.from('<html><head><meta charset=iso-8859-1></head><body><p>\x93Caf\xe9,\x94 she said.</p></body></html>', 'latin1'))).toEqual(['“Café,” she said.'])
  })
  test('broken JSON-LD and odd values are passed over', async () => {
    const [item] = await read('x.html', '<html><head><script type="application/ld+json">{"@type": NewsArticle</script><script type="application/ld+json">[null, 7, {"@type":["Thing","NewsArticle"],"author":"Ann Lee","datePublished":7}]</script><meta name=date content="soon"></head><body><p>It rained.</p></body></html>')
    expect(item).toMatchObject({ document: { date: null, fields: { author: 'Ann Lee' } } })
  })
  test('no text at all, and 100,000 elements one in another, are one error', async () => {
    expect((await textsOf('x.html', '<html><body><img src=x></body></html>'))[0]).toContain('no text')
    const [deep] = await read('x.html', `<html><body>${'<div>'.repeat(100_000)}x`)
    expect('document' in deep || deep.failure.code === 'format').toBe(true)
  })
})

describe('encodings', () => {
  const line = '{"id":1,"text":"“Café,” said Zoë."}\n'
  test('UTF-16 by its mark, for every text format, cut anywhere', async () => {
    const marked = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(await textsOf('x.jsonl', marked(line), {}, 'auto', 7)).toEqual(['“Café,” said Zoë.'])
    expect(await textsOf('x.csv', marked('id,text\n1,“Café”\n'), {}, 'auto', 5)).toEqual(['“Café”'])
    expect(await textsOf('x', marked('<!doctype html><html><body><p>“Café”</p></body></html>'))).toEqual(['“Café”'])
  })
  test('a named encoding holds for csv too', async () => {
    expect(await textsOf('x.csv', Buffer.from('id,text\n1,\x93Caf\xe9\x94\n', 'latin1'), { encoding: 'windows-1252' })).toEqual(['“Café”'])
    expect((await textsOf('x.csv', Buffer.from('id,text\n1,Caf\xe9\n', 'latin1')))[0]).toMatch(/^encoding: .*--encoding/)
  })
  test('a byte order mark is no text', async () => {
    expect(await textsOf('x.txt', '\ufeffIt rained.')).toEqual(['It rained.'])
    expect(await textsOf('x.csv', '\ufeffid,text\n1,It rained.\n')).toEqual(['It rained.'])
  })
  test('binary data is refused, under any text name', async () => {
    for (const name of ['x.txt', 'x.html', 'x.csv']) expect((await textsOf(name, Buffer.from([65, 0, 66, 0, 1, 2])))[0]).toMatch(/^binary/)
  })
})

describe('csv', () => {
  test('semicolons and tabs, quoted line breaks, other columns passed through', async () => {
    const items = await read('x.csv', 'id;text;mood\n7;"One ""two"",\nthree; four";glad\n')
    expect(items).toEqual([{ document: { id: '7', text: 'One "two",\nthree; four', source: null, title: null, date: null, fields: { id: '7', mood: 'glad' } } }])
    expect(await textsOf('x.tsv', 'id\ttext\n1\tIt rained, a lot.\n')).toEqual(['It rained, a lot.'])
  })
  test('a ragged row is one failure, the rest is read', async () => {
    expect((await textsOf('x.csv', 'id,text\n1,a\n2,b,c\n3,d\n')).map(t => t.slice(0, 10))).toEqual(['a', 'bad-record', 'd'])
  })
  test('an open quotation mark is one error with its line; the rows before it, and those after the next mark, are read', async () => {
    for (const step of [1, 7, 65_536]) {
      expect(await read('x.csv', 'id,text\n1,"a\nb"\n2,"c\n3,d\n', {}, 'auto', step)).toEqual([
        { document: expect.objectContaining({ id: '1', text: 'a\nb' }) },
        { failure: { input: 'x.csv:4', code: 'format', message: expect.stringMatching(/opens in this row and never closes$/), id: null } },
      ])
      expect((await textsOf('x.csv', 'id,text\n1,a\n2,"b "c" d"\n3,"e\n4,"f"\n5,g\n', {}, 'auto', step)).map(t => t.slice(0, 7))).toEqual(['a', 'format:', 'format:', 'g'])
    }
  })
  test('a row without an id is called by its line', async () => {
    expect((await read('x.csv', 'text , mood\n"a\nb",glad\n\nc,sad\n')).map(item => 'document' in item && [item.document.id, item.document.fields])).toEqual([['x.csv:2', { mood: 'glad' }], ['x.csv:5', { mood: 'sad' }]])
  })
})

test('what kpen cannot read says what it is', async () => {
  expect((await textsOf('x.docx', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1')))[0]).toContain('no readable Word document')
  expect((await textsOf('x', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1')))[0]).toContain('zip archive')
  expect((await textsOf('x.txt', '{\\rtf1 Hello}'))[0]).toContain('RTF')
  expect((await textsOf('x.txt', gzipSync('It rained.'.repeat(50)).subarray(0, 30)))[0]).toMatch(/^format/)
  expect(await textsOf('x.txt.gz', gzipSync('It rained.'))).toEqual(['It rained.'])
})

describe('the layout of a PDF', () => {
  const line = (text: string, y: number, x = 0, right = 300, size = 10): PageLine => ({ text, x, y, right, size })
  test('pieces become lines; a gap between them is a blank', () => {
    expect(linesOfPage([{ str: 'It', x: 0, y: 90, width: 8, fontSize: 10 }, { str: 'rained', x: 12, y: 90, width: 30, fontSize: 10 }, { str: '.', x: 42, y: 90, width: 3, fontSize: 10 }, { str: 'Then', x: 0, y: 78, width: 20, fontSize: 10 }]).map(l => l.text))
      .toEqual(['It rained.', 'Then'])
  })
  test('a broken word is joined; a hyphen that it has elsewhere, or before a capital, stays', () => {
    const join = (...lines: string[]): string => paragraphsOf([lines.map((text, i) => line(text, 100 - 12 * i))]).join('|')
    expect(join('The embank-', 'ment held.')).toBe('The embankment held.')
    expect(join('A well-known bridge and a well-', 'known mayor met.')).toBe('A well-known bridge and a well-known mayor met.')
    expect(join('The Baden-', 'Baden line opened.')).toBe('The Baden-Baden line opened.')
  })
  test('headers and page numbers go, a year in the middle of a page stays', () => {
    const page = (n: number, verb: string): PageLine[] =>
      [line(`Courier ${n}`, 100), line(`The bridge ${verb} in`, 80), line('1874', 70), line(`and ${verb} again.`, 60), line(String(n), 10)]
    expect(withoutFurniture([page(1, 'opened'), page(2, 'closed')]).map(lines => lines.map(l => l.text).join(' '))).toEqual(['The bridge opened in 1874 and opened again.', 'The bridge closed in 1874 and closed again.'])
  })
  test('a paragraph runs on over the page', () => {
    expect(paragraphsOf([[line('It rained all day and', 20)], [line('the river rose.', 100)]])).toEqual(['It rained all day and the river rose.'])
  })
})
