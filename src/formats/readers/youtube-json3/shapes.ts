import type { Score } from '../format.ts'
import { asArray, property } from '../../parsing/json/values.ts'

/** `{events: [{tStartMs, segs: [{utf8}]}]}`; the first events may have no text. */
export function scoreYoutubeJson3(value: unknown): Score {
  const events = asArray(property(value, 'events')).slice(0, 50)
  const isCaption = (event: unknown) =>
    property(event, 'tStartMs') !== undefined &&
    asArray(property(event, 'segs')).some((piece) => typeof property(piece, 'utf8') === 'string')
  return events.some(isCaption) ? 'certain' : 'no'
}
