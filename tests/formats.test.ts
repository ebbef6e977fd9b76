/** Input formats at their edges, read in this process: laid-out documents, odd encodings, ragged tables, hostile pages. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import JSZip from 'jszip'
import { USUAL, type ReadOptions } from '../src/input/format.js'
import { readInput, type InputItem } from '../src/input/index.js'
import { footnotesApart, linesOfPage, paragraphsOf, withoutFurniture, type PageLine } from '../src/input/pdf-layout.js'

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

  test('docx: breaks of lines and pages part words, notes stand at the end, what was struck out is gone', async () => {
    const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const zip = new JSZip(), schema = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const relations = (...pairs: string[][]): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pairs.map(([type, target], i) => `<Relationship Id="r${i}" Type="${schema}/${type}" Target="${target}"/>`).join('')}</Relationships>`
    zip.file('_rels/.rels', relations(['officeDocument', 'word/document.xml']))
    zip.file('word/_rels/document.xml.rels', relations(['footnotes', 'footnotes.xml']))
    zip.file('docProps/core.xml', '<cp:coreProperties><dc:title lang="en">Rain &amp; more</dc:title><dc:creator></dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2020-02-11T09:30:00Z</dcterms:created></cp:coreProperties>')
    zip.file('word/footnotes.xml', `<w:footnotes ${words}><w:footnote w:id="2"><w:p>${run('“So I hear,” said Bo Ray.')}</w:p></w:footnote></w:footnotes>`)
    zip.file('word/document.xml', `<w:document ${words}><w:body><w:p>${run('“It rained,”')}<w:r><w:br/></w:r>${run('said Ann Lee.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>
      <w:p>${run('One page')}<w:r><w:br w:type="page"/></w:r>${run('and another. ')}<w:del w:id="1"><w:r><w:delText>Gone. </w:delText></w:r></w:del><w:ins w:id="2">${run('Come.')}</w:ins></w:p></w:body></w:document>`)
    const [item] = await read('x.docx', await zip.generateAsync({ type: 'nodebuffer' }))
    expect(item).toEqual({ document: expect.objectContaining({ title: 'Rain & more', date: '2020-02-11', text: '“It rained,”\nsaid Ann Lee.\n\nOne page\nand another. Come.\n\n“So I hear,” said Bo Ray.' }) })
    expect(item).not.toHaveProperty('document.fields')
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
  test('a form goes with the box that asks for an address, but not the page that stands in one', async () => {
    const story = `<p>It rained. ${'And it rained on. '.repeat(30)}</p>`, box = '<div><h3>Our letter</h3><p>Every morning.</p><form>Address: <input type="email"><button>Go</button></form></div>'
    for (const page of [`<body>${story}${box}</body>`, `<body><form>${story}<select><option>One</select></form>${box}</body>`]) {
      const [text] = await textsOf('x.html', page)
      expect(text).toMatch(/^It rained/)
      expect(text).not.toMatch(/letter|morning|Address|One/)
    }
    expect(await textsOf('x.html', '<body>It rained.<form><input type="email"></form></body>')).toEqual(['It rained.'])
  })
  test('marks of notes are no text', async () => {
    expect(await textsOf('x.html', '<body><p>It rained.<sup><a href="#n1">[1]</a></sup> On 2<sup>nd</sup> May.</p></body>')).toEqual(['It rained. On 2nd May.'])
  })
  test('the encoding that the page declares', async () => {
    expect(await textsOf('x.html', Buffer.from('<html><head><meta charset=iso-8859-1></head><body><p>\x93Caf\xe9,\x94 she said.</p></body></html>', 'latin1'))).toEqual(['“Café,” she said.'])
  })
  test('what stands in lines of its own is not glued together', async () => {
    const page = '<dl><dt>Who?</dt><dd>“Me,” said Ann.</dd></dl><details><summary>More</summary>Rain.</details><address>Lima</address><p>It <del>snowed</del> rained.</p><ul><li>One</li><li>Two</li></ul>'
    expect((await textsOf('x.html', `<body>${page}</body>`))[0].split(/\n+/)).toEqual(['Who?', '“Me,” said Ann.', 'More', 'Rain.', 'Lima', 'It rained.', '• One', '• Two'])
  })
  test('the encoding of XHTML', async () => {
    expect(await textsOf('x.html', Buffer.from('<?xml version="1.0" encoding="windows-1252"?>\n<!DOCTYPE html><html><body><p>\x93Caf\xe9.\x94</p></body></html>', 'latin1'))).toEqual(['“Café.”'])
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
  test('a header that cannot be read is one error', async () => {
    expect(await textsOf('x.csv', '"No," he said, "text.\n1,a\n')).toEqual([expect.stringMatching(/^format/)])
  })
  test('a row without an id is called by its line', async () => {
    expect((await read('x.csv', 'text , mood\n"a\nb",glad\n\nc,sad\n')).map(item => 'document' in item && [item.document.id, item.document.fields])).toEqual([['x.csv:2', { mood: 'glad' }], ['x.csv:5', { mood: 'sad' }]])
  })
})

describe('jsonl', () => {
  const record = async (value: string, options: Partial<ReadOptions> = {}): Promise<InputItem> => (await read('x.jsonl', value, options))[0]
  test('fields within fields; what is passed through lacks the text only', async () => {
    const options = { textField: 'body.text', dateField: 'body.when', idField: 'meta.key' }
    expect(await record('{"meta":{"key":7},"body":{"text":"It rained.","when":"2021-03-09","mood":"glad"}}', options)).toEqual({
      line: 1, document: { id: 7, text: 'It rained.', date: '2021-03-09', source: null, title: null, fields: { meta: { key: 7 }, body: { when: '2021-03-09', mood: 'glad' } } },
    })
    expect(await record('{"body.text":"It rained.","body":{"text":7}}', options)).toMatchObject({ document: { text: 'It rained.', fields: { body: { text: 7 } } } })
    for (const body of ['7', 'null', '[1]', '{}', '{"text":{}}']) expect(await record(`{"body":${body}}`, options)).toMatchObject({ failure: { code: 'bad-record', message: expect.stringContaining('"body.text"') } })
  })
  test.each([['12345678901234567890', '12345678901234567890'], ['7', 7], ['-0.5', -0.5], ['1e400', 'x.jsonl:1'], ['null', 'x.jsonl:1'], ['{"a":1}', 'x.jsonl:1'], ['""', '']])('the id %s', async (written, id) => {
    expect(await record(`{"other":1234567890123456,"id": ${written},"text":"It rained."}`)).toMatchObject({ document: { id } })
  })
  test('JSON that is no JSON Lines says so', async () => {
    for (const text of ['[{"text":"It rained."}]', '{\n  "text": "It rained."\n}']) expect((await textsOf('x', text))[0]).toMatch(/^format: .*a record a line/)
  })
})

test('what kpen cannot read says what it is', async () => {
  expect((await textsOf('x.docx', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1')))[0]).toContain('no readable Word document')
  expect((await textsOf('x', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1')))[0]).toContain('zip archive')
  expect((await textsOf('x.txt', '{\\rtf1 Hello}'))[0]).toContain('RTF')
  expect((await textsOf('x.mht', 'From: <Saved by a browser>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n'))[0]).toContain('MHTML')
  expect((await textsOf('x.txt', gzipSync('It rained.'.repeat(50)).subarray(0, 30)))[0]).toMatch(/^format/)
  expect(await textsOf('x.txt.gz', gzipSync('It rained.'))).toEqual(['It rained.'])
})

describe('broken inputs of every format', () => {
  const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES))
  const rows = Array.from({ length: 400 }, (_, i) => [`n${i}`, `It rained ${(i * 7919) % 1000} times.`])
  const whole: Readonly<Record<string, Buffer>> = {
    text: Buffer.from(`It rained. ${rows.join(' ')}`), html: fixture('page.html'), pdf: fixture('article.pdf'), docx: fixture('article.docx'),
    jsonl: Buffer.from(rows.map(([id, text]) => JSON.stringify({ id, text })).join('\n')), csv: Buffer.from(['id,text', ...rows].join('\n')), tsv: Buffer.from([['id', 'text'], ...rows].map(row => row.join('\t')).join('\n')),
  }
  const broken: readonly (readonly [string, Buffer | string, string])[] = [
    ['text', Buffer.from([0x49, 0x74, 0xff, 0xfe, 0x41]), 'encoding'], ['text', Buffer.from([0x49, 0, 0x74]), 'binary'], ['html', '<html><body><img src=x></body></html>', 'format'], ['html', Buffer.from('<html>caf\xe9', 'latin1'), 'encoding'],
    ['pdf', '%PDF-1.7\nnonsense', 'format'], ['pdf', whole.pdf.subarray(0, 2000), 'format'], ['docx', 'PK\u0003\u0004word/nonsense', 'format'], ['docx', whole.docx.subarray(0, 3000), 'format'],
    ['jsonl', '{"id":', 'bad-json'], ['jsonl', '[1]', 'bad-record'], ['jsonl', Buffer.from('{"text":"caf\xe9"}', 'latin1'), 'encoding'], ['csv', 'a,b\n1,2', 'format'], ['csv', Buffer.from('id,text\n1,caf\xe9', 'latin1'), 'encoding'], ['tsv', 'id\ttext\n1', 'bad-record'],
    ...Object.keys(whole).map(name => [name, '', 'empty'] as const), ...Object.keys(whole).map(name => [name, gzipSync('').subarray(0, 12), 'format'] as const),
  ]

  test.each(broken.map(([name, content, code], i) => [i, name, code, content] as const))('%i %s: %s', async (_, name, code, content) => {
    expect((await read(`x.${name}`, content, {}, name)).map(item => 'failure' in item && item.failure.code)).toEqual([code])
  })

  test.each(Object.keys(whole))('%s that is compressed, whole and cut anywhere', async name => {
    const all = await read('x.gz', gzipSync(whole[name]), {}, name), packed = gzipSync(whole[name])
    expect(all).toHaveLength(['jsonl', 'csv', 'tsv'].includes(name) ? 400 : 1)
    for (const share of [0.05, 0.5, 0.95]) {
      const items = await read('x.gz', packed.subarray(0, Math.ceil(share * packed.length)), {}, name, 512), errors = items.flatMap(item => ('failure' in item ? [item.failure.message] : []))
      expect(items.slice(0, items.length - errors.length)).toEqual(all.slice(0, items.length - errors.length))
      expect(errors.at(-1)).toMatch(/its gzip data break off$/)
      expect(errors.length).toBeLessThanOrEqual(1)
      if (all.length > 1 && share > 0.4) expect(items.length).toBeGreaterThan(share * 300)
    }
  })
})

describe('the layout of a PDF', () => {
  const words = new Set(['embankment', 'ment', 'world', 'famous']), isWord = (word: string): boolean => words.has(word)
  const line = (text: string, y: number, x = 0, right = 300, size = 10): PageLine => ({ text, x, y, right, size })
  test('pieces become lines; a gap between them is a blank', () => {
    expect(linesOfPage([{ str: 'It', x: 0, y: 90, width: 8, fontSize: 10 }, { str: 'rained', x: 12, y: 90, width: 30, fontSize: 10 }, { str: '.', x: 42, y: 90, width: 3, fontSize: 10 }, { str: 'Then', x: 0, y: 78, width: 20, fontSize: 10 }]).map(l => l.text))
      .toEqual(['It rained.', 'Then'])
  })
  test('a broken word is joined; a hyphen that it has elsewhere, or before a capital, stays', () => {
    const join = (...lines: string[]): string => paragraphsOf([lines.map((text, i) => line(text, 100 - 12 * i))], isWord).join('|')
    expect(join('The embank-', 'ment held.')).toBe('The embankment held.')
    expect(join('A well-known bridge and a well-', 'known mayor met.')).toBe('A well-known bridge and a well-known mayor met.')
    expect(join('The Baden-', 'Baden line opened.')).toBe('The Baden-Baden line opened.')
    expect(join('A world-', 'famous bridge.')).toBe('A world-famous bridge.')
  })
  test('marks of notes go, the notes stand behind the text, which runs on over columns and pages; exponents stay', () => {
    const pieces = (...words: [string, number, number][]) => words.map(([str, fontSize, y], i) => ({ str, x: 40 * i, y, width: 40, fontSize }))
    expect(linesOfPage(pieces(['It rained', 10, 90], ['1,2', 6, 94], [' on 5 km', 10, 90], ['2', 6, 94], ['.', 10, 90])).map(l => l.text)).toEqual(['It rained on 5 km2.'])
    const { pages, notes } = footnotesApart([[line('It rained', 100), line('all day and', 88), line('1 On Monday, that is,', 20, 0, 300, 8), line('and on Tuesday.', 10, 0, 300, 8), line('all night.', 100, 400, 700)], [line('It stopped.', 100), line('small print', 50, 0, 300, 8)]])
    expect([pages, notes].map(part => paragraphsOf(part, isWord))).toEqual([['It rained all day and all night.', 'It stopped.', 'small print'], ['1 On Monday, that is, and on Tuesday.']])
  })
  test('a line that ends early ends its paragraph, in its own column', () => {
    const left = [line('By Ann Lee', 100, 0, 60), line('It rained all day and', 88, 0, 140), line('all night.', 76, 0, 60), line('Then it stopped and', 64, 0, 140), line('the sun', 52, 0, 90)]
    const right = left.map(one => ({ ...one, x: one.x + 200, right: one.right + 200 }))
    expect(paragraphsOf([[...left, ...right.slice(1)]], isWord)).toEqual(['By Ann Lee', 'It rained all day and all night.', 'Then it stopped and the sun It rained all day and all night.', 'Then it stopped and the sun'])
  })
  test('headers and page numbers go, a year in the middle of a page stays', () => {
    const page = (n: number, verb: string): PageLine[] =>
      [line(`Courier ${n}`, 100), line(`The bridge ${verb} in`, 80), line('1874', 70), line(`and ${verb} again.`, 60), line(String(n), 10)]
    expect(withoutFurniture([page(1, 'opened'), page(2, 'closed')]).map(lines => lines.map(l => l.text).join(' '))).toEqual(['The bridge opened in 1874 and opened again.', 'The bridge closed in 1874 and closed again.'])
  })
  test('a paragraph runs on over the page', () => {
    expect(paragraphsOf([[line('It rained all day and', 20)], [line('the river rose.', 100)]], isWord)).toEqual(['It rained all day and the river rose.'])
  })
})
