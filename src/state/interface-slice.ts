import type { Problem } from '#transcript/problem.ts'
import { defaultPreferences } from './app-state.ts'
import type { DialogName, Follow, Notices, Preferences } from './app-state.ts'
import type { Slice } from './store.ts'

export interface InterfaceSlice {
  readonly follow: Follow
  readonly dialog: DialogName | null
  readonly notices: Notices
  readonly preferences: Preferences
  /** How many times the waveform is wider than its window; 1 shows the whole recording. */
  readonly zoom: number

  followChanged(follow: Follow): void
  /** An address to begin the dialog for addresses with. */
  readonly pastedAddress: string

  addressPasted(address: string): void
  dialogChanged(dialog: DialogName | null): void
  statusAnnounced(status: string): void
  alertRaised(alert: Problem): void
  alertDismissed(): void
  preferencesChanged(changes: Partial<Preferences>): void
  zoomChanged(zoom: number): void
}

export const createInterfaceSlice: Slice<InterfaceSlice> = (set) => ({
  follow: 'following',
  dialog: null,
  notices: { status: '', statusCount: 0, alert: null },
  preferences: defaultPreferences,
  zoom: 1,

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
  zoomChanged: (zoom) => set({ zoom }),
})
