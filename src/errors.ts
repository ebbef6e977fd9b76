/** What can be wrong with an input, by code: one catalogue for messages, error records and exit statuses. */
export const ERROR_CODES = {
  missing: 'no such file or folder',
  unreadable: 'cannot be read',
  'no-text': 'the folder holds no file that kpen can read',
  empty: 'is empty',
  binary: 'is not text (binary data)',
  encoding: 'is not valid UTF-8',
  'bad-json': 'is not valid JSON',
  'bad-record': 'is no record of a document',
  'line-too-long': 'is longer than 64 MB',
  format: 'is not in the format it should be in',
  timeout: 'took longer than --timeout-per-document allows',
  memory: 'needs more memory than there is',
  internal: 'could not be analysed (a bug in kpen: please report it)',
} as const
export type ErrorCode = keyof typeof ERROR_CODES

/** One input or document that could not be read or analysed. The rest goes on. */
export interface Failure {
  /** The input's name for messages: a path, `-`, or with a line number `papers.jsonl:17`. */
  readonly input: string
  readonly code: ErrorCode
  readonly message: string
  /** The document's id where it is known, for its error record. */
  readonly id?: string | number | null
}

export const failure = (input: string, code: ErrorCode, detail?: string, id?: string | number | null): Failure =>
  ({ input, code, message: detail ? `${ERROR_CODES[code]}: ${detail}` : ERROR_CODES[code], ...(id === undefined ? {} : { id }) })

/** The command line is wrong: exit status 2. The message says what to do. */
export class UsageError extends Error {}

/** Thrown by an input format; becomes a Failure of its input. */
export class InputError extends Error {
  constructor(readonly code: ErrorCode, readonly detail?: string) {
    super(detail ? `${ERROR_CODES[code]}: ${detail}` : ERROR_CODES[code])
  }
}
