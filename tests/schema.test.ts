/** Everything printed as JSON fits the schema, and what is wrong does not. */
import { readFileSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from '@jest/globals'
import { kpen, ROOT } from './support/kpen.js'

const ajv = new Ajv2020({ strict: false })
const validators = Object.fromEntries(['entities', 'dates', 'quotes', 'analyze'].map(command => {
  const { status, stdout } = kpen(['schema', command])
  if (status !== 0) throw new Error(`no schema of ${command}`)
  return [command, ajv.compile(JSON.parse(stdout))]
}))

const errorsOf = (command: string, value: unknown): unknown => {
  const validate = validators[command]
  return validate(value) ? null : validate.errors
}

describe('the seed and all cases fit', () => {
  test.each(['entities', 'dates', 'quotes', 'analyze'])('%s of the seed, plain and explained', command => {
    for (const args of [[], ['--explain']]) expect(errorsOf(command, JSON.parse(kpen([command, '--json', '--quiet', ...args]).stdout))).toBeNull()
  })

  test('the cases', () => {
    let seen = 0
    for (const name of readdirSync(`${ROOT}tests/cases`)) {
      const { args, output } = JSON.parse(readFileSync(`${ROOT}tests/cases/${name}/options.json`, 'utf8')) as { args: string[]; output: string }
      if (!/\.jsonl?$/.test(output)) continue
      const text = readFileSync(`${ROOT}tests/cases/${name}/${output}`, 'utf8')
      const value = output.endsWith('l') ? text.trim().split('\n').map(line => JSON.parse(line) as unknown) : JSON.parse(text)
      expect(errorsOf(args[0], value)).toBeNull()
      seen++
    }
    expect(seen).toBeGreaterThan(2)
  })
})

describe('what is wrong does not fit', () => {
  const [quote] = JSON.parse(kpen(['quotes', '--json', '--quiet']).stdout) as Record<string, unknown>[]
  test.each<[string, Record<string, unknown>]>([
    ['an unknown kind', { kind: 'said' }], ['a confidence over 1', { confidence: 2 }], ['a field too many', { mood: 'glad' }],
    ['an offset below 0', { start: -1 }], ['a speaker without a name', { speaker: { entity: null, type: null, mention: null } }],
  ])('%s', (_, wrong) => expect(errorsOf('quotes', [{ ...quote, ...wrong }])).not.toBeNull())
})
