import type { AppFacts } from '#state/store.ts'
import { defineCommands, hasLines, isRecordingOpen } from './command.ts'
import { stepView, zoomBy } from './zooming.ts'

const isZoomed = ({ view }: AppFacts) => view !== null

export const appCommands = defineCommands([
  {
    id: 'zoom-in',
    label: 'Zoom in',
    help: 'Show a shorter part of the waveform, larger',
    group: 'Waveform',
    keys: [{ key: '+', on: 'anywhere' }],
    repeats: true,
    isPossible: isRecordingOpen,
    run: (context) => zoomBy(context, 2),
  },
  {
    id: 'zoom-out',
    label: 'Zoom out',
    help: 'Show a longer part of the waveform',
    group: 'Waveform',
    keys: [{ key: '-', on: 'anywhere' }],
    repeats: true,
    isPossible: isRecordingOpen,
    run: (context) => zoomBy(context, 1 / 2),
  },
  {
    id: 'look-earlier',
    label: 'Look earlier',
    help: 'Move a zoomed waveform back by half its width; the sound stays',
    group: 'Waveform',
    keys: [{ key: '(', on: 'anywhere' }],
    repeats: true,
    isPossible: isZoomed,
    run: (context) => stepView(context, -1),
  },
  {
    id: 'look-later',
    label: 'Look later',
    help: 'Move a zoomed waveform on by half its width; the sound stays',
    group: 'Waveform',
    keys: [{ key: ')', on: 'anywhere' }],
    repeats: true,
    isPossible: isZoomed,
    run: (context) => stepView(context, 1),
  },
  {
    id: 'toggle-waveform',
    label: 'Waveform',
    help: 'Show or hide the waveform',
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
    help: 'Copy the selected words, or the current line, with speaker, time and title',
    group: 'Read',
    keys: [{ key: 'C', on: 'anywhere' }],
    isPossible: hasLines,
    run: ({ uiRequests }) => uiRequests.send('copy-quote'),
  },
  {
    id: 'open-files',
    label: 'Open files',
    help: 'Open a recording, a transcript, or both, from this machine',
    group: 'App',
    keys: [{ key: 'O', on: 'anywhere' }],
    run: ({ uiRequests }) => uiRequests.send('pick-files'),
  },
  {
    id: 'open-addresses',
    label: 'Open addresses',
    help: 'Open a recording and a transcript from the web',
    group: 'App',
    keys: [{ key: 'Shift+O', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('addresses'),
  },
  {
    id: 'settings',
    label: 'Settings',
    help: 'Change text size, theme, keys and more',
    group: 'App',
    keys: [{ key: 'S', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('settings'),
  },
  {
    id: 'help',
    label: 'Keys',
    help: 'Show all keys, and their settings',
    group: 'App',
    keys: [{ key: '?', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('help'),
  },
  {
    id: 'about',
    label: 'About Earshot',
    help: 'Show the version, privacy and licences',
    group: 'App',
    keys: [{ key: 'Shift+I', on: 'anywhere' }],
    run: ({ store }) => store.getState().dialogChanged('about'),
  },
])
