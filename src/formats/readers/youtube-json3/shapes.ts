import type { Score } from '../format.ts'
import { list, own } from '../../parsing/json/values.ts'

/** `{events: [{tStartMs, segs: [{utf8}]}]}`; the first events may be windows without text. */
export function scoreOf(value: unknown): Score {
  const events = list(own(value, 'events')).slice(0, 50)
  const isCaption = (event: unknown) =>
    own(event, 'tStartMs') !== undefined &&
    list(own(event, 'segs')).some((piece) => typeof own(piece, 'utf8') === 'string')
  return events.some(isCaption) ? 'certain' : 'no'
}
