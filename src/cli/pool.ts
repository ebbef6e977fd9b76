/** The crew that does the work: this thread for a little, worker threads for much. What ends a worker costs its document only. */
import { totalmem } from 'node:os'
import { failure, type Failure } from '../errors.js'
import type { OutputContext } from '../output/index.js'
import type { InputDocument } from '../types.js'
import type { Settings } from './settings.js'
import type { Task, WorkerData } from './worker.js'
import { createWork, type Printed, type Work } from './work.js'

/** Workers take a third of a second to start: until this many characters have been met, this thread does the work. */
const LITTLE = 300_000
/** A document longer than this goes to a worker even if it is the only one: it may need more memory than this thread may have. */
const LONG = 4_000_000
const LOOK_AHEAD = { documents: 32, characters: 16_000_000 }

export interface Crew {
  /** Resolves to the document's text, or to what went wrong with it; never rejects. */
  readonly work: (document: InputDocument, maybeFirst: boolean, number: number) => Promise<Printed | Failure>
  /** How much may be begun ahead of its turn at this time. */
  readonly room: () => { readonly items: number; readonly size: number }
  readonly close: () => Promise<void>
}

const failed = ({ id, source }: InputDocument, ...what: [Parameters<typeof failure>[1], string?]): Failure =>
  failure(typeof id === 'string' || typeof id === 'number' ? String(id) : source ?? '-', what[0], what[1], id)

const inThread = (work: Work, document: InputDocument, ...how: [boolean, number]): Printed | Failure => {
  try {
    return work(document, ...how)
  } catch (error) {
    return failed(document, 'internal', (error as Error).message)
  }
}

/** Worker threads: `room` places for documents begun or waiting. */
async function startPool(settings: Settings, context: OutputContext, places: number, memory: number): Promise<Pick<Crew, 'work' | 'close'>> {
  const { default: Tinypool } = await import('tinypool')
  const { jobs, timeout } = settings, epoch = Date.now()
  const begun = new Int32Array(new SharedArrayBuffer(4 * places)), free = [...begun.keys()]
  const pool = new Tinypool({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: jobs, maxThreads: jobs,
    // This process's own flags are not for its workers: --eval would make them run its text.
    execArgv: [],
    workerData: { order: { settings, context }, begun, epoch } satisfies WorkerData,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  // A worker that dies between two documents has harmed none.
  pool.on('error', () => {})
  return {
    async work(document, maybeFirst, number) {
      const place = free.pop()!, stop = new AbortController()
      Atomics.store(begun, place, 0)
      let timer: NodeJS.Timeout | undefined
      const watch = (): void => {
        const since = Atomics.load(begun, place), left = since === 0 ? timeout! : timeout! - (Date.now() - epoch - since)
        if (left <= 0) stop.abort()
        else timer = setTimeout(watch, left)
      }
      if (timeout !== null) watch()
      try {
        return await pool.run({ document, maybeFirst, number, place } satisfies Task, timeout === null ? {} : { signal: stop.signal }) as Printed
      } catch (error) {
        if (stop.signal.aborted) return failed(document, 'timeout', `${timeout! / 1000} s`)
        const { code, message } = error as NodeJS.ErrnoException
        // Without a worker left, those that wait for one would wait for ever.
        if (pool.threads.length === 0) pool.cancelPendingTasks()
        return code === 'ERR_WORKER_OUT_OF_MEMORY' ? failed(document, 'memory') : failed(document, 'internal', message)
      } finally {
        clearTimeout(timer)
        free.push(place)
      }
    },
    close: () => pool.destroy(),
  }
}

/**
 * What one worker may hold, in MB: most of what this machine (or its container) has, since the look-ahead bounds what all
 * hold together, and a document that is larger than the look-ahead is begun alone.
 */
const memoryOfWorker = (): number => Math.floor((0.75 * Math.min(totalmem(), process.constrainedMemory() || Infinity)) / 2 ** 20)

/** The crew of a run. Nothing is loaded before the first document. */
export function createCrew(settings: Settings, context: OutputContext, memory = memoryOfWorker()): Crew {
  const places = LOOK_AHEAD.documents * settings.jobs
  let documents = 0, characters = 0
  let work: Promise<Work> | undefined, pool: ReturnType<typeof startPool> | undefined
  const needsPool = (document: InputDocument): boolean => {
    documents++
    characters += document.text.length
    if (settings.timeout !== null || document.text.length > LONG) return true
    return documents > 1 && settings.jobs > 1 && characters > LITTLE
  }
  return {
    async work(document, maybeFirst, number) {
      if (needsPool(document) || (pool && settings.jobs > 1)) {
        pool ??= startPool(settings, context, places, memory)
        return (await pool).work(document, maybeFirst, number)
      }
      work ??= createWork({ settings, context })
      return inThread(await work, document, maybeFirst, number)
    },
    room: () => (pool ? { items: places, size: LOOK_AHEAD.characters } : { items: 1, size: LOOK_AHEAD.characters }),
    close: async () => (await pool)?.close(),
  }
}
