#!/usr/bin/env node
import { statSync } from 'node:fs'

const builtAt = place => statSync(new URL(place, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0
const BUNDLE = '../dist/bundle/main.js', MODULES = '../dist/cli/main.js'
// The bundle loads faster, but a bare tsc builds the modules only.
const modules = builtAt(MODULES), bundle = builtAt(BUNDLE)
if (modules === 0 && bundle === 0) {
  console.error('kpen: not built: run npm ci (with the development packages) first')
  process.exitCode = 1
} else await (await import(bundle >= modules ? BUNDLE : MODULES)).main(process.argv.slice(2))
