/** Many documents at once, one order: work is begun ahead of its turn, but never more than there is room for. */

interface Room {
  readonly items: number
  /** Sum of the sizes; a single item may be larger. */
  readonly size: number
}

const TURN_MS = 50
const turnOfEventLoop = (): Promise<void> => new Promise(resolve => { setImmediate(resolve) })

/**
 * The results of `start` in the order of `items`. An item's room is free again when its result has been taken and used,
 * so a slow user of the results holds up the reading. `start` must not reject. The room is asked for each time: it may grow.
 */
export async function* inOrder<T, R>(items: AsyncIterable<T>, start: (item: T) => Promise<R>, sizeOf: (item: T) => number, room: () => Room): AsyncGenerator<R> {
  const begun: { readonly result: Promise<R>; readonly size: number }[] = []
  let held = 0, ended = false, left = false, turn = performance.now()
  let wake = (): void => {}
  const change = (): Promise<void> => new Promise(resolve => { wake = resolve })
  const begin = async (): Promise<void> => {
    for await (const item of items) {
      const size = sizeOf(item)
      while (!left && begun.length > 0 && (begun.length >= room().items || held + size > room().size)) await change()
      if (left) return
      held += size
      begun.push({ result: start(item), size })
      wake()
    }
  }
  const beginning = begin().finally(() => {
    ended = true
    wake()
  })
  beginning.catch(() => {})
  try {
    for (;;) {
      while (begun.length === 0 && !ended) await change()
      if (begun.length === 0) break
      yield await begun[0].result
      held -= begun.shift()!.size
      wake()
      // Analysis in this thread never waits for anything: signals and a closed pipe are only seen in a turn of the loop.
      if (performance.now() - turn > TURN_MS) {
        await turnOfEventLoop()
        turn = performance.now()
      }
    }
    await beginning
  } finally {
    left = true
    wake()
  }
}
