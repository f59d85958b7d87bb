import { durationOfFrames } from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { actualPosition } from '#audio/seeking/actual-position.ts'
import type { FramedAudioInfo, AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { Player } from '#media/player.ts'
import type { StoredRecording, RecordingStore } from '#storage/stored-recordings.ts'
import { estimatedSeeking, makeExactAddress } from './exact-seeking.ts'
import { noteOfDamage, notesOfFacts } from './recording-notes.ts'
import { openForAnalysis } from './open-for-analysis.ts'
import type { AnalysisReadingPorts, AnalysisReadingRequest } from './open-for-analysis.ts'

/** What building a frame index needs from outside. */
export interface FrameIndexPorts extends AnalysisReadingPorts {
  readonly player: Player
  readonly storedRecordings: RecordingStore
}

/** A recording that can be read, and its frame index, which may still be built. */
export interface FrameIndexResult {
  readonly reader: AudioReader
  readonly facts: AudioInfo
  /** The key it is stored under, its fingerprint; `null` where it cannot be made. */
  readonly name: string | null
  /** What was stored by an earlier analysis. */
  readonly known: StoredRecording | null
  /** `null` where it is not needed, or cannot be built. Rejects where the recording cannot be read any further. */
  readonly index: Promise<FrameIndex | null>
}

/** Opens a recording, and builds its frame index where seeks are not exact without one. */
export async function buildFrameIndex(
  ports: FrameIndexPorts,
  request: AnalysisReadingRequest,
): Promise<FrameIndexResult> {
  const { storedRecordings, store } = ports
  const { signal } = request
  const { reader, facts, blob } = await openForAnalysis(ports, request)
  const { recording, recordingNoted } = store.getState()
  if (recording.status === 'open') notesOfFacts(facts, recording).forEach(recordingNoted)
  const name = await reader.fingerprint()
  signal.throwIfAborted()
  // Over the network, each frame of the tag would be a request.
  if (blob) await reportChapters(ports, reader, signal)
  store.getState().fingerprintReported(name)
  const known = name === null ? null : await storedRecordings.read(name)
  signal.throwIfAborted()

  const { frames } = facts
  if (frames && blob) {
    const index = indexFrames(ports, { reader, blob, frames, signal })
    // The caller that awaits it reports the failure.
    index.catch(() => undefined)
    return { reader, facts, name, known, index }
  }
  store.getState().seekingReported({ status: 'exact' })
  const isOriginal = request.source.kind === 'file' && request.source.blob === blob
  if (blob && !isOriginal) swapToCopy(ports, { blob, signal })
  return { reader, facts, name, known, index: Promise.resolve(null) }
}

/** A tag that cannot be read has no chapters; the sound is read all the same. */
async function reportChapters(
  { store }: Pick<FrameIndexPorts, 'store'>,
  reader: AudioReader,
  signal: AbortSignal,
): Promise<void> {
  const chapters = await reader.chapters().catch(() => [])
  signal.throwIfAborted()
  if (chapters.length > 0) store.getState().recordingChaptersRead(chapters)
}

/** Counts the frames, and swaps the player's source for one in which seeks are exact. */
async function indexFrames(
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
  const damage = await noteOfDamage(index, blob)
  signal.throwIfAborted()
  if (damage !== null) store.getState().recordingNoted(damage)
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
  // While it plays, the player swaps with the first seek; so every seek from now on is exact.
  seekingReported({ status: 'exact' })
  void moving.then((outcome) => {
    if (outcome === 'refused' && !signal.aborted) seekingReported(estimatedSeeking.browser)
  })
  return index
}

/** A recording whose server supports no range requests cannot be seeked in, nor can one of several streams; its copy can. */
function swapToCopy(
  { player }: FrameIndexPorts,
  { blob, signal }: { blob: Blob; signal: AbortSignal },
) {
  const address = URL.createObjectURL(blob)
  signal.addEventListener('abort', () => URL.revokeObjectURL(address))
  void player.swapTo({ address })
}
