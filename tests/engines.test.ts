/** Each engine's script runs through, or says that its engine is not installed. */
import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { ROOT } from './support/kpen.js'

test.each([
  ['bash', 'parallel.sh', /equal to a single run|not installed/],
  ['bash', 'slurm.sh', /Slurm array of 3: 40 documents, equal to a single run/],
  ['bash', 'spark.sh', /equal to a single run|not installed/],
  ['node', 'queue.mjs', /equal to a single run|only the processor is run/],
])('%s %s', (command, script, wanted) => {
  const { status, stdout, stderr } = spawnSync(command, [`${ROOT}tests/engines/${script}`, '40'], { encoding: 'utf8' })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(wanted)
}, 120_000)
