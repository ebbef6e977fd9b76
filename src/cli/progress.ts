/** A line on a terminal's standard error that says how far a long run is; nothing for a short one, nothing elsewhere. */

const PATIENCE_MS = 1000
const PERIOD_MS = 200

export interface Progress {
  /** Bytes of the inputs that were read. */
  readonly read: (bytes: number) => void
  /** A document of so many characters is done. */
  readonly done: (characters: number) => void
  /** Takes the line away, so that a message can be written. */
  readonly clear: () => void
}

export interface ProgressOptions {
  readonly write: (text: string) => void
  /** Columns of the terminal. */
  readonly width: number
  /** Milliseconds. */
  readonly now: () => number
  /** Resolves to the bytes of all inputs, null where that cannot be told; asked for only if the run turns out long. */
  readonly total: () => Promise<number | null>
}

const short = (n: number): string => (n < 1000 ? n.toFixed(n < 10 ? 1 : 0) : n < 1e6 ? `${(n / 1e3).toFixed(n < 1e4 ? 1 : 0)} k` : `${(n / 1e6).toFixed(n < 1e7 ? 1 : 0)} M`)

/** Seconds as `0:42` or `1:05:00`. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds), s = String(whole % 60).padStart(2, '0'), m = Math.floor(whole / 60)
  return m < 60 ? `${m}:${s}` : `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}:${s}`
}

/** Counts, and writes at most five times a second. */
export function createProgress({ write, width, now, total }: ProgressOptions): Progress {
  const start = now()
  let bytes = 0, documents = 0, characters = 0, last = start, shown = false
  let all: number | null | undefined
  const line = (): string => {
    const seconds = (now() - start) / 1000, share = all ? Math.min(1, bytes / all) : null
    const parts = [
      ...(share === null ? [] : [`${Math.floor(100 * share)}%`]), `${documents} document${documents === 1 ? '' : 's'}`,
      `${short(documents / seconds)}/s`, `${short(characters / seconds)} characters/s`,
      ...(share !== null && share > 0.01 && share < 1 ? [`${clock((seconds / share) * (1 - share))} left`] : []),
    ]
    return `kpen: ${parts.join(', ')}`.slice(0, Math.max(0, width - 1))
  }
  return {
    read: count => { bytes += count },
    done(length) {
      documents++
      characters += length
      const time = now()
      if (time - start < PATIENCE_MS || time - last < PERIOD_MS) return
      last = time
      if (all === undefined) {
        all = null
        total().then(sum => { all = sum }, () => {})
      }
      write(`\r\x1b[K${line()}`)
      shown = true
    },
    clear() {
      if (shown) write('\r\x1b[K')
      shown = false
    },
  }
}

const quiet = (): void => {}
export const NO_PROGRESS: Progress = { read: quiet, done: quiet, clear: quiet }
