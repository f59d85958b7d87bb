import type { AppFacts } from '#state/store.ts'
import { defineCommands } from './command.ts'

const isDrawing = ({ peaks }: AppFacts) => peaks.status === 'drawing'

export const analysisCommands = defineCommands([
  {
    id: 'toggle-drawing',
    label: 'Pause drawing',
    help: 'Pause or resume the drawing of the waveform',
    group: 'Waveform',
    keys: [{ key: 'Shift+V', on: 'anywhere' }],
    isPossible: isDrawing,
    run: ({ store }) => {
      const { peaks, peaksReported, statusAnnounced } = store.getState()
      if (peaks.status !== 'drawing') return
      const isPaused = !peaks.isPaused
      peaksReported({ ...peaks, isPaused })
      statusAnnounced(isPaused ? 'Drawing paused' : 'Drawing goes on')
    },
  },
  {
    id: 'cancel-drawing',
    label: 'Cancel drawing',
    help: 'Stop drawing the waveform; what is drawn stays',
    group: 'Waveform',
    keys: [{ key: 'Shift+X', on: 'anywhere' }],
    isPossible: isDrawing,
    run: ({ store, analyses }) => {
      analyses.cancelDrawing()
      store.getState().statusAnnounced('The waveform stays as it is')
    },
  },
])
