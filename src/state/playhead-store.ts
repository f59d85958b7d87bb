import { createStore } from 'zustand/vanilla'
import { subscribeWithSelector } from 'zustand/middleware'
import { isSameSpoken, nothingSpoken } from '#transcript/timeline.ts'
import type { Spoken } from '#transcript/timeline.ts'
import { createDeadlines } from './deadlines.ts'
import type { Deadlines } from './deadlines.ts'
import type { ReadableStore } from './readable-store.ts'
import type { AppStore } from './store.ts'

/** What changes with the media time, up to sixty times a second. No React component selects from it. */
export interface PlayheadState {
  /** Seconds, as the clock last reported; at most until the next deadline behind the media element. */
  readonly time: number
  /** The lines and words being spoken; the same object while they are the same. */
  readonly spoken: Spoken
  /** How often the time was moved (a seek, another recording) instead of running. */
  readonly jumps: number

  /** The time ran to here, seconds. */
  playheadMoved(time: number): void
  /** The time was moved to here, seconds. */
  playheadJumped(time: number): void
}

export interface PlayheadStore extends ReadableStore<PlayheadState> {
  readonly deadlines: Deadlines
}

/**
 * The fast facts, in a store of their own, so that no selector of the app store runs when only time has passed.
 * Created before any view subscribes to the app store: views read `spoken` for the lines that they are given.
 */
export function createPlayheadStore(app: AppStore): PlayheadStore {
  const latency = () => app.getState().preferences.outputLatencyMs / 1000
  const store = createStore<PlayheadState>()(
    subscribeWithSelector((set, get) => {
      const at = (time: number) => {
        const spoken = app.getState().timeline.spokenAt(time - latency())
        const before = get().spoken
        return { time, spoken: isSameSpoken(spoken, before) ? before : spoken }
      }
      return {
        time: 0,
        spoken: nothingSpoken,
        jumps: 0,
        playheadMoved(time) {
          const { time: timeBefore, spoken: spokenBefore } = get()
          const next = at(time)
          if (next.time !== timeBefore || next.spoken !== spokenBefore) set(next)
        },
        playheadJumped: (time) => set(({ jumps }) => ({ ...at(time), jumps: jumps + 1 })),
      }
    }),
  )
  const follow = () => store.getState().playheadMoved(store.getState().time)
  app.subscribe(({ timeline }) => timeline, follow)
  app.subscribe(({ preferences }) => preferences.outputLatencyMs, follow)

  const deadlines = createDeadlines()
  const { signal } = new AbortController()
  deadlines.add((time) => app.getState().timeline.spokenUntil(time - latency()) + latency(), signal)
  deadlines.add((time) => Math.floor(time) + 1, signal)
  return { ...store, deadlines }
}
