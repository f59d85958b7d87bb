import type { ByteSource } from '#audio/byte-source.ts'
import { openAudio } from '#audio/open-audio.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOfFrames } from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { openByteSource } from '#sources/byte-sources.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { allowRequestsTo } from '#sources/restrict-network.ts'

/** A recording whose times agree with those of the player. */
export interface IndexedRecording {
  readonly audio: OpenedAudio
  /** Seconds. */
  readonly duration: number
  /** For other workers that open the recording; `null` if it has exact times without one. */
  readonly index: FrameIndex | null
}

/** Opens the bytes of a recording, and lets this worker request them. Rejects as `openByteSource` does. */
export function openRecording(recording: RecordingSource): Promise<ByteSource> {
  if (recording.kind === 'address') allowRequestsTo(recording.address)
  return openByteSource(recording)
}

/**
 * Opens a recording in this worker, and counts its frames if they alone give exact times. `duration`: as the page
 * knows it, seconds; 0 if unknown. Rejects as `openRecording` and `openAudio` do.
 */
export async function openIndexed(
  recording: RecordingSource,
  duration: number,
): Promise<IndexedRecording> {
  const audio = await openAudio(await openRecording(recording))
  const { source, stream, facts, setFrameIndex } = audio
  const uncounted = { audio, duration: duration || facts.duration, index: null }
  if (!stream) return uncounted
  const counted = await countFrames(source, stream)
  if (counted.kind !== 'counted') return uncounted
  const { index } = counted
  setFrameIndex(index)
  return { audio, duration: durationOfFrames(index), index }
}

/** Opens a recording with the frame index that another worker has made of it, if it has. */
export async function openWithIndex(
  recording: RecordingSource,
  index: FrameIndex | null,
): Promise<OpenedAudio> {
  const audio = await openAudio(await openRecording(recording))
  if (index) audio.setFrameIndex(index)
  return audio
}
