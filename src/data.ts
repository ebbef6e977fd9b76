/** Reads the data files (word lists, weights) that lie beside the code in `src/`, from the sources as from `dist/`. */
import { readFileSync } from 'node:fs'

const place = (path: string): URL => new URL(`../src/${path}`, import.meta.url)

/** The bytes of a data file. `path` is relative to `src/`: 'names/data/weights.bin'. */
export const readBytes = (path: string): Buffer => readFileSync(place(path))

/** The lines of a word list, without blank lines and comments (#). */
export const readLines = (path: string): string[] =>
  readFileSync(place(path), 'utf8').split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'))

/** A word list as a set. */
export const readSet = (path: string): ReadonlySet<string> => new Set(readLines(path))
