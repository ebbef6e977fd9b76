/** Every form in which articles come in, and how to tell which one an input has. */
import { extname } from 'node:path'
import { failure, InputError } from '../errors.js'
import { csv, tsv } from './csv.js'
import { docx } from './docx.js'
import { markedEncoding, recoded } from './encoding.js'
import { USUAL, type InputFormat, type InputItem, type RawInput, type ReadOptions } from './format.js'
import { gunzip, isGzip } from './gzip.js'
import { html } from './html.js'
import { jsonl } from './jsonl.js'
import { pdf } from './pdf.js'
import { text } from './text.js'

export { idOf } from './format.js'
export type { InputFormat, InputItem, RawInput, ReadOptions } from './format.js'

/** By name. The first whose `proves` says yes wins; then the name counts; then the first whose `sniff` says yes. Their libraries are loaded when used. */
export const INPUT_FORMATS: readonly InputFormat[] = [jsonl, html, pdf, docx, csv, tsv, text]

const extensionOf = (name: string): string => extname(name.replace(/\.gz$/i, '')).slice(1).toLowerCase()

/** Whether a file in a folder is one that kpen reads, by its name. */
export const isReadable = (name: string): boolean => INPUT_FORMATS.some(f => f.extensions.includes(extensionOf(name)))

function formatOf(input: RawInput, wanted: string): InputFormat {
  return INPUT_FORMATS.find(f => f.name === wanted)
    ?? INPUT_FORMATS.find(f => f.proves?.(input.head))
    ?? INPUT_FORMATS.find(f => f.extensions.includes(extensionOf(input.name)))
    ?? INPUT_FORMATS.find(f => f.sniff?.(input.head))
    ?? text
}

/** The documents of one input; what is wrong with it comes as an item too, never as an exception. */
export async function* readInput(input: RawInput, format = 'auto', options: ReadOptions = USUAL): AsyncGenerator<InputItem> {
  try {
    const plain = isGzip(input.head) ? await gunzip(input) : input
    const encoding = options.encoding ?? markedEncoding(plain.head), chosen = formatOf(recoded(plain, encoding), format)
    yield* chosen.read(chosen.binary ? plain : recoded(plain, encoding ?? chosen.declaredEncoding?.(plain.head) ?? null), options)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof InputError) yield { failure: failure(input.name, error.code, error.detail) }
    else yield { failure: failure(input.name, 'unreadable', code ?? message) }
  }
}
