/** Makes a document's words safe to show: no terminal escapes, no bidi marks, no line breaks within a cell. */

// C0 and C1 controls, bidi embeddings, overrides and isolates.
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/** For a terminal: white space folded, other controls made visible as U+FFFD. */
export const visible = (text: string): string => text.replace(BREAK, ' ').replace(HARMFUL, '\ufffd').replace(/ {2,}/g, ' ')
