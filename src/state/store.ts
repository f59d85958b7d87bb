import { createStore } from 'zustand/vanilla'
import { subscribeWithSelector } from 'zustand/middleware'
import { createAlignmentSlice } from './alignment-slice.ts'
import type { AlignmentSlice } from './alignment-slice.ts'
import { createInterfaceSlice } from './interface-slice.ts'
import type { InterfaceSlice } from './interface-slice.ts'
import { createPlaybackSlice } from './playback-slice.ts'
import type { PlaybackSlice } from './playback-slice.ts'
import type { Facts, ReadableStore } from './readable-store.ts'
import { createRecordingSlice } from './recording-slice.ts'
import type { RecordingSlice } from './recording-slice.ts'
import { createSearchSlice } from './search-slice.ts'
import type { SearchSlice } from './search-slice.ts'
import { createTranscriptsSlice } from './transcripts-slice.ts'
import type { TranscriptsSlice } from './transcripts-slice.ts'

export type AppState = RecordingSlice &
  TranscriptsSlice &
  PlaybackSlice &
  SearchSlice &
  AlignmentSlice &
  InterfaceSlice

/** What views read. */
export type AppFacts = Facts<AppState>

export type AppStore = ReadableStore<AppState>

/** Creates the app store. Its actions report facts; to change something, run a command. */
export function createAppStore(): AppStore {
  return createStore<AppState>()(
    subscribeWithSelector((set, get) => ({
      ...createRecordingSlice(set, get),
      ...createTranscriptsSlice(set, get),
      ...createPlaybackSlice(set, get),
      ...createSearchSlice(set, get),
      ...createAlignmentSlice(set, get),
      ...createInterfaceSlice(set, get),
    })),
  )
}
