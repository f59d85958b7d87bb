import type { TimeRange } from '#transcript/pauses.ts'
import type { Problem } from '#transcript/problem.ts'
import { defaultPreferences } from './app-state.ts'
import type { DialogName, Follow, NoticesState, Preferences } from './app-state.ts'
import type { SliceCreator } from './slice-creator.ts'

export interface InterfaceSlice {
  /** What the first screen does not need is loaded after it. */
  readonly isFirstScreenShown: boolean
  /** A file was opened on the empty page and cannot be played yet: its first sound, too, comes before the rest. */
  readonly isFirstSoundAwaited: boolean
  readonly follow: Follow
  readonly dialog: DialogName | null
  readonly notices: NoticesState
  readonly preferences: Preferences
  /** The stretch of the recording that the waveform shows, seconds; `null`: the whole. */
  readonly view: TimeRange | null
  /** Whether the view goes with the playhead: not while the listener looks elsewhere in the waveform. */
  readonly viewFollows: boolean

  firstScreenShown(): void
  firstSoundAwaited(isFirstSoundAwaited: boolean): void
  followChanged(follow: Follow): void
  /** An address to begin the dialog for addresses with. */
  readonly pastedAddress: string

  addressPasted(address: string): void
  dialogChanged(dialog: DialogName | null): void
  statusAnnounced(status: string): void
  alertRaised(alert: Problem): void
  alertDismissed(): void
  preferencesChanged(changes: Partial<Preferences>): void
  viewChanged(changes: Partial<Pick<InterfaceSlice, 'view' | 'viewFollows'>>): void
}

export const createInterfaceSlice: SliceCreator<InterfaceSlice> = (set) => ({
  isFirstScreenShown: false,
  isFirstSoundAwaited: false,
  follow: 'following',
  dialog: null,
  notices: { status: '', statusCount: 0, alert: null },
  preferences: defaultPreferences,
  view: null,
  viewFollows: true,

  firstScreenShown: () => set({ isFirstScreenShown: true }),
  firstSoundAwaited: (isFirstSoundAwaited) => set({ isFirstSoundAwaited }),
  followChanged: (follow) => set({ follow }),
  pastedAddress: '',
  addressPasted: (pastedAddress) => set({ dialog: 'addresses', pastedAddress }),
  dialogChanged: (dialog) => set({ dialog, pastedAddress: '' }),
  statusAnnounced: (status) =>
    set(({ notices }) => ({
      notices: { ...notices, status, statusCount: notices.statusCount + 1 },
    })),
  alertRaised: (alert) => set(({ notices }) => ({ notices: { ...notices, alert } })),
  alertDismissed: () => set(({ notices }) => ({ notices: { ...notices, alert: null } })),
  preferencesChanged: (changes) =>
    set(({ preferences }) => ({ preferences: { ...preferences, ...changes } })),
  viewChanged: (changes) => set(changes),
})
