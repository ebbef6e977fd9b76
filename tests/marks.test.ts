import { describe, expect, test } from '@jest/globals'
import { readDocument } from '../src/document/index.js'
import { findMarks } from '../src/document/marks.js'

const inners = (text: string): string[] => findMarks(readDocument({ id: 1, text })).map(({ inner }) => text.slice(inner.start, inner.end))

describe('marks', () => {
  test.each([
    ['straight', 'He said "it rains" and left.', ['it rains']],
    ['curly', 'He said “it rains” and left.', ['it rains']],
    ['wrong-way curly', 'He said ”it rains” and ”pours“ too.', ['it rains', 'pours']],
    ['mixed pair', 'He said “it rains" and left.', ['it rains']],
    ['guillemets', 'He said «it rains» and left.', ['it rains']],
    ['low and high', 'He said „it rains“ and left.', ['it rains']],
    ['LaTeX', "He said ``it rains'' and left.", ['it rains']],
    ['left over from HTML', 'He said &quot;it rains&quot; and left.', ['it rains']],
    ['nested double', 'He said "she called it "wet" weather" and left.', ['she called it "wet" weather']],
    ['single inside double', "He said \"she called it 'wet' today\" and left.", ["she called it 'wet' today"]],
    ['feet and inches', 'He is 5\'11" tall and said "no" twice.', ['no']],
    ['apostrophes', "It's the workers' hall in the '90s.", []],
    ['none', 'Nothing is marked here.', []],
    ['empty', 'The pair "" holds nothing.', []],
  ])('%s', (_, text, expected) => expect(inners(text)).toEqual(expected))

  test('single marks where they are the style', () => {
    const text = "‘We won’t close the workers’ hall,’ said Ada Moss.\n\n‘They cannot make us leave it,’ she said. ‘Nobody asked us.’"
    expect(inners(text)).toEqual(['We won’t close the workers’ hall,', 'They cannot make us leave it,', 'Nobody asked us.'])
  })

  test('a mark never closed ends with its paragraph and spoils nothing after it', () => {
    const text = 'He said "it rains and left.\n\nShe said "it snows" at noon.'
    expect(inners(text)).toEqual(['it rains and left.', 'it snows'])
    expect(findMarks(readDocument({ id: 1, text })).map(region => region.closed)).toEqual([false, true])
  })

  test('one opened before the last was closed ends that one', () => {
    expect(inners('"It rains, she said. "It snows," he said.')).toEqual(['It rains, she said.', 'It snows,'])
  })

  test.each([
    ['100,000 marks', 'a "b" '.repeat(50_000)],
    ['marks never closed', '"a '.repeat(100_000)],
    ['nothing but marks', '"'.repeat(200_000)],
    ['single marks', "'a b c d ".repeat(50_000)],
  ])('reads %s quickly', (_, text) => {
    const started = Date.now()
    findMarks(readDocument({ id: 1, text }))
    expect(Date.now() - started).toBeLessThan(3000)
  })
})
