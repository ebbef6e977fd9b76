/** That the doors between the rooms are really shut: a forbidden import must fail. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ROOT } from './support/kpen.js'

test('an import against the one way is found', () => {
  const bad = `${ROOT}src/dates/forbidden.ts`
  writeFileSync(bad, "import { main } from '../cli/main.js'\nexport const forbidden = main\n")
  try {
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src'], { cwd: ROOT, encoding: 'utf8' })
    expect(status).not.toBe(0)
    expect(stdout).toContain('nothing-imports-the-command-line')
  } finally {
    rmSync(bad)
  }
})
