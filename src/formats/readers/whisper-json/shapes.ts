import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** Keys under which servers put Whisper's answer. */
const wrappers = ['result', 'data', 'response', 'output', 'transcription', 'transcript', 'results']

/**
 * Whisper's answer in a file: the whole value, what a server wraps in `result` or the like, or the answers of a list
 * (of WhisperKit, or of a recording in parts) as one.
 */
export function whisperAnswerIn(value: unknown): unknown {
  let inner = value
  for (let depth = 0; depth < 3; depth += 1) {
    if (whisperSegmentsIn(inner) !== null || hasOnlyWords(inner)) return inner
    const list = asArray(inner)
    if (list.length > 0) {
      const segments = list.flatMap((answer) => asArray(property(answer, 'segments')))
      return segments.slice(0, 20).some(isSegment)
        ? { language: property(list[0], 'language'), segments }
        : value
    }
    const key = wrappers.find((each) => typeof property(inner, each) === 'object')
    if (key === undefined) return value
    inner = property(inner, key)
  }
  return value
}

/**
 * The segments of Whisper and related programs: `{segments: [{start, end, text}]}`, or a bare list of them. `null` for
 * any other JSON; an empty list if no speech was recognised.
 */
export function whisperSegmentsIn(value: unknown): readonly unknown[] | null {
  const segments = Array.isArray(value) ? value : property(value, 'segments')
  if (!Array.isArray(segments)) return null
  if (segments.length === 0) return typeof property(value, 'text') === 'string' ? segments : null
  return segments.slice(0, 20).some(isSegment) ? segments : null
}

function isSegment(value: unknown): boolean {
  if (!isRecord(value)) return false
  const hasText =
    typeof property(value, 'text') === 'string' || asArray(property(value, 'words')).some(isWord)
  return hasText && Object.hasOwn(value, 'start')
}

/** OpenAI's `timestamp_granularities=["word"]`: words at the top level, and no segments. */
export function hasOnlyWords(value: unknown): boolean {
  const otherFormatsKeys = ['results', 'utterances', 'audio_duration', 'acoustic_model', 'retval']
  if (!isRecord(value) || otherFormatsKeys.some((key) => Object.hasOwn(value, key))) return false
  return asArray(property(value, 'words')).slice(0, 20).some(isWord)
}

function isWord(value: unknown): boolean {
  return (
    typeof property(value, 'word') === 'string' && isRecord(value) && Object.hasOwn(value, 'start')
  )
}
