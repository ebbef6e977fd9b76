/** Ctrl-C and a batch system's order to stop: the document being written is written to its end, then the run ends. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Signals {
  /** What comes first, the promise's value or a signal's name. A second signal ends the process at once, as ever. */
  readonly orSignal: <T>(promise: Promise<T>) => Promise<T | string>
  /** Stops listening; where the run ended by a signal, the process dies of it, so that its parent sees why. */
  readonly off: (end: string) => void
}

export function onSignals(): Signals {
  let heard: string | undefined, hear = (_signal: string): void => {}
  const listener = (name: string): void => {
    for (const one of SIGNALS) process.off(one, listener)
    heard = name
    hear(name)
  }
  for (const one of SIGNALS) process.on(one, listener)
  return {
    // Promise.race would hold on to every promise that it was ever given.
    orSignal: promise => (heard !== undefined ? Promise.resolve(heard) : new Promise((resolve, reject) => {
      hear = resolve
      promise.then(resolve, reject)
    })),
    off(end) {
      for (const one of SIGNALS) process.off(one, listener)
      const own = SIGNALS.find(one => one === end)
      if (own) process.kill(process.pid, own)
    },
  }
}
