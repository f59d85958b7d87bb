import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/**
 * The chunks of Hugging Face's pipelines: `{text, chunks: [{text, timestamp: [start, end]}]}`, or a bare list of them.
 * insanely-fast-whisper repeats them with speakers under `speakers`, which is preferred. `null` for any other JSON.
 */
export function chunksIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return areChunks(value) ? value : null
  const spoken = asArray(property(value, 'speakers'))
  if (areChunks(spoken)) return spoken
  const chunks = asArray(property(value, 'chunks'))
  if (areChunks(chunks)) return chunks
  return isSilence(value) ? chunks : null
}

function areChunks(values: readonly unknown[]): boolean {
  return values.slice(0, 20).some(isChunk)
}

function isChunk(value: unknown): boolean {
  if (!isRecord(value) || typeof property(value, 'text') !== 'string') return false
  const times = property(value, 'timestamp')
  return Array.isArray(times) && times.length <= 2 && times.every(isTime)
}

function isTime(value: unknown): boolean {
  return value === null || typeof value === 'number'
}

function isSilence(value: unknown): boolean {
  const chunks = property(value, 'chunks')
  return Array.isArray(chunks) && chunks.length === 0 && typeof property(value, 'text') === 'string'
}
