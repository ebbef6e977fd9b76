/** `kpen text`: the text that offsets point into, of each input. */
import { findInputs } from './inputs.js'
import { fileOutput, standardOutput } from './output.js'
import { itemsOf, say, SEED_NOTE } from './run.js'
import type { Settings } from './settings.js'

/** Prints the texts one after the other (with a line break after each that has none), or a JSON record a line. */
export async function printTexts(settings: Settings): Promise<number> {
  const sink = settings.output === null ? standardOutput() : await fileOutput(settings.output)
  let failed = false
  for await (const item of itemsOf(findInputs(settings.inputs, () => { if (!settings.quiet) say(SEED_NOTE) }), settings)) {
    if (sink.closed) break
    if ('failure' in item) {
      failed = true
      say(`${item.failure.input}: ${item.failure.message}`)
      continue
    }
    const { id, source = null, title = null, date = null, text } = item.document
    await sink.write(settings.format === 'json' ? `${JSON.stringify({ id, source, title, date, text })}\n` : text.endsWith('\n') ? text : `${text}\n`)
  }
  await sink.finish()
  return failed ? 1 : 0
}
