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
  /** Detected in the audio, in order; `null` where they are not known. */
  readonly silences: readonly TimeRange[] | null
  readonly seeking: Seeking
  /** Identifies the content (`#audio/fingerprint.ts`); `undefined` until it is computed, `null` where that failed. */
  readonly fingerprint: string | null | undefined
  readonly offeredLink: OfferedLink | null
  /** Sentences about what is unusual in the recording and cannot be mended here. */
  readonly recordingNotes: readonly string[]

  recordingOpened(recording: Omit<OpenRecording, 'status' | 'picture' | 'hasSound'>): void
  recordingClosed(): void
  /** 0, if the player does not know the duration, keeps the one that is known. */
  durationReported(duration: number, seekable: boolean): void
  pictureReported(picture: OpenRecording['picture'], hasSound: boolean): void
  openingReported(opening: Opening): void
  peaksReported(peaks: Peaks): void
  /** From now on words that reach into a silence end where it begins. */
  silencesReported(silences: readonly TimeRange[] | null): void
  seekingReported(seeking: Seeking): void
  fingerprintReported(fingerprint: string | null): void
  linkOffered(link: OfferedLink | null): void
  recordingNoted(note: string): void
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
  recordingNotes: [],

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
  recordingNoted: (note) =>
    set(({ recordingNotes }) => ({ recordingNotes: [...recordingNotes, note] })),
})

/** Resets the facts that belong to a recording. */
function withoutSound(state: RecordingFacts): Partial<RecordingSlice & RecordingFacts> {
  return {
    ...withSilences(state, null),
    peaks: { status: 'none' },
    seeking: { status: 'unknown' },
    fingerprint: undefined,
    recordingNotes: [],
    view: null,
    viewFollows: true,
    playback: { ...state.playback, loop: { status: 'off' }, failure: null },
  }
}
