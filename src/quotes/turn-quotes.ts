/** Direct quotes from the turns of a transcript: the label is the source. */
import type { Cast, Speaker } from '../types.js'
import { draftOf, speak, type Draft, type Room } from './draft.js'
import { matchSpeaker } from './speakers.js'
import type { Turn } from './turns.js'

const CERTAINTY = 0.97

/** The speaker of a label: the mention that it is, else the one person of the article whom its words name. */
function speakerOfLabel(room: Room, cast: Cast, { label }: Turn): Speaker {
  const { speaker } = speak(room, label)
  if (speaker.entity !== null) return speaker
  const named = new Set(matchSpeaker(cast.entities, speaker.name)), persons = cast.entities.filter(({ id, type }) => type === 'PERSON' && named.has(id))
  return persons.length === 1 && speaker.name.length > 1 ? { ...speaker, name: persons[0].name, entity: persons[0].id, type: 'PERSON' } : speaker
}

export const turnQuotes = (room: Room, cast: Cast, turns: readonly Turn[]): Draft[] => turns.map(turn => draftOf(room, {
  kind: 'direct', extent: { start: turn.content[0].start, end: turn.content.at(-1)!.end }, spans: turn.content, content: turn.content, cue: null,
  speaker: speakerOfLabel(room, cast, turn), sentence: turn.sentence, confidence: { kind: 'turn', share: CERTAINTY, sourceShare: CERTAINTY }, rule: 'turn of a transcript', evidence: () => ['the label before the colon'], utterance: turn,
}))
