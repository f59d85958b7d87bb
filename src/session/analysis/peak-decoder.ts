import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import { createPeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { MutablePeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { Peaks } from '#state/app-state.ts'
import type { AppStore } from '#state/store.ts'
import type { StoredRecording } from '#storage/stored-recordings.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { addCell, cellCount, cellRange, decodePreviewPeaks } from './preview-peaks.ts'
import { decodeFullPeaks } from './full-peaks.ts'
import { createDecodingQueue } from './decoding-queue.ts'

type Stage = Extract<Peaks, { status: 'drawing' }>['stage']

/** Reports of progress are this far apart, milliseconds: each is drawn. */
const reportEveryMs = 250

/** A sketch of less takes as long as the drawing itself, seconds. */
const shortestSketched = 900

export interface PeakDecoder {
  /**
   * Hears a little of everything, once. Where places are guessed, the player guesses the same: so its length
   * is taken, as far as it has said one.
   */
  sketch(reader: AudioReader, facts: AudioInfo): Promise<void>
  /**
   * Looks at everything, and answers with how much of it could be decoded, 0 to 1. Rejects when nothing
   * can be.
   */
  refine(
    reader: AudioReader,
    duration: number,
  ): Promise<{ readonly pyramid: MutablePeakPyramid; readonly share: number }>
  /** What was drawn another time. */
  restore(kept: Pick<StoredRecording, 'finest' | 'duration'>): MutablePeakPyramid
  /** Peaks of this recording: fine ones leave nothing to draw, coarse ones are better than a sketch. Seconds. */
  take(given: PrecomputedPeaks, duration: number): void
  /** Where nothing more can be drawn; false if nothing was given. */
  leaveWhatWasGiven(): boolean
}

/** Draws the peaks of one recording: a sketch of the whole at once, then every sample. */
export function createPeakDecoder(store: AppStore, drawing: AbortController): PeakDecoder {
  const { signal } = drawing
  const turns = createDecodingQueue(store, signal)
  let lastReport = 0
  let pyramid: MutablePeakPyramid | null = null
  /** Nothing is guessed in it any more. */
  let isFine = false
  let wasGiven = false
  const sketching = new AbortController()

  function report(
    drawn: MutablePeakPyramid,
    { stage, progress, always = false }: { stage: Stage; progress: number; always?: boolean },
  ) {
    const now = performance.now()
    const { peaks, peaksReported } = store.getState()
    if (signal.aborted || (!always && now - lastReport < reportEveryMs)) return
    lastReport = now
    const isPaused = peaks.status === 'drawing' && peaks.isPaused
    peaksReported({ status: 'drawing', pyramid: drawn, stage, progress, isPaused })
  }

  function leaveWhatWasGiven() {
    if (!wasGiven || !pyramid) return false
    store.getState().peaksReported({ status: 'drawn', pyramid })
    return true
  }

  return {
    leaveWhatWasGiven,
    async sketch(reader, facts) {
      if (signal.aborted || pyramid !== null || facts.duration < shortestSketched) return
      const { recording } = store.getState()
      const duration = (recording.status === 'open' && recording.duration) || facts.duration
      const drawn = (pyramid = createPeakPyramid(duration))
      await decodePreviewPeaks(reader, facts, {
        signal: AbortSignal.any([signal, sketching.signal]),
        onCell(cell, loudest) {
          addCell(drawn, { loudest, ...cellRange(cell, duration) })
          report(drawn, { stage: 'sketching', progress: 0 })
        },
      })
      if (sketching.signal.aborted) return
      report(drawn, { stage: 'sketched', progress: 0, always: true })
    },
    async refine(reader, duration) {
      signal.throwIfAborted()
      const drawn = (pyramid = pyramid ? stretched(pyramid, duration) : createPeakPyramid(duration))
      isFine = true
      report(drawn, { stage: 'refining', progress: 0, always: true })
      const share = await decodeFullPeaks(reader, drawn, {
        view: () => visibleRange(store.getState()),
        mayGoOn: turns.mayGoOn,
        onProgress: (progress) => report(drawn, { stage: 'refining', progress }),
        signal,
      })
      return { pyramid: drawn, share }
    },
    restore({ finest, duration }) {
      const drawn = (pyramid = createPeakPyramid(duration))
      isFine = true
      drawn.add(0, finest, 'full')
      return drawn
    },
    take(given, duration) {
      const { peaks, peaksReported, silencesReported } = store.getState()
      wasGiven = true
      sketching.abort()
      if (!given.isCoarse) {
        drawing.abort()
        pyramid = createPeakPyramid(given.duration)
        pyramid.add(0, given.peaks, 'full')
        peaksReported({ status: 'drawn', pyramid })
        return silencesReported(given.silences)
      }
      if (!pyramid || !isFine) pyramid = createPeakPyramid(duration)
      pyramid.add(0, given.peaks, 'preview')
      if ('pyramid' in peaks) peaksReported({ ...peaks, pyramid })
      else if (peaks.status === 'unavailable') leaveWhatWasGiven()
      else report(pyramid, { stage: 'sketched', progress: 0, always: true })
    },
  }
}

/** A sketch for a recording that turns out to be of another length. */
function stretched(sketch: MutablePeakPyramid, duration: number): MutablePeakPyramid {
  if (Math.abs(sketch.duration - duration) < 0.01) return sketch
  const pyramid = createPeakPyramid(duration)
  if (sketch.incompleteRanges().some(({ isKnown }) => isKnown)) {
    const cells = sketch.peaksBetween({ start: 0, end: sketch.duration }, cellCount)
    cells.forEach((peak, cell) =>
      addCell(pyramid, { loudest: Math.round(peak * 255), ...cellRange(cell, duration) }),
    )
  }
  return pyramid
}
