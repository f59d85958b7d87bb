import { createPyramid } from '#audio/pyramid.ts'
import type { GrowingPyramid } from '#audio/pyramid.ts'
import type { SoundFacts } from '#audio/sound-facts.ts'
import type { SoundReader } from '#audio/sound-reader.ts'
import type { Peaks } from '#state/app-state.ts'
import type { AppStore } from '#state/store.ts'
import type { KeptRecording } from '#storage/kept-recordings.ts'
import { shownStretch } from '../looking.ts'
import { addCell, cellRange, sketchSound } from './sketch.ts'
import { refinePeaks } from './refine.ts'
import { createTurns } from './turns.ts'

type Stage = Extract<Peaks, { status: 'drawing' }>['stage']

/** Reports of progress are this far apart, milliseconds: each is drawn. */
const reportEveryMs = 250

/** A sketch of less takes longer than the drawing itself, seconds. */
const shortestSketched = 150

export interface PeakDrawer {
  /**
   * Hears a little of everything, once. Where places are guessed, the player guesses the same: so its length
   * is taken, as far as it has said one.
   */
  sketch(reader: SoundReader, facts: SoundFacts): Promise<void>
  /**
   * Looks at everything, and answers with how much of it could be decoded, 0 to 1. Rejects when nothing
   * can be.
   */
  refine(
    reader: SoundReader,
    duration: number,
  ): Promise<{ readonly pyramid: GrowingPyramid; readonly share: number }>
  /** What was drawn another time. */
  restore(kept: Pick<KeptRecording, 'finest' | 'duration'>): GrowingPyramid
}

/** Draws the peaks of one recording: a sketch of the whole at once, then every sample. */
export function createPeakDrawer(store: AppStore, signal: AbortSignal): PeakDrawer {
  const turns = createTurns(store, signal)
  let lastReport = 0
  let pyramid: GrowingPyramid | null = null

  function report(
    drawn: GrowingPyramid,
    { stage, progress, always = false }: { stage: Stage; progress: number; always?: boolean },
  ) {
    const now = performance.now()
    const { peaks, peaksReported } = store.getState()
    if (signal.aborted || (!always && now - lastReport < reportEveryMs)) return
    lastReport = now
    const isPaused = peaks.status === 'drawing' && peaks.isPaused
    peaksReported({ status: 'drawing', pyramid: drawn, stage, progress, isPaused })
  }

  return {
    async sketch(reader, facts) {
      if (pyramid !== null || facts.duration < shortestSketched) return
      const { recording } = store.getState()
      const duration = (recording.status === 'open' && recording.duration) || facts.duration
      const drawn = (pyramid = createPyramid(duration))
      await sketchSound(reader, facts, {
        signal,
        onCell(cell, loudest) {
          addCell(drawn, { loudest, ...cellRange(cell, duration) })
          report(drawn, { stage: 'sketching', progress: 0 })
        },
      })
      report(drawn, { stage: 'sketching', progress: 0, always: true })
    },
    async refine(reader, duration) {
      const drawn = (pyramid = pyramid ? stretched(pyramid, duration) : createPyramid(duration))
      report(drawn, { stage: 'refining', progress: 0, always: true })
      const share = await refinePeaks(reader, drawn, {
        view: () => shownStretch(store.getState()),
        mayGoOn: turns.mayGoOn,
        onProgress: (progress) => report(drawn, { stage: 'refining', progress }),
        signal,
      })
      return { pyramid: drawn, share }
    },
    restore({ finest, duration }) {
      const drawn = (pyramid = createPyramid(duration))
      drawn.add(0, finest, 'exact')
      return drawn
    },
  }
}

/** A sketch for a recording that turns out to be of another length. */
function stretched(sketch: GrowingPyramid, duration: number): GrowingPyramid {
  if (Math.abs(sketch.duration - duration) < 0.01) return sketch
  const pyramid = createPyramid(duration)
  if (sketch.inexact().some(({ isKnown }) => isKnown)) {
    const peaks = sketch.peaksOf({ start: 0, end: sketch.duration }, pyramid.finest.length)
    pyramid.add(
      0,
      Uint8Array.from(peaks, (peak) => peak * 255),
      'sketched',
    )
  }
  return pyramid
}
