/** Ways to measure: the processor time of a piece of work, and wall time and peak memory of a process. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'

/**
 * Milliseconds of user time that the quickest of `rounds` runs of each piece takes; the pieces take turns, so that a busy
 * machine hits all alike. The first rounds warm up: what is asked is the speed over an archive, when all code is compiled.
 */
export function quickest(pieces, rounds = 12) {
  const best = Object.fromEntries(Object.keys(pieces).map(name => [name, Infinity]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, piece] of Object.entries(pieces)) {
      const start = process.cpuUsage().user
      piece()
      best[name] = Math.min(best[name], (process.cpuUsage().user - start) / 1000)
    }
  }
  return best
}

/** Runs a command with `input` (an iterable of strings) on its standard input; output is thrown away. */
export function runCommand(command, args, { input, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, args, { stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    let peak = 0, bytes = 0, errors = ''
    const watch = setInterval(() => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0))
      } catch {
        clearInterval(watch)
      }
    }, 50)
    child.stdout.on('data', data => { bytes += data.length })
    child.stderr.on('data', data => { errors += data })
    child.on('error', reject)
    child.on('close', status => {
      clearInterval(watch)
      resolve({ status, seconds: (performance.now() - start) / 1000, peakMb: Math.round(peak / 1024), bytes, errors })
    })
    child.stdin?.on('error', () => {})
    if (input) Readable.from(input).pipe(child.stdin)
  })
}

const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]

/** The median over pairs of how much longer `a` takes than `b`; the two take turns. */
export async function ratioOf(a, b, rounds = 7) {
  const ratios = [], times = { a: [], b: [] }
  for (let round = 0; round <= rounds; round++) {
    const [first, second] = [await a(), await b()]
    if (round === 0) continue
    ratios.push(first.seconds / second.seconds)
    times.a.push(first.seconds)
    times.b.push(second.seconds)
  }
  return { ratio: median(ratios), a: median(times.a), b: median(times.b) }
}
