/** Reads the file of --names and checks it: a line that is wrong is the command line's fault. */
import { readFileSync } from 'node:fs'
import { UsageError } from '../errors.js'
import { readKnowledge } from '../names/knowledge.js'

/** The file's text, without errors in it. Throws UsageError, one line for each error. */
export function readNames(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`--names ${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  const { errors } = readKnowledge(text)
  if (errors.length > 0) throw new UsageError(errors.map(error => `${path}: ${error}`).join('\nkpen: '))
  return text
}
