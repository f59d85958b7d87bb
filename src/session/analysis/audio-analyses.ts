import { isUndecodable } from '#audio/undecodable.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { whenFirstScreenShown } from '#state/first-screen.ts'
import { together, undecodable } from '../opening/opening-messages.ts'
import type { AudioAnalysis, AnalysisPorts } from './audio-analysis.ts'

/** Analyses the open recording while it plays: its frame index, its peaks, its pauses. */
export interface AudioAnalyses {
  /** Ends the analysis before it. `given`: peaks that came with the recording, drawn instead of decoding it. */
  begin(source: RecordingSource, given?: Promise<PrecomputedPeaks | null>): void
  /** Peaks that were opened later, for the open recording. */
  take(given: PrecomputedPeaks): void
  /** Stops decoding for the waveform, which stays as it is. */
  cancelDrawing(): void
  /** What is played and analysed in the place of the recording that was begun with; `null` where that is itself. */
  readonly copy: RecordingSource | null
  end(): void
}

interface CurrentAnalysis {
  readonly all: AbortController
  readonly drawing: AbortController
  readonly begun: Promise<AudioAnalysis>
}

/** What an analysis needs besides the store and the player is loaded with its code. */
export function createAudioAnalyses({
  store,
  player,
  loadPorts,
}: Pick<AnalysisPorts, 'store' | 'player'> & {
  loadPorts(): Promise<Omit<AnalysisPorts, 'store' | 'player'>>
}): AudioAnalyses {
  let current: CurrentAnalysis | null = null
  let copy: RecordingSource | null = null

  async function report({ begun, all }: CurrentAnalysis) {
    const { peaksReported } = store.getState()
    peaksReported({ status: 'loading' })
    try {
      await (
        await begun
      ).ended
    } catch (error) {
      if (all.signal.aborted) return
      const why = error instanceof Error ? error.message : String(error)
      if (isUndecodable(error)) return reportUndecodable(why)
      peaksReported({ status: 'unavailable', why: cannotDraw(why) })
    }
  }

  /** The browser opened the recording, but cannot decode it: it would play silence. */
  function reportUndecodable(why: string) {
    const { recording, notices, peaksReported, alertRaised } = store.getState()
    peaksReported({ status: 'unavailable', why: `There is no waveform: ${why}.` })
    if (recording.status !== 'open') return
    const problem = undecodable(recording.name, why)
    alertRaised(together(notices.alert ? [notices.alert, problem] : [problem]))
  }

  return {
    begin(source, given = Promise.resolve(null)) {
      current?.all.abort()
      copy = null
      store.getState().recordingChaptersRead([])
      // An analysis that is ended before it begins does not wait for them.
      given.catch(() => undefined)
      const all = new AbortController()
      const drawing = new AbortController()
      const { signal } = all
      signal.addEventListener('abort', () => drawing.abort())
      async function begin(): Promise<AudioAnalysis> {
        // The text and the first sound come before the waveform.
        await Promise.all([whenFirstScreenShown(store), player.whenReady()])
        signal.throwIfAborted()
        const [{ beginAnalysis }, loaded] = await Promise.all([
          import('./audio-analysis.ts'),
          loadPorts(),
        ]).catch((cause: unknown) => {
          throw new Error(notLoaded, { cause })
        })
        signal.throwIfAborted()
        const ports = { store, player, ...loaded }
        const onCopy = (made: RecordingSource) => (copy = made)
        return beginAnalysis(ports, { source, given, signal, drawing, onCopy })
      }
      current = { all, drawing, begun: begin() }
      void report(current)
    },
    take(given) {
      // An analysis that could not begin has reported why.
      current?.begun.then(({ take }) => take(given)).catch(() => undefined)
    },
    cancelDrawing() {
      current?.drawing.abort()
      const { peaks, peaksReported } = store.getState()
      if (peaks.status === 'drawing') peaksReported({ status: 'drawn', pyramid: peaks.pyramid })
    },
    get copy() {
      return copy
    },
    end() {
      current?.all.abort()
      copy = null
    },
  }
}

const notLoaded =
  'a part of Earshot could not be loaded (check the connection, then open the recording again)'

const cannotDraw = (why: string) =>
  `The waveform cannot be drawn: ${why}. Sound and transcript work as usual.`
