/** One run: every input read, analysed, narrowed down and printed in order; a bad one is reported and the rest goes on. */
import { analyze } from '../analyze.js'
import { failure, type Failure } from '../errors.js'
import { readInput, type InputItem } from '../input/index.js'
import { outputFormat, type OutputContext, type Result } from '../output/index.js'
import { withOffsets } from '../output/offsets.js'
import { documentRecord } from '../output/records.js'
import { select } from '../select.js'
import type { InputDocument } from '../types.js'
import { findInputs, openInput, type Place } from './inputs.js'
import { fileOutput, standardOutput } from './output.js'
import type { Settings } from './settings.js'

const DEFAULT_WIDTH = 100

const say = (message: string): void => { process.stderr.write(`kpen: ${message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')}\n`) }

function colorOf({ color, output }: Settings): boolean {
  if (color !== 'auto') return color === 'always'
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return output === null && process.stdout.isTTY === true && TERM !== 'dumb'
}

const widthOf = ({ output }: Settings): number =>
  Number(process.env.COLUMNS) || (output === null && process.stdout.columns) || DEFAULT_WIDTH

async function* itemsOf(place: Place, settings: Settings): AsyncGenerator<InputItem> {
  if ('failure' in place) return yield place
  try {
    yield* readInput(await openInput(place), settings.inputFormat)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    yield { failure: failure('path' in place ? place.path : '-', code === 'ENOENT' ? 'missing' : 'unreadable', code ?? message) }
  }
}

/** One document's findings, narrowed down. Throws only on a bug. */
function resultOf(input: InputDocument, settings: Settings, note: (message: string) => void): Result {
  const analysis = analyze(input, { date: settings.date })
  const { record, ambiguous } = select(documentRecord(analysis, { explain: settings.explain, fields: input.fields }), settings.command, settings.selection)
  for (const { asked, names } of ambiguous) note(`'${asked}' fits ${names.join(', ')}: all are taken`)
  return { record: withOffsets(record, input.text, settings.offsets), text: input.text, sentences: analysis.sentences }
}

/** Does the whole work. Resolves to the exit status: 0, or 1 where an input could not be read or analysed. */
export async function run(settings: Settings): Promise<number> {
  const format = await outputFormat(settings.format, settings.command)
  const sink = settings.output === null ? standardOutput() : await fileOutput(settings.output)
  const note = (message: string): void => { if (!settings.quiet) say(message) }
  const places = findInputs(settings.inputs, () => note('no input given: reading the seed article (kpen --help tells more)'))
  let failed = 0, printed = 0, context: OutputContext | undefined
  const contextFor = (several: boolean): OutputContext =>
    ({ command: settings.command, mentions: settings.mentions, explain: settings.explain, width: widthOf(settings), color: colorOf(settings), several })
  const print = async (text: string): Promise<void> => {
    if (text === '') return
    await sink.write(text)
    printed++
  }
  const fail = async (what: Failure, own: OutputContext): Promise<void> => {
    failed++
    say(`${what.input}: ${what.message}`)
    await print(format.failed?.(what, own) ?? '')
  }
  // The first document waits for a second one (or the end), to know whether rows must name theirs.
  let waiting: InputItem | undefined
  const done = async (item: InputItem, several: boolean): Promise<void> => {
    if (context === undefined) {
      context = contextFor(several)
      await sink.write(format.head?.(context) ?? '')
    }
    if ('failure' in item) return fail(item.failure, context)
    let result: Result
    try {
      result = resultOf(item.document, settings, note)
    } catch (error) {
      return fail(failure(String(item.document.id), 'internal', (error as Error).message, item.document.id), context)
    }
    await print(format.document(result, context, printed))
  }
  const streams = settings.format === 'jsonl'
  reading: for await (const place of places) {
    for await (const item of itemsOf(place, settings)) {
      if (sink.closed) break reading
      if (context === undefined && waiting === undefined && !streams) waiting = item
      else {
        if (waiting) await done(waiting, true)
        waiting = undefined
        await done(item, true)
      }
    }
  }
  if (waiting) await done(waiting, false)
  if (context !== undefined) await sink.write(format.tail?.(context, printed) ?? '')
  await sink.finish()
  return failed > 0 ? 1 : 0
}
