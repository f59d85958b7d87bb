import type { TimeRange } from '#transcript/pauses.ts'
import type {
  OfferedLink,
  OpenRecording,
  Opening,
  Peaks,
  Playback,
  Recording,
  Seeking,
} from './app-state.ts'
import type { SliceCreator } from './slice-creator.ts'
import { withSilences } from './words-in-sound.ts'
import type { SpokenFacts } from './words-in-sound.ts'

export interface RecordingSlice {
  readonly recording: Recording
  readonly opening: Opening
  readonly peaks: Peaks
  /** Where nobody speaks, as the sound tells, in order; `null` where that is not known. */
  readonly silences: readonly TimeRange[] | null
  readonly seeking: Seeking
  /** By which it is known again (`#audio/fingerprint.ts`); `undefined` until it is made, `null` where it cannot be. */
  readonly fingerprint: string | null | undefined
  readonly offeredLink: OfferedLink | null

  recordingOpened(recording: Omit<OpenRecording, 'status' | 'picture' | 'hasSound'>): void
  recordingClosed(): void
  /** 0, where the player does not know, takes nothing away that was found out otherwise. */
  durationReported(duration: number, seekable: boolean): void
  pictureReported(picture: OpenRecording['picture'], hasSound: boolean): void
  openingReported(opening: Opening): void
  peaksReported(peaks: Peaks): void
  /** Words that hang into a silence are over from now on when it begins. */
  silencesReported(silences: readonly TimeRange[] | null): void
  seekingReported(seeking: Seeking): void
  fingerprintReported(fingerprint: string | null): void
  linkOffered(link: OfferedLink | null): void
}

/** The facts that change with the recording. */
interface RecordingFacts extends SpokenFacts {
  readonly playback: Playback
  readonly view: TimeRange | null
  readonly viewFollows: boolean
}

export const createRecordingSlice: SliceCreator<RecordingSlice, RecordingFacts> = (set) => ({
  recording: { status: 'none' },
  opening: { status: 'idle' },
  peaks: { status: 'none' },
  silences: null,
  seeking: { status: 'unknown' },
  fingerprint: undefined,
  offeredLink: null,

  recordingOpened: (recording) =>
    set((state) => ({
      ...withoutSound(state),
      recording: { status: 'open', ...recording, picture: null, hasSound: true },
      offeredLink: null,
    })),

  recordingClosed: () =>
    set((state) => ({ ...withoutSound(state), recording: { status: 'none' } })),

  durationReported: (duration, seekable) =>
    set(({ recording }) => {
      if (recording.status !== 'open') return {}
      const known = duration || recording.duration
      if (recording.duration === known && recording.seekable === seekable) return {}
      return { recording: { ...recording, duration: known, seekable } }
    }),

  pictureReported: (picture, hasSound) =>
    set(({ recording }) => {
      if (recording.status !== 'open') return {}
      const { picture: before } = recording
      const isSame = before?.width === picture?.width && before?.height === picture?.height
      if (isSame && hasSound === recording.hasSound) return {}
      return { recording: { ...recording, picture: isSame ? before : picture, hasSound } }
    }),

  openingReported: (opening) => set({ opening }),
  peaksReported: (peaks) => set({ peaks }),
  silencesReported: (silences) => set((state) => withSilences(state, silences)),
  seekingReported: (seeking) => set({ seeking }),
  fingerprintReported: (fingerprint) => set({ fingerprint }),
  linkOffered: (offeredLink) => set({ offeredLink }),
})

/** The facts that hang on a recording go with it. */
function withoutSound(state: RecordingFacts): Partial<RecordingSlice & RecordingFacts> {
  return {
    ...withSilences(state, null),
    peaks: { status: 'none' },
    seeking: { status: 'unknown' },
    fingerprint: undefined,
    view: null,
    viewFollows: true,
    playback: { ...state.playback, loop: { status: 'off' }, failure: null },
  }
}
