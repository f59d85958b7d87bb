import type { App } from './app.ts'
import { defineCommands, hasLines, hasSound } from './command.ts'

const widestZoom = 256

export const appCommands = defineCommands([
  {
    id: 'zoom-in',
    label: 'Zoom in',
    help: 'Shows less of the waveform, larger',
    group: 'Waveform',
    keys: [{ key: '+', on: 'anywhere' }],
    repeats: true,
    isPossible: hasSound,
    run: (app) => zoom(app, 2),
  },
  {
    id: 'zoom-out',
    label: 'Zoom out',
    help: 'Shows more of the waveform',
    group: 'Waveform',
    keys: [{ key: '-', on: 'anywhere' }],
    repeats: true,
    isPossible: hasSound,
    run: (app) => zoom(app, 1 / 2),
  },
  {
    id: 'toggle-waveform',
    label: 'Waveform',
    help: 'Shows or hides the waveform',
    group: 'Waveform',
    keys: [{ key: 'V', on: 'anywhere' }],
    run: ({ store }) => {
      const { preferences, preferencesChanged, statusAnnounced } = store.getState()
      preferencesChanged({ showWaveform: !preferences.showWaveform })
      statusAnnounced(preferences.showWaveform ? 'Waveform hidden' : 'Waveform shown')
    },
  },
  {
    id: 'copy-quote',
    label: 'Copy as quote',
    help: 'Copies the selected words, or the current line, with speaker, time and title',
    group: 'Read',
    keys: [{ key: 'C', on: 'anywhere' }],
    isPossible: hasLines,
    run: ({ wishes }) => wishes.make('copy-quote'),
  },
  {
    id: 'open-files',
    label: 'Open files',
    help: 'Opens a recording, a transcript, or both, from this machine',
    group: 'App',
    keys: [{ key: 'O', on: 'anywhere' }],
    run: ({ wishes }) => wishes.make('pick-files'),
  },
  {
    id: 'open-addresses',
    label: 'Open addresses',
    help: 'Opens a recording and a transcript from the web',
    group: 'App',
    keys: [{ key: 'Shift+O', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('addresses'),
  },
  {
    id: 'settings',
    label: 'Settings',
    help: 'Text size, theme, keys and more',
    group: 'App',
    keys: [{ key: 'S', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('settings'),
  },
  {
    id: 'help',
    label: 'Keys',
    help: 'Shows all keys, and their settings',
    group: 'App',
    keys: [{ key: '?', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('help'),
  },
])

function zoom({ store }: App, factor: number) {
  const { zoom, zoomChanged, statusAnnounced } = store.getState()
  const next = Math.min(widestZoom, Math.max(1, zoom * factor))
  zoomChanged(next)
  statusAnnounced(next === 1 ? 'The whole recording' : `Waveform × ${next}`)
}
