import { isRecord, property } from '../../parsing/json/values.ts'

/**
 * `{transcription: [{text, offsets: {from, to}}]}`; `null` for any other JSON; an empty list if no speech was
 * recognised.
 */
export function transcriptionIn(value: unknown): readonly unknown[] | null {
  const segments = isRecord(value) ? property(value, 'transcription') : null
  if (!Array.isArray(segments)) return null
  if (segments.length === 0) return isRecord(property(value, 'params')) ? segments : null
  return segments.slice(0, 20).some(isSegment) ? segments : null
}

function isSegment(value: unknown): boolean {
  if (typeof property(value, 'text') !== 'string') return false
  const times = property(value, 'offsets') ?? property(value, 'timestamps')
  return isRecord(times) && Object.hasOwn(times, 'from')
}
