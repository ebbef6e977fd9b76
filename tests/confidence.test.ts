import { describe, expect, test } from '@jest/globals'
import { confidenceOf, probabilityOf, signsOf, THRESHOLD } from '../src/quotes/confidence.js'
import { memoryOf } from '../src/quotes/memory.js'
import type { MarkedTokens } from '../src/quotes/stretches.js'
import type { Entity, Language } from '../src/types.js'

const text = 'Ada Moss met Bo Moss. “Carl Reed left.” He slept. She said no.'
const person = (id: string, name: string, gender: 'm' | 'f'): Entity => {
  const start = text.indexOf(name)
  return { id, name, type: 'PERSON', aliases: [], roles: [], gender, mentions: [{ start, end: start + name.length, text: name, kind: 'name' }] }
}
const sentences = [0, text.indexOf('“'), text.indexOf('He'), text.indexOf('She')].map((start, i) => ({ start, end: start + 5, first: i, last: i + 1, paragraph: 0 }))
const language: Language = { tokens: [], sentences }
const open = text.indexOf('“'), close = text.indexOf('”')
const region = { start: open, end: close + 1, inner: { start: open + 1, end: close }, closed: true }
const marked = { stretches: [{ region }] } as unknown as MarkedTokens
const memory = memoryOf({ entities: [person('e1', 'Ada Moss', 'f'), person('e2', 'Bo Moss', 'm'), person('e3', 'Carl Reed', 'm')] }, language, marked)
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })

describe('what is in mind', () => {
  test('how many sentences ago, and who of that gender since', () => {
    expect(memory('e1', at('She'))).toMatchObject({ distance: 3, rivals: 0 })
    expect(memory('e2', at('He'))).toMatchObject({ distance: 2, rivals: 1 })
  })
  test('never before its first name', () => expect(memory('e3', at('Bo'))?.distance).toBeNull())
  test('names in marks are told from others', () => {
    expect(memory('e3', at('He'))?.inside).toBe(true)
    expect(memory('e2', at('He'))?.inside).toBe(false)
  })
  test('a namesake', () => {
    expect(memory('e1', at('He'))?.namesake).toBe(true)
    expect(memory('e3', at('He'))?.namesake).toBe(false)
  })
  test('nobody by that id', () => expect(memory('e9', at('He'))).toBeNull())
})

describe('confidence', () => {
  const signs = signsOf({ kind: 'direct', share: 0.9, sourceShare: 0.95, speaker: null, cue: 'say', recall: null })
  test('the threshold falls on 0.9', () => {
    const even = new Map([['cue say', Math.log(0.96 / 0.04)], [THRESHOLD, 0.96]])
    expect(probabilityOf(signs, even)).toBeCloseTo(0.96)
    expect(confidenceOf(signs, even)).toBeCloseTo(0.9)
    expect(confidenceOf(signs, new Map([...even, [THRESHOLD, 0.97]]))).toBeLessThan(0.9)
  })
  test('what is surer stays surer', () => {
    const calibration = new Map([['direct source', 1], [THRESHOLD, 0.9]])
    const of = (sourceShare: number): number => confidenceOf(signsOf({ kind: 'direct', share: 0.5, sourceShare, speaker: null, cue: 'say', recall: null }), calibration)
    expect(of(0.5)).toBeLessThan(of(0.8))
    expect(of(0.8)).toBeLessThan(of(0.99))
  })
})
