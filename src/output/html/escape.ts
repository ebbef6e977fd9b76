/** What makes a document's words harmless in a page: nothing of them is ever markup. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// Controls that HTML does not allow, and bidi marks that could turn the page's own words round.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g

/** For text and for attributes in double quotation marks. */
export const escaped = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (mark: string) => ENTITIES[mark])
