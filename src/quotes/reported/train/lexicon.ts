/** The cue forms, counted from the training articles, each with its lemma. */
const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say', saying: 'say', told: 'tell', wrote: 'write', written: 'write', writing: 'write', made: 'make', making: 'make', gave: 'give', given: 'give',
  swore: 'swear', sworn: 'swear', spoke: 'speak', spoken: 'speak', found: 'find', held: 'hold', sent: 'send', shown: 'show', laid: 'lay', took: 'take',
  taken: 'take', put: 'put', read: 'read', heard: 'hear', went: 'go', knew: 'know', thought: 'think', felt: 'feel', saw: 'see', drew: 'draw', cited: 'cite',
  arguments: 'argument', quoted: 'quote', denied: 'deny', replied: 'reply', implied: 'imply', testified: 'testify', clarified: 'clarify', agreed: 'agree',
  quipped: 'quip', tweeted: 'tweet', '\'s': 'be', according: 'according', came: 'come', kept: 'keep', led: 'lead', left: 'leave', met: 'meet', set: 'set',
}

/** The lemma of an English form, given how often each word stands there as a verb or noun. */
export function lemmaOf(form: string, counts: ReadonlyMap<string, number>): string {
  if (form in IRREGULAR) return IRREGULAR[form]
  const stems: string[] = []
  if (form.endsWith('ies') || form.endsWith('ied')) stems.push(`${form.slice(0, -3)}y`)
  if (form.endsWith('ing')) stems.push(form.slice(0, -3), `${form.slice(0, -3)}e`, form.slice(0, -4))
  if (form.endsWith('ed')) stems.push(form.slice(0, -2), form.slice(0, -1), form.slice(0, -3))
  if (form.endsWith('es')) stems.push(form.slice(0, -2), form.slice(0, -1))
  else if (form.endsWith('s') && !form.endsWith('ss') && !form.endsWith('us') && !form.endsWith('is')) stems.push(form.slice(0, -1))
  const known = stems.filter(stem => stem.length > 1 && (counts.get(stem) ?? 0) > 0)
  return known.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? form
}
