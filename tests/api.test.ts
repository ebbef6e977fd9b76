/** The public API: exactly what it exports, and that it does what the README says. */
import { expect, test } from '@jest/globals'
import * as kpen from '../src/index.js'

test('exports exactly these values', () => expect(Object.keys(kpen).sort()).toEqual(['analyze', 'documentRecord', 'readKnowledge']))

test('analyze is pure: the same input gives the same record', () => {
  const input = { id: 'a', text: '"We will stay," Ann Lee said on Monday.', date: '2021-03-09' }
  const record = kpen.documentRecord(kpen.analyze(input))
  expect(record).toEqual(kpen.documentRecord(kpen.analyze(input)))
  expect([record.quotes[0].speaker?.name, record.quotes[0].said?.value]).toEqual(['Ann Lee', '2021-03-08'])
})

test('the user\'s own names are taken', () => {
  const { knowledge } = kpen.readKnowledge('name,type,canonical\nAnn Lee,PERSON,Annabel Lee\n')
  expect(kpen.analyze({ id: 'a', text: 'It was Ann Lee.' }, { names: knowledge }).cast.entities.map(e => e.name)).toEqual(['Annabel Lee'])
})
