/** Whether the verb before an expression looks ahead: what tells "will resume on Monday" from "resumed on Monday". */
import { wordAt, type Reading } from './match.js'

/** Verbs after which something is yet to come. */
export const MODALS: ReadonlySet<string> = new Set(["will", "'ll", 'would', "'d", 'shall', 'may', 'might', 'could', 'can', 'should', 'must', 'wo'])
/** Words that make a plan of the infinitive after them. */
const PLANS: ReadonlySet<string> = new Set(['plan', 'plans', 'planned', 'planning', 'set', 'due', 'scheduled', 'slated', 'expected', 'expects', 'expect', 'ready', 'likely', 'is', 'are', 'was', 'were', 'be', 'hopes', 'hope', 'hoped', 'intends', 'intend',
  'intended', 'about', 'agreed', 'vowed', 'promised', 'going'])
/** Words that set a day: "scheduled for Monday", "due Friday", "starting Sunday", "ahead of Tuesday". */
const SET_FOR: ReadonlySet<string> = new Set(['scheduled', 'slated', 'planned', 'expected', 'due', 'starting', 'beginning', 'effective', 'payable', 'ahead'])
const PRESENT = /[^s]s$/
const REPORTING = /^(?:says|tells|reports|announces|claims|adds|notes|states|quotes|writes)$/
/** Marks beyond which a verb tells nothing of an expression. */
const MARK = /^(?:["”;:]|'')$/
/** How far before an expression its verb is looked for. */
const REACH = 14

/** `ahead`: a modal verb or a plan; `open`: another infinitive or the present; `told`: anything else, mostly what has happened; `ended`: certainly so; `on`: the end of a range, after its beginning. */
export type Outlook = 'ahead' | 'open' | 'told' | 'ended' | 'on'

/** Whether the plan is one that has been: "had been due to expire". */
const isPerfect = (reading: Reading, i: number): boolean => wordAt(reading, i - 1) === 'had' || wordAt(reading, i - 2) === 'had'

/** What the main verb after an opening phrase looks to: "On Friday, the court will hear them". */
function outlookAfter({ tokens, sentence }: Reading, last: number): Outlook {
  const ceiling = Math.min(sentence.last, last + REACH)
  for (let i = last; i < ceiling; i++) if (tokens[i].pos === 'VERB' || tokens[i].pos === 'AUX') return MODALS.has(tokens[i].lower) ? 'ahead' : 'told'
  return 'told'
}

/** What the verb of an expression that begins at token first looks to: of the clause that it opens, or the nearest before it. */
export function outlookAt(reading: Reading, first: number): Outlook {
  return first - reading.sentence.first <= 1 && !SET_FOR.has(wordAt(reading, first - 1)) ? outlookAfter(reading, first) : outlookBefore(reading, first)
}

/** What the nearest verb before a token looks to, within its sentence and its quotation. */
function outlookBefore(reading: Reading, first: number): Outlook {
  const { tokens, sentence } = reading, floor = Math.max(sentence.first, first - REACH)
  let last = first - 1
  for (; last >= floor; last--) {
    const { lower, pos, text } = tokens[last]
    if (last >= first - 2 && SET_FOR.has(lower)) return isPerfect(reading, last) ? 'told' : 'ahead'
    if (pos === 'VERB' || pos === 'AUX') break
    if (last >= first - 4 && lower === 'until') return wordAt(reading, last - 1) === 'not' ? 'told' : 'ahead'
    if (MARK.test(text)) return 'told'
  }
  if (last < floor) return 'told'
  // "The vote is on Friday."
  if (last >= first - 2 && (tokens[last].lower === 'is' || tokens[last].lower === 'are')) return 'ahead'
  // "The ship docks in mid-September." Reporting verbs in the present tell what was.
  if (tokens[last].pos === 'VERB' && PRESENT.test(tokens[last].lower) && !REPORTING.test(tokens[last].lower)) return 'open'
  for (let i = last; i >= Math.max(sentence.first, last - REACH); i--) {
    const { lower, pos } = tokens[i]
    // "was to have left", "would have left"
    if ((lower === 'to' || MODALS.has(lower)) && wordAt(reading, i + 1) === 'have') return 'told'
    if (lower === 'to' && pos === 'PART') return !PLANS.has(wordAt(reading, i - 1)) ? 'open' : isPerfect(reading, i - 1) ? 'told' : 'ahead'
    if (MODALS.has(lower)) return 'ahead'
    if (pos !== 'VERB' && pos !== 'AUX' && pos !== 'ADV' && lower !== 'not' && lower !== "n't") break
  }
  return 'told'
}
