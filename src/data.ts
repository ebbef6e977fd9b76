/** Reads the data files (word lists, weights) that lie beside the code in `src/`, from the sources as from `dist/`. */
import { existsSync, readFileSync } from 'node:fs'

/** The package's own folder: one up from src/ and dist/, two from dist/bundle/. */
export const HOME = new URL(existsSync(new URL('../package.json', import.meta.url)) ? '../' : '../../', import.meta.url)

const place = (path: string): URL => new URL(`src/${path}`, HOME)

/** What package.json says. */
export const { version: VERSION, description: DESCRIPTION } = JSON.parse(readFileSync(new URL('package.json', HOME), 'utf8')) as { version: string; description: string }

/** The bytes of a data file. `path` is relative to `src/`: 'names/data/weights.bin'. */
export const readBytes = (path: string): Buffer => readFileSync(place(path))

/** The text of a data file. */
export const readText = (path: string): string => readFileSync(place(path), 'utf8')

/** The lines of a word list, without blank lines and comments (#). */
export const readLines = (path: string): string[] =>
  readText(path).split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'))

/** A word list as a set. */
export const readSet = (path: string): ReadonlySet<string> => new Set(readLines(path))
