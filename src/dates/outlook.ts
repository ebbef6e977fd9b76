/** Whether the verb before an expression looks ahead: what tells "will resume on Monday" from "resumed on Monday". */
import { wordAt, type Reading } from './match.js'

const MODALS: ReadonlySet<string> = new Set(["will", "'ll", 'would', "'d", 'shall', 'may', 'might', 'could', 'can', 'should', 'must', 'wo'])
/** Words that make a plan of the infinitive after them. */
const PLANS: ReadonlySet<string> = new Set(['plan', 'plans', 'planned', 'planning', 'set', 'due', 'scheduled', 'slated', 'expected', 'expects', 'expect', 'ready', 'likely', 'is', 'are', 'was', 'were', 'be', 'hopes', 'hope', 'hoped', 'intends', 'intend',
  'intended', 'about', 'agreed', 'vowed', 'promised', 'going'])
/** How far before an expression its verb is looked for. */
const REACH = 14

/** `ahead`: a modal verb or a plan; `open`: another infinitive; `told`: anything else, mostly what has happened; `ended`: certainly so. */
export type Outlook = 'ahead' | 'open' | 'told' | 'ended'

/** What the main verb after an opening phrase looks to: "On Friday, the court will hear them". */
function outlookAfter({ tokens, sentence }: Reading, last: number): Outlook {
  const ceiling = Math.min(sentence.last, last + REACH)
  for (let i = last; i < ceiling; i++) if (tokens[i].pos === 'VERB' || tokens[i].pos === 'AUX') return MODALS.has(tokens[i].lower) ? 'ahead' : 'told'
  return 'told'
}

/** What the verb of an expression that begins at token first looks to: of the clause that it opens, or the nearest before it. */
export function outlookAt(reading: Reading, first: number): Outlook {
  return first - reading.sentence.first <= 1 ? outlookAfter(reading, first) : outlookBefore(reading, first)
}

/** What the nearest verb before a token looks to, within its sentence and its quotation. */
function outlookBefore(reading: Reading, first: number): Outlook {
  const { tokens, sentence } = reading, floor = Math.max(sentence.first, first - REACH)
  let last = first - 1
  while (last >= floor && tokens[last].pos !== 'VERB' && tokens[last].pos !== 'AUX') {
    if (tokens[last].lower === 'until' && last >= first - 4) return wordAt(reading, last - 1) === 'not' ? 'told' : 'ahead'
    if (/^(?:["”;:]|'')$/.test(tokens[last].text)) return 'told'
    last--
  }
  if (last < floor) return 'told'
  // "The vote is on Friday."
  if (last >= first - 2 && (tokens[last].lower === 'is' || tokens[last].lower === 'are')) return 'ahead'
  for (let i = last; i >= sentence.first; i--) {
    const { lower, pos } = tokens[i]
    if (lower === 'to' && pos === 'PART') return !PLANS.has(wordAt(reading, i - 1)) ? 'open' : wordAt(reading, i - 2) === 'had' || wordAt(reading, i - 3) === 'had' ? 'told' : 'ahead'
    if (MODALS.has(lower)) return 'ahead'
    if (pos !== 'VERB' && pos !== 'AUX' && pos !== 'ADV' && lower !== 'not' && lower !== "n't") break
  }
  return 'told'
}
