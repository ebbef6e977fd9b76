/** What a run has done, counted: for --report and the exit status. */
import { rename, writeFile } from 'node:fs/promises'
import { UsageError, type Failure } from '../errors.js'
import { fileToReplace } from './output.js'
import { VERSION } from '../data.js'

export interface Report {
  /** `characters` of text were analysed. */
  readonly done: (characters: number) => void
  readonly failed: (failure: Failure) => void
  /** A document that an earlier run had done, or had failed to do. */
  readonly earlier: (failed: boolean) => void
  /** What was done, in a line for people. */
  readonly summary: () => string
  readonly hasFailures: () => boolean
  /** Writes the report. `end` is how the run came to its end: 'complete', 'strict', a signal's name. */
  readonly write: (path: string, end: string) => Promise<void>
}

/** Starts counting, and the clock. */
export function createReport(): Report {
  const start = performance.now(), failures: Failure[] = []
  let done = 0, characters = 0, earlier = 0, failedEarlier = 0
  return {
    done: length => {
      done++
      characters += length
    },
    failed: failure => { failures.push(failure) },
    earlier: failed => {
      earlier++
      if (failed) failedEarlier++
    },
    summary: () => `${done} read, ${failures.length} failed${earlier > 0 ? `, ${earlier} done before` : ''}, ${characters} characters, ${((performance.now() - start) / 1000).toFixed(1)} s`,
    hasFailures: () => failures.length + failedEarlier > 0,
    async write(path, end) {
      const seconds = (performance.now() - start) / 1000, rate = (count: number): number => Number((count / seconds).toPrecision(4))
      const report = {
        kpen: VERSION, end, done, failed: failures.length, earlier, failedEarlier, seconds: Number(seconds.toFixed(3)), characters,
        documentsPerSecond: rate(done + failures.length), charactersPerSecond: rate(characters), failures,
      }
      const target = await fileToReplace(path, '--report'), place = target === null ? path : `${target}.${process.pid}.part`
      try {
        await writeFile(place, `${JSON.stringify(report, null, 2)}\n`)
        if (target !== null) await rename(place, target)
      } catch (error) {
        throw new UsageError(`--report ${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`)
      }
    },
  }
}
