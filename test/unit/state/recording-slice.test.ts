import { describe, expect, test } from 'vitest'
import { createAppStore } from '#state/store.ts'
import type { OpenRecording } from '#state/app-state.ts'

function openRecording() {
  const store = createAppStore()
  const recording = () => store.getState().recording as OpenRecording
  store.getState().recordingOpened({
    name: 'Talk',
    key: 'talk',
    address: 'talk.mp3',
    sharedAddress: null,
    duration: 0,
    seekable: false,
  })
  return { store, recording }
}

describe('an open recording', () => {
  test('keeps the duration it has when the player no longer knows one', () => {
    const { store, recording } = openRecording()
    store.getState().durationReported(100, true)
    store.getState().durationReported(0, true)
    expect(recording()).toMatchObject({ duration: 100, seekable: true })
  })

  test('stays the same object when a report brings nothing new', () => {
    const { store, recording } = openRecording()
    store.getState().durationReported(100, true)
    store.getState().pictureReported({ width: 640, height: 360 }, true)
    const before = recording()
    store.getState().durationReported(100, true)
    store.getState().pictureReported({ width: 640, height: 360 }, true)
    expect(recording()).toBe(before)
  })

  test('has a picture as soon as it is reported, and may turn out to be silent', () => {
    const { store, recording } = openRecording()
    expect(recording()).toMatchObject({ picture: null, hasSound: true })
    store.getState().pictureReported({ width: 640, height: 360 }, true)
    const { picture } = recording()
    store.getState().pictureReported({ width: 640, height: 360 }, false)
    expect(recording().picture).toBe(picture)
    expect(recording().hasSound).toBe(false)
  })

  test('that is closed loses the results of its analysis', () => {
    const { store } = openRecording()
    const state = store.getState()
    state.peaksReported({ status: 'loading' })
    state.seekingReported({ status: 'exact' })
    state.fingerprintReported('f1')
    state.silencesReported([{ start: 1, end: 2 }])
    state.playbackFailed({ code: 'x', severity: 'error', message: 'It stopped.' })
    state.recordingClosed()
    expect(store.getState()).toMatchObject({
      recording: { status: 'none' },
      peaks: { status: 'none' },
      seeking: { status: 'unknown' },
      fingerprint: undefined,
      silences: null,
      playback: { failure: null },
    })
  })
})

test('reports about a recording that is not open change nothing', () => {
  const store = createAppStore()
  store.getState().durationReported(100, true)
  store.getState().pictureReported({ width: 640, height: 360 }, true)
  expect(store.getState().recording).toEqual({ status: 'none' })
})

test('a failure of playback is over as soon as it plays, and not while it waits', () => {
  const { store } = openRecording()
  const failure = { code: 'playback-network', severity: 'error', message: 'It broke.' } as const
  store.getState().playbackFailed(failure)
  store.getState().activityReported('waiting')
  expect(store.getState().playback.failure).toBe(failure)
  store.getState().activityReported('playing')
  expect(store.getState().playback.failure).toBeNull()
})
