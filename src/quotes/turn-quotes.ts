/** Direct quotes from the turns of a transcript: the label is the source. */
import type { Cast, Entity, Speaker } from '../types.js'
import { draftOf, speak, type Draft, type Room } from './draft.js'
import { foldText, matchSpeaker } from './speakers.js'
import type { Turn } from './turns.js'

const CERTAINTY = 0.97

/** The person named most whose surname a label in capitals is: the names that shouted words are taken for are seldom right. */
function shouted({ entities }: Cast, { mention }: Speaker): Entity | null {
  const surname = mention?.text ?? ''
  if (!/^\p{Lu}{3,}$/u.test(surname)) return null
  let best: Entity | null = null
  for (const entity of entities) {
    if (entity.type === 'PERSON' && foldText(entity.name).endsWith(` ${foldText(surname)}`) && (best === null || entity.mentions.length > best.mentions.length)) best = entity
  }
  return best
}

/** The speaker of a label: the mention that it is, else the one person of the article whom its words name. */
function speakerOfLabel(room: Room, cast: Cast, { label }: Turn): Speaker {
  const { speaker } = speak(room, label), own = shouted(cast, speaker)
  if (own) return { ...speaker, name: own.name, entity: own.id, type: own.type }
  if (speaker.entity !== null) return speaker
  const named = new Set(matchSpeaker(cast.entities, speaker.name)), persons = cast.entities.filter(({ id, type }) => type === 'PERSON' && named.has(id))
  return persons.length === 1 && speaker.name.length > 1 ? { ...speaker, name: persons[0].name, entity: persons[0].id, type: 'PERSON' } : speaker
}

export const turnQuotes = (room: Room, cast: Cast, turns: readonly Turn[]): Draft[] => turns.map(turn => draftOf(room, {
  kind: 'direct', extent: { start: turn.content[0].start, end: turn.content.at(-1)!.end }, spans: turn.content, content: turn.content, cue: null,
  speaker: speakerOfLabel(room, cast, turn), sentence: turn.sentence, confidence: { kind: 'turn', share: CERTAINTY, sourceShare: CERTAINTY }, rule: 'turn of a transcript', evidence: () => ['the label before the colon'], utterance: turn,
}))
