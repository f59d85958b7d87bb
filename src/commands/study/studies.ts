import type { SoundPlace } from '#sources/byte-sources.ts'
import { estimated } from './exact-seeking.ts'
import type { StudyPorts } from './study.ts'

/** The study of the recording that is open. */
export interface Studies {
  /** Ends the study before it. */
  begin(place: SoundPlace): void
  /** Leaves the waveform as it is. */
  cancelDrawing(): void
  end(): void
}

export function createStudies(ports: StudyPorts): Studies {
  const { store } = ports
  let current: { readonly all: AbortController; readonly drawing: AbortController } | null = null

  async function study(place: SoundPlace, { all, drawing }: NonNullable<typeof current>) {
    const { peaksReported, seekingReported } = store.getState()
    peaksReported({ status: 'loading' })
    try {
      // What it takes is not needed before something is open.
      const { studyRecording } = await import('./study.ts')
      await studyRecording(ports, { place, signal: all.signal, drawing: drawing.signal })
    } catch (error) {
      if (all.signal.aborted || drawing.signal.aborted) return
      const { seeking } = store.getState()
      if (seeking.status !== 'exact') seekingReported(estimated.unread)
      const why = error instanceof Error ? error.message : String(error)
      peaksReported({ status: 'unavailable', why: cannotDraw(why) })
    }
  }

  return {
    begin(place) {
      current?.all.abort()
      const all = new AbortController()
      const drawing = new AbortController()
      all.signal.addEventListener('abort', () => drawing.abort())
      current = { all, drawing }
      void study(place, current)
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
