import { durationOfFrames } from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { actualPosition } from '#audio/seeking/actual-position.ts'
import type { FramedAudioInfo, AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { Player } from '#media/player.ts'
import type { StoredRecording, RecordingStore } from '#storage/stored-recordings.ts'
import { estimatedSeeking, makeExactAddress } from './exact-seeking.ts'
import { openForAnalysis } from './open-for-analysis.ts'
import type { AnalysisReadingPorts, AnalysisReadingRequest } from './open-for-analysis.ts'

/** The world outside, as making seeks exact needs it. */
export interface FrameIndexPorts extends AnalysisReadingPorts {
  readonly player: Player
  readonly kept: RecordingStore
}

/** A recording whose sound can be read, and whose times are being told. */
export interface FrameIndexResult {
  readonly reader: AudioReader
  readonly facts: AudioInfo
  /** By which it is kept; `null` where it cannot be. */
  readonly name: string | null
  /** What was found out about it another time. */
  readonly known: StoredRecording | null
  /** Where its frames lie, if they had to be counted and could be. Rejects where the sound cannot be read on. */
  readonly index: Promise<FrameIndex | null>
}

/** Opens a recording, and sees to it that seeks land where they are sent. */
export async function buildFrameIndex(
  ports: FrameIndexPorts,
  request: AnalysisReadingRequest,
): Promise<FrameIndexResult> {
  const { kept, store } = ports
  const { signal } = request
  const { reader, facts, blob } = await openForAnalysis(ports, request)
  const name = await reader.fingerprint()
  signal.throwIfAborted()
  store.getState().fingerprintReported(name)
  const known = name === null ? null : await kept.read(name)
  signal.throwIfAborted()

  const { frames } = facts
  if (frames && blob) {
    const index = placeFrames(ports, { reader, blob, frames, signal })
    // What went wrong is said once, by who asks for it.
    index.catch(() => undefined)
    return { reader, facts, name, known, index }
  }
  store.getState().seekingReported({ status: 'exact' })
  if (blob && request.place.kind === 'address') goOverToCopy(ports, { blob, signal })
  return { reader, facts, name, known, index: Promise.resolve(null) }
}

/** Counts the frames, and lets the player go on with an address in which seeks are exact. */
async function placeFrames(
  { store, player }: FrameIndexPorts,
  {
    reader,
    blob,
    frames,
    signal,
  }: {
    reader: AudioReader
    blob: Blob
    frames: FramedAudioInfo
    signal: AbortSignal
  },
): Promise<FrameIndex | null> {
  const { seekingReported } = store.getState()
  const counted = await reader.countFrames((progress) =>
    seekingReported({ status: 'preparing', progress }),
  )
  signal.throwIfAborted()
  if (counted?.kind !== 'counted') {
    seekingReported(estimatedSeeking.changes)
    return null
  }
  const { index } = counted
  reader.setFrameIndex(index)
  const exact = await makeExactAddress(reader, { index, recording: blob })
  signal.throwIfAborted()
  if (exact.kind === 'impossible') {
    seekingReported(exact.seeking)
    return index
  }
  signal.addEventListener('abort', exact.release)
  const claimed = {
    stream: frames.stream,
    index,
    size: blob.size,
    claimedDuration: player.element.duration,
  }
  const moving = player.swapTo({
    address: exact.address,
    duration: durationOfFrames(index),
    actualTime: (time) => actualPosition(claimed, time),
  })
  // From now on every seek is in the new address; the player goes there with the first one, if it plays.
  seekingReported({ status: 'exact' })
  void moving.then((outcome) => {
    if (outcome === 'refused' && !signal.aborted) seekingReported(estimatedSeeking.browser)
  })
  return index
}

/** A server that gives only the whole cannot be sought in; the copy can. */
function goOverToCopy(
  { player }: FrameIndexPorts,
  { blob, signal }: { blob: Blob; signal: AbortSignal },
) {
  const address = URL.createObjectURL(blob)
  signal.addEventListener('abort', () => URL.revokeObjectURL(address))
  void player.swapTo({ address })
}
