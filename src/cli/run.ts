/** One run: every input read, analysed, narrowed down and printed in order; a bad one is reported and the rest goes on. */
import { failure, UsageError, type Failure } from '../errors.js'
import { readInput, type InputItem } from '../input/index.js'
import { visible } from '../output/safe.js'
import { outputFormat, type OutputContext, type OutputFormat } from '../output/index.js'
import { inOrder } from './batch.js'
import { bytesOf, findInputs, openInput, type Place } from './inputs.js'
import { folderOutput, type Folder } from './folder.js'
import { fileOutput, NO_SINK, standardOutput, type Sink } from './output.js'
import { createCrew, type Crew } from './pool.js'
import { createProgress, NO_PROGRESS, type Progress } from './progress.js'
import { createReport } from './report.js'
import { resumeOutput } from './resume.js'
import type { Settings } from './settings.js'
import { shareOf } from './shard.js'
import { onSignals } from './signals.js'
import type { InputDocument } from '../types.js'
import type { Printed } from './work.js'

const DEFAULT_WIDTH = 100

export const SEED_NOTE = 'no input given: reading the seed article (kpen --help tells more)'

export const say = (message: string): void => { process.stderr.write(`kpen: ${visible(message)}\n`) }

function colorOf({ color, output }: Settings): boolean {
  if (color !== 'auto') return color === 'always'
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return output === null && process.stdout.isTTY === true && TERM !== 'dumb'
}

const widthOf = ({ output }: Settings): number =>
  Number(process.env.COLUMNS) || (output === null && process.stdout.columns) || DEFAULT_WIDTH

const contextOf = (settings: Settings, several: boolean): OutputContext => {
  const { command, mentions, explain, offsets, excel, columns, cut, selection } = settings
  return { command, mentions, explain, offsets, excel, columns, sorted: selection.sort !== null, cut, width: widthOf(settings), color: colorOf(settings), several }
}

/** Only for people: standard error is a terminal, and the findings do not run over the same one. */
function progressOf({ quiet, output, inputs, resume }: Settings): Progress {
  if (quiet || !process.stderr.isTTY || (output === null && resume === null && process.stdout.isTTY)) return NO_PROGRESS
  return createProgress({ write: text => process.stderr.write(text), width: process.stderr.columns || DEFAULT_WIDTH, now: () => performance.now(), total: () => bytesOf(inputs) })
}

export async function* itemsOf(places: AsyncIterable<Place>, settings: Settings, read: (bytes: number) => void = () => {}): AsyncGenerator<InputItem> {
  for await (const place of places) {
    if ('failure' in place) {
      yield place
      continue
    }
    try {
      yield* readInput(await openInput(place, read), settings.inputFormat, settings.read)
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      yield { failure: failure('path' in place ? place.path : '-', code === 'ENOENT' ? 'missing' : 'unreadable', code === 'ENOENT' ? undefined : code ?? message) }
    }
  }
}

const ONE = { items: 1, size: 0 }

interface Item { readonly item: InputItem; readonly several: boolean }

/** Each item with whether there are several: the first waits for a second one (or the end), unless it is to come at once. */
async function* inCompany(items: AsyncIterable<InputItem>, atOnce: boolean): AsyncGenerator<Item> {
  let waiting: InputItem | undefined, any = atOnce
  for await (const item of items) {
    if (waiting) yield { item: waiting, several: true }
    waiting = any ? undefined : item
    if (any) yield { item, several: true }
    any = true
  }
  if (waiting) yield { item: waiting, several: false }
}

type Outcome =
  | { readonly failure: Failure }
  | (Printed & { readonly document: InputDocument })

interface Printer {
  /** Whether the next document may be the first that prints anything. */
  readonly isBlank: () => boolean
  readonly outcome: (outcome: Outcome) => Promise<void>
  readonly tail: () => Promise<void>
}

/** Puts outcomes onto the sink, between the format's head and tail. */
function createPrinter(format: OutputFormat, sink: Sink, context: () => OutputContext): Printer {
  const entries: string[] = []
  let printed = 0, opened = false
  const print = async (text: string): Promise<void> => {
    if (text === '') return
    await sink.write(text)
    printed++
  }
  const open = async (): Promise<void> => {
    if (!opened) await sink.write(format.head?.(context()) ?? '')
    opened = true
  }
  return {
    isBlank: () => printed === 0,
    async outcome(outcome) {
      await open()
      if ('failure' in outcome) return print(format.failed?.(outcome.failure, context()) ?? '')
      if (outcome.entry !== undefined) entries.push(outcome.entry)
      await print(printed === 0 && outcome.first !== undefined ? outcome.first : outcome.text)
    },
    async tail() {
      await open()
      await sink.write(format.tail?.(context(), printed, entries) ?? '')
    },
  }
}

/** Puts each document into the folder. */
const folderPrinter = (folder: Folder): Printer => ({
  isBlank: () => false,
  async outcome(outcome) {
    if ('document' in outcome) await folder.add(String(outcome.document.id), outcome.document.text, outcome.text)
  },
  async tail() {},
})

/** Does the whole work. Resolves to the exit status: 0, or 1 where an input could not be read or analysed. */
export async function run(settings: Settings): Promise<number> {
  const format = await outputFormat(settings.format)
  const resumed = settings.resume === null ? null : await resumeOutput(settings.resume, settings)
  const folder = format.folder && settings.output !== null ? await folderOutput(settings.output, format.folder) : null
  const sink = folder ? { ...NO_SINK, ...folder } : resumed?.sink ?? (settings.output === null ? standardOutput() : await fileOutput(settings.output))
  const progress = progressOf(settings)
  const tell = (message: string): void => {
    progress.clear()
    say(message)
  }
  const note = (message: string): void => { if (!settings.quiet) tell(message) }
  const report = createReport(), signals = onSignals()
  const places = findInputs(settings.inputs, () => note(SEED_NOTE))
  let items: AsyncIterable<InputItem> = itemsOf(places, settings, progress.read)
  if (settings.shard) items = shareOf(items, settings.shard)
  if (resumed) items = resumed.rest(items, report.earlier)

  let context: OutputContext | undefined, crew: Crew | undefined, number = 0
  const printer = folder ? folderPrinter(folder) : createPrinter(format, sink, () => (context ??= contextOf(settings, false)))
  const start = async ({ item, several }: Item): Promise<Outcome> => {
    if (several && format.folder && !folder) throw new UsageError(`${format.name} takes one document here, for its offsets point into one text: name a folder for several with --output`)
    context ??= contextOf(settings, several)
    if ('failure' in item) return { failure: item.failure }
    crew ??= createCrew(settings, context)
    const done = await crew.work(item.document, settings.format !== 'jsonl' && printer.isBlank(), ++number)
    return 'code' in done ? { failure: done } : { ...done, document: item.document }
  }
  const sizeOf = ({ item }: Item): number => ('document' in item ? item.document.text.length : 0)
  const outcomes = inOrder(inCompany(items, settings.format === 'jsonl'), start, sizeOf, () => crew?.room() ?? ONE)
  /** Takes the outcomes as they come; resolves to how it ended. */
  const work = async (): Promise<string> => {
    for (;;) {
      const next = await signals.orSignal(outcomes.next())
      if (typeof next === 'string') return next
      if (next.done) return 'complete'
      const outcome = next.value
      if ('failure' in outcome) {
        report.failed(outcome.failure)
        tell(`${outcome.failure.input}: ${outcome.failure.message}`)
        if (settings.strict) return 'strict'
      } else {
        const { id, text: { length } } = outcome.document
        report.done(length)
        progress.done(length)
        outcome.notes.forEach(note)
        if (settings.verbose) tell(`${id}: read (${length} characters)`)
      }
      await printer.outcome(outcome)
      if (sink.closed) return 'closed'
    }
  }
  let end = 'error'
  try {
    end = await work()
    if (end === 'complete') await printer.tail()
  } finally {
    progress.clear()
    // Nothing more is wanted: a source that is still open shall not keep the process.
    if (end !== 'complete') {
      process.stdin.destroy()
      void outcomes.return(undefined)
    }
    await (end === 'complete' || end === 'closed' ? sink.finish() : sink.abandon()).finally(() => crew?.close())
  }
  if (settings.report !== null) await report.write(settings.report, end)
  if (settings.verbose) tell(report.summary())
  signals.off(end)
  return report.hasFailures() ? 1 : 0
}
