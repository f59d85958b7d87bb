import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import { isBelievable, tooLong } from '#audio/longest-recording.ts'
import { createPeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { MutablePeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { Peaks } from '#state/app-state.ts'
import type { AppStore } from '#state/store.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { StoredRecording } from '#storage/stored-recordings.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { addCell, cellCount, cellRange, decodePreviewPeaks } from './preview-peaks.ts'
import { decodeFullPeaks } from './full-peaks.ts'
import { sectionLength, uncompressedSectionLength } from './section-order.ts'
import { createDecodingQueue } from './decoding-queue.ts'

type Stage = Extract<Peaks, { status: 'drawing' }>['stage']

/** Milliseconds between reports of progress: each is drawn. */
const reportEveryMs = 250

/** Seconds: of a shorter recording, preview peaks take as long as full ones. */
const shortestPreviewed = 900

/** The same of a file whose samples are not compressed. */
const shortestPreviewedFile = 3 * 3600

export interface PeakDecoder {
  /**
   * Decodes preview peaks of the whole recording, once. Where seeks are estimates, the player estimates in the same way:
   * so its duration is used where it is known.
   */
  preview(reader: AudioReader, facts: AudioInfo): Promise<void>
  /**
   * Decodes the whole recording. `share`: how much of it could be decoded, 0 to 1. Rejects where nothing could, and where
   * the duration, seconds, is longer than `longestRecording`.
   */
  decode(
    reader: AudioReader,
    sound: { readonly duration: number; readonly facts: AudioInfo },
  ): Promise<{ readonly pyramid: MutablePeakPyramid; readonly share: number }>
  /** Draws stored peaks. */
  restore(stored: Pick<StoredRecording, 'finest' | 'duration'>): MutablePeakPyramid
  /** Peaks from a file: fine ones replace decoding, coarse ones replace the preview. `duration`: seconds. */
  take(given: PrecomputedPeaks, duration: number): void
  /** Ends with the peaks from a file; false if there are none. */
  settleForFilePeaks(): boolean
}

/** Decodes the peaks of one recording: preview peaks of the whole first, then every sample. */
export function createPeakDecoder(
  store: AppStore,
  { drawing, source }: { drawing: AbortController; source: RecordingSource },
): PeakDecoder {
  const { signal } = drawing
  const turns = createDecodingQueue(store, signal)
  let lastReport = 0
  let pyramid: MutablePeakPyramid | null = null
  /** The pyramid has its final duration. */
  let isFine = false
  let wasGiven = false
  const previewing = new AbortController()

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

  const isUncompressedFile = ({ codec }: AudioInfo) => codec === 'pcm' && source.kind === 'file'

  /** Preview peaks would take as long as full ones. */
  function isQuicklyDecoded(facts: AudioInfo) {
    const shortest = isUncompressedFile(facts) ? shortestPreviewedFile : shortestPreviewed
    return facts.duration < shortest
  }

  function settleForFilePeaks() {
    if (!wasGiven || !pyramid) return false
    store.getState().peaksReported({ status: 'drawn', pyramid })
    return true
  }

  return {
    settleForFilePeaks,
    async preview(reader, facts) {
      if (signal.aborted || pyramid !== null || isQuicklyDecoded(facts)) return
      const duration = previewedDuration(store, facts)
      if (duration === null) return
      const drawn = (pyramid = createPeakPyramid(duration))
      await decodePreviewPeaks(reader, facts, {
        signal: AbortSignal.any([signal, previewing.signal]),
        onCell(cell, loudest) {
          addCell(drawn, { loudest, ...cellRange(cell, duration) })
          report(drawn, { stage: 'previewing', progress: 0 })
        },
      })
      if (previewing.signal.aborted) return
      report(drawn, { stage: 'previewed', progress: 0, always: true })
    },
    async decode(reader, { duration, facts }) {
      signal.throwIfAborted()
      if (!isBelievable(duration)) throw new Error(tooLong(duration))
      const drawn = (pyramid = pyramid ? stretched(pyramid, duration) : createPeakPyramid(duration))
      isFine = true
      report(drawn, { stage: 'decoding', progress: 0, always: true })
      const share = await decodeFullPeaks(reader, drawn, {
        view: () => visibleRange(store.getState()),
        whenAllowed: turns.whenAllowed,
        sectionLength: isUncompressedFile(facts) ? uncompressedSectionLength : sectionLength,
        onProgress: (progress) => report(drawn, { stage: 'decoding', progress }),
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
      previewing.abort()
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
      else if (peaks.status === 'unavailable') settleForFilePeaks()
      else report(pyramid, { stage: 'previewed', progress: 0, always: true })
    },
  }
}

/** Seconds; `null` where neither the browser nor the file says what can be. */
function previewedDuration(store: AppStore, facts: AudioInfo): number | null {
  const { recording } = store.getState()
  const ofPlayer = recording.status === 'open' ? recording.duration : 0
  return [ofPlayer || facts.duration, facts.duration].find(isBelievable) ?? null
}

/** Preview peaks for a recording that turns out to have another duration. */
function stretched(preview: MutablePeakPyramid, duration: number): MutablePeakPyramid {
  if (Math.abs(preview.duration - duration) < 0.01) return preview
  const pyramid = createPeakPyramid(duration)
  if (preview.incompleteRanges().some(({ isKnown }) => isKnown)) {
    const cells = preview.peaksBetween({ start: 0, end: preview.duration }, cellCount)
    cells.forEach((peak, cell) =>
      addCell(pyramid, { loudest: Math.round(peak * 255), ...cellRange(cell, duration) }),
    )
  }
  return pyramid
}
