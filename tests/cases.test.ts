/** Cases on disk: tests/cases/NAME/{input.*, options.json, output.*}. UPDATE_CASES=1 writes the outputs anew: read the difference. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { kpen, ROOT } from './support/kpen.js'

interface Options { readonly args: readonly string[]; readonly output: string; readonly status?: number; readonly stderr?: string; readonly env?: Record<string, string> }

const folder = `${ROOT}tests/cases`

for (const name of readdirSync(folder).sort()) {
  test(name, () => {
    const own = `${folder}/${name}`
    const options = JSON.parse(readFileSync(`${own}/options.json`, 'utf8')) as Options
    const { stdout, stderr, status } = kpen(options.args, { cwd: own, env: options.env })
    const place = `${own}/${options.output}`
    if (process.env.UPDATE_CASES === '1') writeFileSync(place, stdout)
    expect(existsSync(place)).toBe(true)
    expect(stdout).toBe(readFileSync(place, 'utf8'))
    expect(stderr).toBe(options.stderr ?? '')
    expect(status).toBe(options.status ?? 0)
  })
}
