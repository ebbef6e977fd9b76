/** Which names of peoples, parties and faiths are one: plural and singular, noun and adjective. Never a country. */
import type { Form, Groups } from './forms.js'
import { peoples } from './gazetteer.js'

const stem = (word: string): string => word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word

/** Joins the peoples of a document. */
export function linkPeoples(forms: readonly Form[], groups: Groups): void {
  const seen = new Map<string, Form>()
  for (const form of forms) {
    if (form.family !== 'NORP' || form.words.length === 0) continue
    const last = form.words[form.words.length - 1], group = peoples().get(last)
    const key = [...form.words.slice(0, -1), group === undefined ? stem(last) : `#${group}`].join(' ')
    const other = seen.get(key)
    if (other) groups.join(form.id, other.id)
    else seen.set(key, form)
  }
}
