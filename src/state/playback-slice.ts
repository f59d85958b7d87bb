import type { Problem } from '#transcript/problem.ts'
import { silence } from '#transcript/timeline.ts'
import type { Timeline } from '#transcript/timeline.ts'
import type { Loop, Playback, Preferences } from './app-state.ts'
import type { SliceCreator } from './slice-creator.ts'

export interface PlaybackSlice {
  readonly playback: Playback

  /** The clock's report: seconds. Everything that follows the sound follows from here. */
  playheadMoved(time: number): void
  activityReported(activity: Playback['activity']): void
  rateReported(rate: number): void
  volumeReported(volume: number, muted: boolean): void
  loopChanged(loop: Loop): void
  playbackFailed(failure: Problem): void
}

/** The facts that tell what is spoken at a time. */
interface TimingFacts {
  readonly timeline: Timeline
  readonly preferences: Preferences
}

export const createPlaybackSlice: SliceCreator<PlaybackSlice, TimingFacts> = (set) => ({
  playback: {
    time: 0,
    spoken: silence,
    activity: 'paused',
    rate: 1,
    volume: 1,
    muted: false,
    loop: { status: 'off' },
    failure: null,
  },

  playheadMoved: (time) =>
    set(({ playback, timeline, preferences }) => {
      const spoken = timeline.spokenAt(time - preferences.outputLatencyMs / 1000)
      if (time === playback.time && spoken === playback.spoken) return {}
      return { playback: { ...playback, time, spoken } }
    }),

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
