import { createStore } from 'zustand/vanilla'
import { subscribeWithSelector } from 'zustand/middleware'
import { createAlignmentSlice } from './alignment-slice.ts'
import type { AlignmentSlice } from './alignment-slice.ts'
import { createDocumentSlice } from './document-slice.ts'
import type { DocumentSlice } from './document-slice.ts'
import { createInterfaceSlice } from './interface-slice.ts'
import type { InterfaceSlice } from './interface-slice.ts'
import { createPlaybackSlice } from './playback-slice.ts'
import type { PlaybackSlice } from './playback-slice.ts'
import { createRecordingSlice } from './recording-slice.ts'
import type { RecordingSlice } from './recording-slice.ts'
import { createSearchSlice } from './search-slice.ts'
import type { SearchSlice } from './search-slice.ts'
import { createTextsSlice } from './texts-slice.ts'
import type { TextsSlice } from './texts-slice.ts'
import type { StateCreator } from 'zustand/vanilla'

export type AppState = RecordingSlice &
  TextsSlice &
  DocumentSlice &
  PlaybackSlice &
  SearchSlice &
  AlignmentSlice &
  InterfaceSlice

/** One slice of the one store: reads the whole, writes its own. */
export type Slice<T> = StateCreator<AppState, [['zustand/subscribeWithSelector', never]], [], T>

/** What the app knows. Its actions are facts that have happened; whoever wants something runs a command. */
export function createAppStore() {
  return createStore<AppState>()(
    subscribeWithSelector((...store) => ({
      ...createRecordingSlice(...store),
      ...createTextsSlice(...store),
      ...createDocumentSlice(...store),
      ...createPlaybackSlice(...store),
      ...createSearchSlice(...store),
      ...createAlignmentSlice(...store),
      ...createInterfaceSlice(...store),
    })),
  )
}

export type AppStore = ReturnType<typeof createAppStore>
