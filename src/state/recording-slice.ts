import type { OfferedLink, Opening, Peaks, Recording } from './app-state.ts'
import type { Slice } from './store.ts'

export interface RecordingSlice {
  readonly recording: Recording
  readonly opening: Opening
  readonly peaks: Peaks
  readonly offeredLink: OfferedLink | null

  recordingOpened(recording: Omit<Extract<Recording, { status: 'open' }>, 'status'>): void
  recordingClosed(): void
  durationReported(duration: number, seekable: boolean): void
  openingReported(opening: Opening): void
  peaksReported(peaks: Peaks): void
  linkOffered(link: OfferedLink | null): void
}

export const createRecordingSlice: Slice<RecordingSlice> = (set) => ({
  recording: { status: 'none' },
  opening: { status: 'idle' },
  peaks: { status: 'none' },
  offeredLink: null,

  recordingOpened: (recording) =>
    set(({ playback }) => ({
      recording: { status: 'open', ...recording },
      peaks: { status: 'none' },
      offeredLink: null,
      zoom: 1,
      playback: { ...playback, loop: { status: 'off' }, failure: null },
    })),

  recordingClosed: () =>
    set(({ playback }) => ({
      recording: { status: 'none' },
      peaks: { status: 'none' },
      playback: { ...playback, loop: { status: 'off' }, failure: null },
    })),

  durationReported: (duration, seekable) =>
    set(({ recording }) =>
      recording.status === 'open' &&
      (recording.duration !== duration || recording.seekable !== seekable)
        ? { recording: { ...recording, duration, seekable } }
        : {},
    ),

  openingReported: (opening) => set({ opening }),
  peaksReported: (peaks) => set({ peaks }),
  linkOffered: (offeredLink) => set({ offeredLink }),
})
