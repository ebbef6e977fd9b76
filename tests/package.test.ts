/** The packed package, installed in an empty folder and run from there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ROOT } from './support/kpen.js'

let folder: string
const run = (command: string, args: string[], cwd: string): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpen-pack-'))
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)) as { filename: string }[]
  run('npm', ['init', '-y'], folder)
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, filename)], folder)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the command runs and reads the seed', () => {
  const { status, stdout } = spawnSync('npx', ['kpen', 'quotes', '--json', '--quiet'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toHaveLength(9)
})

test('the library can be imported', () => {
  const script = "import { analyze } from 'kpen'; console.log(analyze({ id: 'x', text: 'It was 2018-11-27.' }).dates[0].value)"
  expect(run(process.execPath, ['--input-type=module', '-e', script], folder).trim()).toBe('2018-11-27')
})

test('all that is installed takes no more than 40 MB', () => {
  const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  expect(files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)).toBeLessThan(40e6)
})

test('no training code is packed', () => {
  expect(run('bash', ['-c', 'find node_modules/kpen -path "*train*" -name "*.js" -not -path "*/node_modules/kpen/node_modules/*"'], folder)).toBe('')
})
