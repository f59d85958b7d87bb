import { durationOfFrames } from '#audio/frames/frame-index.ts'
import { isUndecodable } from '#audio/undecodable.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { estimatedBecause } from './exact-seeking.ts'
import { acceptPeaksFile } from './peaks-from-file.ts'
import { createPeakDecoder } from './peak-decoder.ts'
import type { PeakDecoder } from './peak-decoder.ts'
import { buildFrameIndex } from './build-frame-index.ts'
import type { FrameIndexResult, FrameIndexPorts } from './build-frame-index.ts'
import { whenPeaksAreWanted } from './decoding-queue.ts'

/** What an analysis needs from outside. */
export type AnalysisPorts = FrameIndexPorts

export interface AnalysisRequest {
  readonly source: RecordingSource
  /** Called where a copy of the recording is played and analysed in its place. */
  onCopy(copy: RecordingSource): void
  /** Peaks that came with the recording: drawing waits until they have been read. */
  readonly given: Promise<PrecomputedPeaks | null>
  readonly signal: AbortSignal
  /** Ends decoding for the waveform only; peaks from a file that are fine enough end it, too. */
  readonly drawing: AbortController
}

/** An analysis in progress. */
export interface AudioAnalysis {
  /** Peaks that were opened later. */
  take(given: PrecomputedPeaks): void
  /** Rejects with the reason where the recording cannot be read and there are no peaks from a file to show. */
  readonly ended: Promise<void>
}

/**
 * Analyses a recording: the frame index where seeks would be estimates, the peaks, and the silences. Nothing waits for
 * it; what cannot be found out is reported in a sentence.
 */
export function beginAnalysis(
  ports: AnalysisPorts,
  { source, given, signal, drawing, onCopy }: AnalysisRequest,
): AudioAnalysis {
  const { store } = ports
  const drawer = createPeakDecoder(store, { drawing, source })
  const placed = buildFrameIndex(ports, {
    source,
    signal,
    onCopy,
    async preview(reader, facts) {
      await mayDraw
      await drawer.preview(reader, facts)
    },
  })
  const counted = placed
    .then(({ index }) => index)
    .then((index) => index && durationOfFrames(index))
    .catch(() => null)
  const take = (peaks: PrecomputedPeaks) =>
    acceptPeaksFile(peaks, { store, drawer, counted, signal })
  const mayDraw = given.then((peaks) => (peaks ? take(peaks) : undefined))
  // Where the recording cannot be read, nothing waits for it.
  mayDraw.catch(() => undefined)

  async function analyse() {
    const sound = await placed
    try {
      await mayDraw
      // A worker that decodes a minute of audio takes no messages: it is terminated, unless the frame index needs it.
      if (!sound.facts.frames) drawing.signal.addEventListener('abort', sound.reader.dispose)
      const drawn = drawSound(ports, { sound, drawer, signal: drawing.signal })
      await Promise.race([drawn, whenAborted(drawing.signal)])
    } finally {
      // Seeks are made exact also where the waveform is given up.
      await sound.index
    }
  }
  async function explained() {
    try {
      await analyse()
    } catch (error) {
      if (signal.aborted || error === drawing.signal.reason) return
      const { seeking, seekingReported } = store.getState()
      if (seeking.status !== 'exact' && !isUndecodable(error))
        seekingReported(estimatedBecause(error, source.kind))
      if (!drawing.signal.aborted && !drawer.settleForFilePeaks()) throw error
    }
  }
  return { take: (peaks) => void take(peaks), ended: explained() }
}

/** Rejects with the signal's reason, and else never settles. */
const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })

/** Seconds. */
const sameLength = 0.1

/** Draws the stored peaks; without any, decodes the whole recording, and finds its silences. */
async function drawSound(
  { store, storedRecordings }: AnalysisPorts,
  { sound, drawer, signal }: { sound: FrameIndexResult; drawer: PeakDecoder; signal: AbortSignal },
) {
  const { reader, facts, name, known } = sound
  const { peaksReported, silencesReported } = store.getState()
  await whenPeaksAreWanted(store, signal)
  if (!known) await drawer.preview(reader, facts)
  const index = await sound.index
  const length = index ? durationOfFrames(index) : facts.duration
  signal.throwIfAborted()
  // A damaged copy can have the fingerprint of the whole one, but hardly its length.
  if (known && Math.abs(known.duration - length) < sameLength) {
    peaksReported({ status: 'drawn', pyramid: drawer.restore(known) })
    return silencesReported(known.silences)
  }
  const { pyramid, share } = await drawer.decode(reader, { duration: length, facts })
  const { finest, duration } = pyramid
  peaksReported({ status: 'drawn', pyramid })
  const silences = await reader.detectSilences(finest)
  signal.throwIfAborted()
  silencesReported(silences)
  // Where a part could not be read, the whole is decoded again next time.
  if (name !== null && share === 1)
    await storedRecordings.write(name, { finest, duration, silences })
}
