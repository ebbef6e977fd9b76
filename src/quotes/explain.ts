/** Says in words why a speaker was chosen and why marked words are no quote. */
import type { Document, Language } from '../types.js'
import type { Ranked } from './model.js'
import type { Stretch } from './stretches.js'

const RUNNERS_UP = 2

/** The chosen reading and the runners-up with their scores, the chosen first. */
export function evidenceOf({ text }: Document, { tokens }: Language, ranked: readonly Ranked[], chosen: Ranked): string[] {
  const say = ({ candidate: { way, cue, source }, share }: Ranked): string => {
    const score = `score ${share.toFixed(2)}`
    if (way === 'unsaid') return `said by nobody: ${score}`
    if (way === 'continue') return `goes on with the attribution before it: ${score}`
    const who = source ? `“${text.slice(tokens[source.first].start, tokens[source.last - 1].end)}”` : 'no source'
    return `cue “${tokens[cue].text}” with ${who}: ${score}`
  }
  const others = ranked.filter(other => other !== chosen).slice(0, RUNNERS_UP)
  return [`chosen: ${say(chosen)}`, ...others.map(other => `runner-up: ${say(other)}`)]
}

/** Why marked words were taken for words that nobody says. */
export function reasonOf({ text }: Document, { tokens }: Language, { region: { inner }, words, first }: Stretch, ranked: readonly Ranked[]): string {
  const own = text.slice(inner.start, Math.min(inner.end, inner.start + 200)), before = tokens[first - 1]?.lower ?? ''
  const capitals = own.match(/(?<![\p{L}’'])\p{Lu}/gu)?.length ?? 0
  const share = ranked.find(({ candidate }) => candidate.way === 'unsaid')?.share ?? 0, score = `(score ${share.toFixed(2)})`
  if (/^(?:called|named|dubbed|titled|entitled|nicknamed|so-called|termed)$/.test(before)) return `a name or term, introduced by “${before}” ${score}`
  if (words > 1 && capitals >= Math.ceil(words * 0.6)) return `written like a title or name ${score}`
  if (words <= 3) return `a few words in marks and no cue that tells who says them ${score}`
  return `no cue or source nearby that tells who says it ${score}`
}
