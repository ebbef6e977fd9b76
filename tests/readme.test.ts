/**
 * Every example of the README runs. A ```console block holds `$ command` lines, each followed by what it prints;
 * `$ npm …` and `$ npx kpen …` stand for the built command here. UPDATE_README=1 writes the outputs anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { ROOT, shell } from './support/kpen.js'

const path = `${ROOT}README.md`
let readme = readFileSync(path, 'utf8')

interface Example { readonly command: string; readonly output: string }

const examplesOf = (block: string): Example[] =>
  block.split(/^\$ /m).slice(1).map(part => {
    const [command, ...output] = part.split('\n')
    return { command, output: output.join('\n').trimEnd() }
  })

const blocks = [...readme.matchAll(/^```console\n(.*?)^```/gms)].map(([, block]) => block)
const examples = blocks.flatMap(examplesOf)

/** Installing and testing are what runs this very test. */
const isSetUp = (command: string): boolean => /^(?:npm (?:ci|test|install|run|link)|git clone|cd )/.test(command.split(' && ')[0]) && !command.includes('kpen')

test('there are examples', () => expect(examples.length).toBeGreaterThan(5))

for (const { command, output } of examples) {
  if (isSetUp(command)) continue
  if (command.includes('jq') && shell('command -v jq').status !== 0) {
    test.skip(`${command} (no jq on this machine)`, () => {})
    continue
  }
  test(command, () => {
    const { stdout, status, stderr } = shell(command.replaceAll('npm ci && ', '').replaceAll('npx kpen', 'kpen'))
    const printed = stdout.trimEnd()
    if (process.env.UPDATE_README === '1') {
      readme = readme.replace(`$ ${command}\n${output === '' ? '' : `${output}\n`}`, () => `$ ${command}\n${printed === '' ? '' : `${printed}\n`}`)
      return
    }
    expect(stderr.replace(/^kpen: no input given.*\n/m, '')).toBe('')
    expect(status).toBe(0)
    expect(printed).toBe(output)
  })
}

const scripts = [...readme.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code)
for (const code of scripts) {
  test(code.split('\n')[0], () => {
    const runnable = code.replaceAll("from 'kpen'", `from '${new URL('../dist/index.js', import.meta.url).href}'`)
    const { stdout, status } = shell(`"${process.execPath}" --input-type=module - <<'END_OF_SCRIPT'\n${runnable}\nEND_OF_SCRIPT`)
    expect(status).toBe(0)
    expect(stdout.trimEnd()).toBe([...code.matchAll(/\/\/ → (.*)$/gm)].map(([, line]) => line).join('\n'))
  })
}

afterAll(() => {
  if (process.env.UPDATE_README === '1') writeFileSync(path, readme)
})
