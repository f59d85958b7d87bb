import { openAudio } from '#audio/open-audio.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOfFrames } from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { openByteSource } from '#sources/byte-sources.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'

/** A recording whose times are those that the player tells. */
export interface IndexedRecording {
  readonly sound: OpenedAudio
  /** Seconds. */
  readonly duration: number
  /** Where its frames are, for who opens it once more; `null` where they need not be counted. */
  readonly index: FrameIndex | null
}

/**
 * Opens a recording in this worker, and counts its frames where only that tells its times. `duration`: as the
 * page knows it; 0 where it does not. Rejects as `openByteSource` and `openAudio` do.
 */
export async function openIndexed(
  place: RecordingSource,
  duration: number,
): Promise<IndexedRecording> {
  const sound = await openAudio(await openByteSource(place))
  const { source, stream, facts, setFrameIndex } = sound
  const uncounted = { sound, duration: duration || facts.duration, index: null }
  if (!stream) return uncounted
  const counted = await countFrames(source, stream)
  if (counted.kind !== 'counted') return uncounted
  const { index } = counted
  setFrameIndex(index)
  return { sound, duration: durationOfFrames(index), index }
}

/** Opens a recording whose frames another worker has counted, as that one did. */
export async function openWithIndex(
  place: RecordingSource,
  index: FrameIndex | null,
): Promise<OpenedAudio> {
  const sound = await openAudio(await openByteSource(place))
  if (index) sound.setFrameIndex(index)
  return sound
}

/** A function of the page's, as a worker has it. */
export type Callback<Report extends (told: never) => void> = (
  ...told: Parameters<Report>
) => void | Promise<void>
