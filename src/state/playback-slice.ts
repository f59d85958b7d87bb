import type { Problem } from '#transcript/problem.ts'
import type { Loop, Playback } from './app-state.ts'
import type { SliceCreator } from './slice-creator.ts'

export interface PlaybackSlice {
  readonly playback: Playback

  activityReported(activity: Playback['activity']): void
  rateReported(rate: number): void
  volumeReported(volume: number, muted: boolean): void
  loopChanged(loop: Loop): void
  playbackFailed(failure: Problem): void
}

export const createPlaybackSlice: SliceCreator<PlaybackSlice> = (set) => ({
  playback: {
    activity: 'paused',
    rate: 1,
    volume: 1,
    muted: false,
    loop: { status: 'off' },
    failure: null,
  },

  activityReported: (activity) =>
    set(({ playback }) => ({
      playback: {
        ...playback,
        activity,
        failure: activity === 'playing' ? null : playback.failure,
      },
    })),

  rateReported: (rate) => set(({ playback }) => ({ playback: { ...playback, rate } })),
  volumeReported: (volume, muted) =>
    set(({ playback }) => ({ playback: { ...playback, volume, muted } })),
  loopChanged: (loop) => set(({ playback }) => ({ playback: { ...playback, loop } })),
  playbackFailed: (failure) => set(({ playback }) => ({ playback: { ...playback, failure } })),
})
