import { openSound } from '#audio/open-sound.ts'
import type { OpenedSound } from '#audio/open-sound.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOf } from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { openBytes } from '#sources/byte-sources.ts'
import type { SoundPlace } from '#sources/byte-sources.ts'

/** A recording whose times are those that the player tells. */
export interface PlacedRecording {
  readonly sound: OpenedSound
  /** Seconds. */
  readonly duration: number
  /** Where its frames are, for who opens it once more; `null` where they need not be counted. */
  readonly index: FrameIndex | null
}

/**
 * Opens a recording in this worker, and counts its frames where only that tells its times. `duration`: as the
 * page knows it; 0 where it does not. Rejects as `openBytes` and `openSound` do.
 */
export async function openPlaced(place: SoundPlace, duration: number): Promise<PlacedRecording> {
  const sound = await openSound(await openBytes(place))
  const { source, stream, facts, placeByCount } = sound
  const uncounted = { sound, duration: duration || facts.duration, index: null }
  if (!stream) return uncounted
  const counted = await countFrames(source, stream)
  if (counted.kind !== 'counted') return uncounted
  const { index } = counted
  placeByCount(index)
  return { sound, duration: durationOf(index), index }
}

/** Opens a recording whose frames another worker has counted, as that one did. */
export async function openCounted(
  place: SoundPlace,
  index: FrameIndex | null,
): Promise<OpenedSound> {
  const sound = await openSound(await openBytes(place))
  if (index) sound.placeByCount(index)
  return sound
}

/** A function of the page's, as a worker has it. */
export type Told<Report extends (told: never) => void> = (
  ...told: Parameters<Report>
) => void | Promise<void>
