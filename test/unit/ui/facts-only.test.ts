import { expect, test } from 'vitest'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import type { ViewApp } from '#ui/kit/app-context.ts'

test('a view that reports a fact does not compile', () => {
  const appStore = createAppStore()
  const stores = { store: appStore, playhead: createPlayheadStore(appStore) }
  const { store, playhead }: Pick<ViewApp, 'store' | 'playhead'> = stores
  expect(store.getState().recording.status).toBe('none')
  // @ts-expect-error: actions are for commands, sessions and the player
  expect(store.getState().recordingClosed).toBeTypeOf('function')
  // @ts-expect-error: only the clock moves the playhead
  expect(playhead.getState().playheadMoved).toBeTypeOf('function')
  // @ts-expect-error: only slices set the state
  expect(store.setState).toBeTypeOf('function')
})
