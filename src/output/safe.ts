/** Makes a document's words safe to show: no terminal escapes, no bidi marks, no line breaks within a cell. */

// C0 and C1 controls, bidi embeddings, overrides and isolates.
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

// The same, less white space and the marks that only say a word's direction.
const HARMFUL_DATA = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** For cells of data, which may hold several lines and stand on a terminal all the same: what could steer one is made visible as U+FFFD. */
export const harmless = (text: string): string => text.replace(HARMFUL_DATA, '\ufffd')

/** For a terminal: white space folded, other controls made visible as U+FFFD. */
export const visible = (text: string): string => text.replace(BREAK, ' ').replace(HARMFUL, '\ufffd').replace(/ {2,}/g, ' ')
