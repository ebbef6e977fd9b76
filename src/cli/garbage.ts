/**
 * Memory that stays flat. V8 lets its heap grow to several times what is live before it collects all of it, the more the
 * longer a run lasts: 20,000 documents held half as much again as 1,000. A full collection now and then costs about 1 %.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Characters of text between two collections. */
const EVERY = 1_000_000

let collect: (() => void) | undefined

/** Returns what is to be told the length of each text that has been read. */
export function createCollector(): (characters: number) => void {
  let since = 0
  return characters => {
    since += characters
    if (since < EVERY) return
    since = 0
    if (!collect) {
      // The function can be had only from a context made while the flag is set.
      setFlagsFromString('--expose-gc')
      collect = runInNewContext('gc') as () => void
      setFlagsFromString('--no-expose-gc')
    }
    collect()
  }
}
