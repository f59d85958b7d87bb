import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AppStore } from '#state/store.ts'
import { wantsPeaks } from './decoding-queue.ts'

/** The world outside, as reading the sound of a recording needs it. */
export interface AnalysisReadingPorts {
  readonly store: AppStore
  readSound(place: RecordingSource): AudioReader
  /** Copies what lies at an address to the disk, for as long as it is needed. */
  download(
    address: string,
    options: { signal: AbortSignal; onProgress: (done: number) => void },
  ): Promise<{ readonly blob: Blob; release(): void }>
}

/** A recording whose sound can be read, and what it says of itself; the bytes, where they are at hand. */
export interface ReadableRecording {
  readonly reader: AudioReader
  readonly facts: AudioInfo
  readonly blob: Blob | null
}

export interface AnalysisReadingRequest {
  readonly place: RecordingSource
  /** Hears a little of what takes long to copy. */
  sketch(reader: AudioReader, facts: AudioInfo): Promise<void>
  readonly signal: AbortSignal
}

/**
 * Opens a recording where it lies, or copied to the disk: where its server gives it only as a whole, or
 * where seeks in it are guesses, which need all of it to be made exact. It is sketched meanwhile.
 */
export async function openForAnalysis(
  ports: AnalysisReadingPorts,
  { place, sketch, signal }: AnalysisReadingRequest,
): Promise<ReadableRecording> {
  const { store } = ports
  const reader = ports.readSound(place)
  signal.addEventListener('abort', reader.dispose)
  const blob = place.kind === 'file' ? place.blob : null
  let sketching: Promise<void> | null = null
  try {
    const facts = await reader.open()
    signal.throwIfAborted()
    if (!isGuessed(facts)) reportDuration(store, facts)
    if (blob || !isGuessed(facts)) return { reader, facts, blob }
    if (wantsPeaks(store.getState())) sketching = sketch(reader, facts)
  } catch (error) {
    signal.throwIfAborted()
    if (!isWithoutRanges(error)) throw error
  }
  if (place.kind === 'file') throw new Error('studyRecording: a file has no ranges to be without')
  const copy = await copied(ports, place.address, signal)
  await sketching
  reader.dispose()
  return openForAnalysis(ports, { place: copy, sketch, signal })
}

/** What browsers record themselves (MediaRecorder's WebM) does not say how long it is: they call it endless. */
function reportDuration(store: AppStore, { duration }: AudioInfo) {
  const { recording, durationReported } = store.getState()
  const isUnknown = recording.status === 'open' && recording.duration === 0
  if (isUnknown && duration > 0) durationReported(duration, recording.seekable)
}

async function copied(
  { store, download }: AnalysisReadingPorts,
  address: string,
  signal: AbortSignal,
): Promise<RecordingSource> {
  const { seekingReported } = store.getState()
  const onProgress = (progress: number) => seekingReported({ status: 'preparing', progress })
  onProgress(0)
  const { blob, release } = await download(address, { signal, onProgress })
  signal.addEventListener('abort', release)
  signal.throwIfAborted()
  return { kind: 'file', blob }
}

/** Where only all of the bytes tell the times. */
const isGuessed = ({ frames }: AudioInfo) => frames !== null && !frames.isConstant
const isWithoutRanges = (error: unknown) => error instanceof Error && error.name === 'NoRanges'
