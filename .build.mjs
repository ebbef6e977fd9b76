// Builds dist/: modules and types by TypeScript, then the same bundled, since 200 files take 60 ms longer to load than a
// few. Run by npm's prepare; says so where the tools are not installed (npm ci --omit=dev), without failing.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const tsc = here('node_modules/typescript/bin/tsc')

if (existsSync(tsc)) {
  process.exitCode = spawnSync(process.execPath, [tsc, '-p', here('tsconfig.json')], { stdio: 'inherit' }).status ?? 1
  const { build } = await import('esbuild')
  rmSync(here('dist/bundle'), { recursive: true, force: true })
  await build({
    entryPoints: ['cli/main', 'cli/worker', 'index'].map(name => here(`dist/${name}.js`)), entryNames: '[name]', outdir: here('dist/bundle'),
    bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', logLevel: 'warning',
  })
} else console.error('kpen: not built, for TypeScript is not installed: run npm ci with the development packages')
