import { isUndecodable } from '#audio/undecodable.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { together, unhearable } from '../opening/opening-messages.ts'
import type { AudioAnalysis, AnalysisPorts } from './audio-analysis.ts'

/** The study of the recording that is open. */
export interface AudioAnalyses {
  /** Ends the study before it. Peaks that are given with a recording are drawn instead of its sound. */
  begin(place: RecordingSource, given?: Promise<PrecomputedPeaks | null>): void
  /** Peaks that are given later, for the recording that is open. */
  take(given: PrecomputedPeaks): void
  /** Leaves the waveform as it is. */
  cancelDrawing(): void
  end(): void
}

interface CurrentStudy {
  readonly all: AbortController
  readonly drawing: AbortController
  readonly begun: Promise<AudioAnalysis>
}

export function createAudioAnalyses(ports: AnalysisPorts): AudioAnalyses {
  const { store, player } = ports
  let current: CurrentStudy | null = null

  async function report({ begun, all }: CurrentStudy) {
    const { peaksReported } = store.getState()
    peaksReported({ status: 'loading' })
    try {
      await (
        await begun
      ).ended
    } catch (error) {
      if (all.signal.aborted) return
      const why = error instanceof Error ? error.message : String(error)
      if (isUndecodable(error)) return sayUnhearable(why)
      peaksReported({ status: 'unavailable', why: cannotDraw(why) })
    }
  }

  /** The browser had opened it, and would play nothing. */
  function sayUnhearable(why: string) {
    const { recording, notices, peaksReported, alertRaised } = store.getState()
    peaksReported({ status: 'unavailable', why: `There is no waveform: ${why}.` })
    if (recording.status !== 'open') return
    const problem = unhearable(recording.name, why)
    alertRaised(together(notices.alert ? [notices.alert, problem] : [problem]))
  }

  return {
    begin(place, given = Promise.resolve(null)) {
      current?.all.abort()
      const all = new AbortController()
      const drawing = new AbortController()
      const { signal } = all
      signal.addEventListener('abort', () => drawing.abort())
      async function begin(): Promise<AudioAnalysis> {
        // Somebody waits for the first sound, and nobody for a waveform.
        await player.whenReady()
        const { beginAnalysis } = await import('./audio-analysis.ts')
        signal.throwIfAborted()
        return beginAnalysis(ports, { place, given, signal, drawing })
      }
      current = { all, drawing, begun: begin() }
      void report(current)
    },
    take(given) {
      // Where nothing could begin, that has been said.
      current?.begun.then(({ take }) => take(given)).catch(() => undefined)
    },
    cancelDrawing() {
      current?.drawing.abort()
      const { peaks, peaksReported } = store.getState()
      if (peaks.status === 'drawing') peaksReported({ status: 'drawn', pyramid: peaks.pyramid })
    },
    end: () => current?.all.abort(),
  }
}

const cannotDraw = (why: string) =>
  `The waveform cannot be drawn: ${why}. Sound and transcript work as usual.`
