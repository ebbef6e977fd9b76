/** brat's files read back by brat's own rules: pairs of .txt and .ann, code points, whole references, declared types. */
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { namer } from '../src/cli/folder.js'
import { brat } from '../src/output/brat.js'
import { complaints } from './support/brat.js'
import { kpen } from './support/kpen.js'
import { CONTEXT, date, entity, quote, resultOf, speaker } from './support/results.js'

const CONFIGURATION = brat.folder!.files['annotation.conf']

test('findings over breaks of lines, tabs and letters beyond 16 bits', () => {
  const text = '😀 Ann\u2028Lee\tRay met Bob\r\n\r\nHoe in May\f2020: “We 😀 \n win,” said Ann.'
  const ann = brat.document(resultOf(text, {
    entities: [entity(text, 'e1', 'Ann\u2028Lee\tRay', 'PERSON'), entity(text, 'e2', 'Bob\r\n\r\nHoe', 'PERSON', { name: 'Bob Hoe' })], dates: [date(text, 'May\f2020', '2020-05')],
    quotes: [quote(text, 'q1', 'We 😀 \n win,', { ...speaker('Ann', 'e1'), mention: { start: 63, end: 66, text: 'Ann', kind: 'name' } })],
  }), CONTEXT, 0)
  expect(complaints(text, ann, CONFIGURATION)).toEqual([])
  expect(ann.split('\n').slice(0, 3)).toEqual(['T1\tPERSON 2 5;6 9;10 13\tAnn Lee Ray', 'T2\tPERSON 18 21;25 28\tBob Hoe', '#1\tAnnotatorNotes T2\tBob Hoe'])
  expect(ann).toMatch(/^R1\tSays Arg1:T\d+ Arg2:T\d+$/m)
  expect(complaints(text, ann.replace('T1\tPERSON 2', 'T1\tPERSON 3'), CONFIGURATION)).toHaveLength(1)
})

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpen-'))
  mkdirSync(join(folder, 'in'))
  const line = (id: unknown, text: string): string => JSON.stringify({ id, text })
  writeFileSync(join(folder, 'in', 'a.txt'), '😀 "We stay," said Ann Lee on Monday.\r\n\r\nShe told Bob Ray that rain would come.')
  writeFileSync(join(folder, 'in', 'A.html'), '<!doctype html><body><p>“No,” said Bob Ray.</p></body>')
  writeFileSync(join(folder, 'in', 'b.jsonl'), [line(7, 'Ann Lee left.'), line('../../etc/passwd', 'Bob Ray left.'), line('../../etc/passwd', 'Ann Lee left Lima.'), '{"id":', line('', '')].join('\n'))
  const run = (...args: string[]): ReturnType<typeof kpen> => kpen(['analyze', '-f', 'brat', ...args], { cwd: folder })

  test('holds each document as a pair, with what brat needs to show them; the bad one is told of', () => {
    const { status, stdout, stderr } = run('-o', 'out/', 'in')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^kpen: in\/b\.jsonl:4: [^\n]+\n$/)
    const names = readdirSync(join(folder, 'out'))
    expect(names.filter(name => name.endsWith('.txt')).sort()).toEqual(['7.txt', 'document.txt', 'etc_passwd-2.txt', 'etc_passwd.txt', 'in_A.txt', 'in_a-2.txt'].sort())
    const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8')
    for (const name of names.filter(one => one.endsWith('.txt'))) expect(complaints(read(name), read(name.replace('.txt', '.ann')), read('annotation.conf'))).toEqual([])
    expect(read('in_a-2.ann')).toMatch(/QUOTE 3 11\t/)
    expect(read('etc_passwd-2.txt')).toBe('Ann Lee left Lima.')
    expect(readdirSync(folder).sort()).toEqual(['in', 'out'])
  })

  test('that holds something is left alone; several documents on standard output are refused', () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine', 'a.ann'), 'corrected')
    for (const [args, why] of [[['-o', 'mine', 'in'], 'holds files already'], [['-o', 'in/a.txt', 'in'], 'is a file'], [['-o', 'x.ann', 'in'], 'is the name of a file'], [['in'], 'name a folder']] as const) {
      const { status, stdout, stderr } = run(...args)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(why)
    }
    expect(readdirSync(folder).sort()).toEqual(['in', 'mine', 'out'])
  })
})

test('names of files are safe and unlike each other', () => {
  const name = namer()
  expect(['/a/b c.txt.gz', 'https://x.org/ä?q=1', 'a_b_c', 'A_B_C', '..', 'con', '日本.md'].map(name)).toEqual(['a_b_c', 'https_x.org_ä_q_1', 'a_b_c-2', 'A_B_C-3', 'document', 'document-con', '日本'])
  const long = name('x'.repeat(300)), again = name('x'.repeat(300))
  expect([long.length, again]).toEqual([60, `${long}-2`])
})
