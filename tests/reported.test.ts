import { findMarks } from '../src/document/marks.js'
import { readDocument } from '../src/document/index.js'
import { readLanguage } from '../src/language/index.js'
import { findReportedClauses } from '../src/quotes/reported/index.js'

/** Every clause as [source, cue lemma, content pieces]. */
const clauses = (text: string) => {
  const document = readDocument({ id: 1, text }), language = readLanguage(document)
  return findReportedClauses(document, language, findMarks(document)).map(({ cue, source, content }) => [
    source && text.slice(language.tokens[source.first].start, language.tokens[source.last - 1].end),
    cue.lemma, content.map(({ start, end }) => text.slice(start, end)).join(' … '),
  ])
}

test.each([
  ['The mayor said that the bridge would reopen in May.', 'The mayor', 'say', 'the bridge would reopen in May'],
  ['Smith told reporters that he had signed the bill.', 'Smith', 'tell', 'he had signed the bill'],
  ['The bridge will reopen in May, officials said.', 'officials', 'say', 'The bridge will reopen in May'],
  ['The dam is safe, said Anna Berg, the chief engineer.', 'Anna Berg', 'say', 'The dam is safe'],
  ['The talks, the minister said, would go on until Friday.', 'the minister', 'say', 'The talks … would go on until Friday'],
  ['According to the police, three men were arrested near the harbour.', 'the police', 'according to', 'three men were arrested near the harbour'],
  ['Three men were arrested near the harbour, according to the police.', 'the police', 'according to', 'Three men were arrested near the harbour'],
  ['She denied that she had seen the letter.', 'She', 'deny', 'she had seen the letter'],
])('%s', (text, source, lemma, content) => {
  const found = clauses(text)
  expect(found).toHaveLength(1)
  expect(found[0]![1]).toBe(lemma)
  expect(found[0]![0]).toContain(source)
  expect(found[0]![2]).toBe(content)
})

test.each([
  'Needless to say, the garden was empty.',
  'Pick a number, say, five.',
  'He thought that the train was late.',
  'They hoped the rain would stop.',
  'The clock on the tower stopped at noon.',
])('reports nothing: %s', text => {
  expect(clauses(text)).toEqual([])
})

test('every piece of content lies in the text and cues inside marks are left out', () => {
  const text = 'The envoy said the plan was “a start, as my father said it would be.”'
  expect(clauses(text).every(([, lemma]) => lemma === 'say')).toBe(true)
  expect(clauses(text)).toHaveLength(1)
})

test('the work on one endless sentence grows with its length only', () => {
  const timed = (times: number): number => {
    const text = 'the minister said that the road, which he told them was closed, would open and '.repeat(times)
    const document = readDocument({ id: 1, text }), language = readLanguage(document), marks = findMarks(document)
    const started = performance.now()
    findReportedClauses(document, language, marks)
    return performance.now() - started
  }
  timed(20)
  // Quadratic work would be 25 times as much.
  expect(timed(250)).toBeLessThan(12 * timed(50) + 500)
})
