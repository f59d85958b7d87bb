import { durationOfFrames } from '#audio/frames/frame-index.ts'
import { isUndecodable } from '#audio/undecodable.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { estimatedSeeking } from './exact-seeking.ts'
import { acceptPeaksFile } from './peaks-from-file.ts'
import { createPeakDecoder } from './peak-decoder.ts'
import type { PeakDecoder } from './peak-decoder.ts'
import { buildFrameIndex } from './build-frame-index.ts'
import type { FrameIndexResult, FrameIndexPorts } from './build-frame-index.ts'
import { whenPeaksAreWanted } from './decoding-queue.ts'

/** The world outside, as studying a recording needs it. */
export type AnalysisPorts = FrameIndexPorts

export interface AnalysisRequest {
  readonly place: RecordingSource
  /** Peaks that came with the recording: drawing waits until they have been read. */
  readonly given: Promise<PrecomputedPeaks | null>
  readonly signal: AbortSignal
  /** Ends the drawing alone; peaks that leave nothing to draw end it, too. */
  readonly drawing: AbortController
}

/** A study that is under way. */
export interface AudioAnalysis {
  /** Peaks that came later. */
  take(given: PrecomputedPeaks): void
  /** Rejects where the sound cannot be read, with why, if there are no peaks of it to show then. */
  readonly ended: Promise<void>
}

/**
 * Finds out what playing a recording does not tell: where its times are, when seeks would be guesses; its
 * peaks; and where nobody speaks. Nothing waits for it, and what cannot be found out is said in a sentence.
 */
export function beginAnalysis(
  ports: AnalysisPorts,
  { place, given, signal, drawing }: AnalysisRequest,
): AudioAnalysis {
  const { store } = ports
  const drawer = createPeakDecoder(store, drawing)
  const placed = buildFrameIndex(ports, {
    place,
    signal,
    async sketch(reader, facts) {
      await mayDraw
      await drawer.sketch(reader, facts)
    },
  })
  const counted = placed
    .then(({ index }) => index)
    .then((index) => index && durationOfFrames(index))
    .catch(() => null)
  const take = (peaks: PrecomputedPeaks) =>
    acceptPeaksFile(peaks, { store, drawer, counted, signal })
  const mayDraw = given.then((peaks) => (peaks ? take(peaks) : undefined))

  async function study() {
    const sound = await placed
    try {
      await mayDraw
      // Who decodes a minute of sound answers nobody: it is ended, where nothing else is asked of it.
      if (!sound.facts.frames) drawing.signal.addEventListener('abort', sound.reader.dispose)
      const drawn = drawSound(ports, { sound, drawer, signal: drawing.signal })
      await Promise.race([drawn, whenAborted(drawing.signal)])
    } finally {
      // Who gives up the drawing still wants seeks to be exact.
      await sound.index
    }
  }
  async function explained() {
    try {
      await study()
    } catch (error) {
      if (signal.aborted || error === drawing.signal.reason) return
      const { seeking, seekingReported } = store.getState()
      if (seeking.status !== 'exact' && !isUndecodable(error))
        seekingReported(estimatedSeeking.unread)
      if (!drawing.signal.aborted && !drawer.leaveWhatWasGiven()) throw error
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

/** What was drawn another time; else every sample of it, and where nobody speaks. */
async function drawSound(
  { store, kept }: AnalysisPorts,
  { sound, drawer, signal }: { sound: FrameIndexResult; drawer: PeakDecoder; signal: AbortSignal },
) {
  const { reader, facts, name, known } = sound
  const { peaksReported, silencesReported } = store.getState()
  await whenPeaksAreWanted(store, signal)
  if (!known) await drawer.sketch(reader, facts)
  const index = await sound.index
  const length = index ? durationOfFrames(index) : facts.duration
  signal.throwIfAborted()
  // A damaged copy can have the fingerprint of the whole one, but hardly its length.
  if (known && Math.abs(known.duration - length) < sameLength) {
    peaksReported({ status: 'drawn', pyramid: drawer.restore(known) })
    return silencesReported(known.silences)
  }
  const { pyramid, share } = await drawer.refine(reader, length)
  const { finest, duration } = pyramid
  peaksReported({ status: 'drawn', pyramid })
  const silences = await reader.detectSilences(finest)
  signal.throwIfAborted()
  silencesReported(silences)
  // A disk or a connection that failed in places may do better next time.
  if (name !== null && share === 1) await kept.write(name, { finest, duration, silences })
}
