/** The work on one document, the same in this thread and in a worker: analysed, narrowed down, printed to text. */
import { analyze } from '../analyze.js'
import { readKnowledge } from '../names/knowledge.js'
import { outputFormat, type OutputContext } from '../output/index.js'
import { withOffsets } from '../output/offsets.js'
import { documentRecord } from '../output/records.js'
import { select } from '../select.js'
import { NUMBER_TYPES, type InputDocument } from '../types.js'
import { createCollector } from './garbage.js'
import type { Settings } from './settings.js'

/** What does not change from document to document. Plain data: it can cross a thread. */
export interface Order {
  readonly settings: Settings
  readonly context: OutputContext
}

/** A document's text for the output. */
export interface Printed {
  readonly text: string
  /** Its text if nothing has been printed before it, where that was still open. */
  readonly first?: string
  /** What the format's tail is to know of it. */
  readonly entry?: string
  readonly notes: readonly string[]
}

const WARNINGS: Readonly<Record<string, string>> = { 'not-english': 'does not look like English: kpen reads English only' }

export type Work = (document: InputDocument, maybeFirst: boolean, number: number) => Printed

/** Makes the function that does the work on a document. It throws only on a bug. */
export async function createWork({ settings, context }: Order): Promise<Work> {
  const { command, selection, explain, offsets, date } = settings
  const names = settings.names === null ? undefined : readKnowledge(settings.names).knowledge
  const numbers = command === 'entities' && (selection.types ?? []).some(type => (NUMBER_TYPES as readonly string[]).includes(type))
  const format = await outputFormat(settings.format)
  const until = command === 'entities' && format.rows && !context.mentions ? 'names' : 'quotes'
  const collector = createCollector()
  return (document, maybeFirst, number) => {
    collector(document.text.length)
    const analysis = analyze(document, { date, names, numbers, until })
    const { record, ambiguous } = select(documentRecord(analysis, { explain, fields: document.fields }), command, selection)
    const result = { number, record: withOffsets(record, document.text, format.ownOffsets ? 'utf16' : offsets), text: document.text, sentences: analysis.sentences, tokens: analysis.tokens }
    return {
      text: format.document(result, context, 1),
      ...(context.several && format.entry ? { entry: format.entry(result) } : {}),
      ...(maybeFirst ? { first: format.document(result, context, 0) } : {}),
      notes: [
        ...ambiguous.map(({ asked, names }) => `'${asked}' fits ${names.join(', ')}: all are taken`),
        ...analysis.warnings.map(warning => `${document.id}: ${WARNINGS[warning] ?? warning}`),
      ],
    }
  }
}
