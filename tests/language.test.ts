import { readDocument } from '../src/document/index.js'
import { readLanguage } from '../src/language/index.js'
import { expect, test } from '@jest/globals'

const words = (text: string): string[] => readLanguage(readDocument({ id: 'x', text })).tokens.map(t => t.text)

test('splits a possessive before a curly apostrophe', () => {
  expect(words('Ana Ruiz’s boat didn’t sink.')).toEqual(['Ana', 'Ruiz', '’s', 'boat', 'did', 'n’t', 'sink', '.'])
})
