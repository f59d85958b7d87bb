import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AppStore } from '#state/store.ts'
import { wantsPeaks } from './decoding-queue.ts'

/** What reading a recording needs from outside. */
export interface AnalysisReadingPorts {
  readonly store: AppStore
  openReader(source: RecordingSource): AudioReader
  /** Copies a recording from its address to the disk, until it is released. */
  download(
    address: string,
    options: { signal: AbortSignal; onProgress: (done: number) => void },
  ): Promise<{ readonly blob: Blob; release(): void }>
}

/** A recording that can be read, what its container says, and its bytes; `null` where they are read from an address. */
export interface ReadableRecording {
  readonly reader: AudioReader
  readonly facts: AudioInfo
  readonly blob: Blob | null
}

export interface AnalysisReadingRequest {
  readonly source: RecordingSource
  /** Called where the recording is several streams, and a copy is one: what follows is about the copy. */
  onCopy(copy: RecordingSource): void
  /** Decodes preview peaks while the recording is copied. */
  preview(reader: AudioReader, facts: AudioInfo): Promise<void>
  readonly signal: AbortSignal
}

/**
 * Opens a recording from its address or file. It is copied to the disk first where its server supports no range requests,
 * and where its seeks are estimates, since a frame index needs all bytes; preview peaks are decoded meanwhile.
 */
export async function openForAnalysis(
  ports: AnalysisReadingPorts,
  request: AnalysisReadingRequest,
): Promise<ReadableRecording> {
  const { source, preview, signal } = request
  const { store } = ports
  const reader = ports.openReader(source)
  signal.addEventListener('abort', reader.dispose)
  const blob = source.kind === 'file' ? source.blob : null
  let previewing: Promise<void> | null = null
  try {
    const facts = await reader.open()
    signal.throwIfAborted()
    if (!isEstimated(facts)) reportDuration(store, facts)
    if (blob || !isEstimated(facts)) {
      const continuity = await reader.continuity()
      signal.throwIfAborted()
      if (continuity.kind === 'copy') {
        reader.dispose()
        const copy = { kind: 'file' as const, blob: continuity.blob }
        request.onCopy(copy)
        return await openForAnalysis(ports, { ...request, source: copy })
      }
      if (continuity.kind === 'impossible') store.getState().recordingNoted(joined(continuity.what))
    }
    if (blob || !isEstimated(facts)) return { reader, facts, blob }
    if (wantsPeaks(store.getState())) {
      previewing = preview(reader, facts)
      // Where the copy cannot be made, nothing waits for it.
      previewing.catch(() => undefined)
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!isWithoutRanges(error)) throw error
  }
  if (source.kind === 'file')
    throw new Error('openForAnalysis: a file was said to support no ranges')
  const copy = await copied(ports, source.address, signal)
  await previewing
  reader.dispose()
  return openForAnalysis(ports, { ...request, source: copy })
}

/** The WebM of MediaRecorder has no duration: browsers report Infinity. */
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
  const { blob, release } = await download(address, { signal, onProgress }).catch(explainFull)
  signal.addEventListener('abort', release)
  signal.throwIfAborted()
  return { kind: 'file', blob }
}

/** The browser's own words say nothing to a listener. */
function explainFull(cause: unknown): never {
  if (!(cause instanceof Error) || cause.name !== 'QuotaExceededError') throw cause
  const full = new Error('this device has no room for the copy that is needed', { cause })
  full.name = cause.name
  throw full
}

const joined = (what: string) =>
  `This recording is ${what}: browsers may stop where its parts meet, and show a wrong length. Convert it to M4A or WAV, for example with VLC, Audacity or ffmpeg, and open that.`

/** Whether seeks are estimates until all frames have been counted. */
const isEstimated = ({ frames }: AudioInfo) => frames !== null && !frames.isConstant
const isWithoutRanges = (error: unknown) => error instanceof Error && error.name === 'NoRanges'
