// npm's prepare: builds dist/ where TypeScript is there; says so where it is not (npm ci --omit=dev), without failing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const tsc = new URL('./node_modules/typescript/bin/tsc', import.meta.url)
if (existsSync(tsc)) process.exitCode = spawnSync(process.execPath, [tsc.pathname], { stdio: 'inherit' }).status ?? 1
else console.error('kpen: not built, for TypeScript is not installed: run npm ci with the development packages')
