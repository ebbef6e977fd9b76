/** Runs the built command as a user does. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const BIN = `${ROOT}bin/kpen.js`

export interface Outcome { readonly status: number | null; readonly stdout: string; readonly stderr: string }

const plainEnv = (): NodeJS.ProcessEnv => {
  const { NO_COLOR: _n, FORCE_COLOR: _f, COLUMNS: _c, ...env } = process.env
  return env
}

/** `input` goes through a pipe (a redirected file behaves alike); without it standard input is /dev/null. */
export function kpen(args: readonly string[], { input, cwd = ROOT, env = {} }: { input?: string | Buffer; cwd?: string; env?: NodeJS.ProcessEnv } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...plainEnv(), ...env },
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  })
  return { status, stdout, stderr }
}

/** The same through the shell, for redirections and pipes; `kpen` stands for the built command. */
export function shell(line: string, cwd = ROOT): Outcome {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `kpen() { "${process.execPath}" "${BIN}" "$@"; }\n${line}`], { cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: plainEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
  return { status, stdout, stderr }
}
