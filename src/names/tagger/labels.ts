/** BILOU labels: 0 is O; each type has B(egin), I(nside), L(ast) and U(nit), in this order. */
import { NAME_TYPES } from '../../types.js'

export const TYPES = NAME_TYPES
export const LABELS = 1 + 4 * TYPES.length
export const OUTSIDE = 0
export const B = 0, I = 1, L = 2, U = 3

export const label = (type: number, part: number): number => 1 + 4 * type + part
export const typeOf = (own: number): number => (own - 1) >> 2
export const partOf = (own: number): number => (own - 1) & 3

/** Whether a name may end (or none is open) after this label. */
export const isClosed = (own: number): boolean => own === OUTSIDE || partOf(own) >= L
