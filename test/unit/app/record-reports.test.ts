import { expect, test } from 'vitest'
import { createAppStore } from '#state/store.ts'
import { recordReports } from '../../../src/app/record-reports.ts'

function reported(sharedAddress: string | null = 'https://a.example/talk.mp3') {
  const store = createAppStore()
  store.getState().recordingOpened({
    name: 'Talk',
    key: 'talk',
    address: 'talk.mp3',
    sharedAddress,
    duration: 0,
    seekable: false,
  })
  return { store, report: recordReports(store) }
}

test('the store records what the player reports', () => {
  const { store, report } = reported()
  report({ kind: 'activity', activity: 'playing' })
  report({ kind: 'duration', duration: 100, seekable: true })
  report({ kind: 'rate', rate: 1.5 })
  report({ kind: 'volume', volume: 0.5, muted: true })
  report({ kind: 'picture', picture: { width: 640, height: 360 }, hasSound: true })
  expect(store.getState()).toMatchObject({
    playback: { activity: 'playing', rate: 1.5, volume: 0.5, muted: true },
    recording: { duration: 100, seekable: true, picture: { width: 640, height: 360 } },
  })
})

test.each([
  ['network', /connection broke.*Try again/],
  ['decode', /cannot decode.*Try again/],
  ['output', /Connect or choose one/],
  ['unsupported', /Open it again/],
  ['blocked', /Press play/],
] as const)('a failure (%s) says what to do', (reason, sentence) => {
  const { store, report } = reported()
  report({ kind: 'failed', reason })
  expect(store.getState().playback.failure).toMatchObject({
    code: `playback-${reason}`,
    severity: 'error',
    message: expect.stringMatching(sentence),
  })
})

test('a file that cannot be read any more is no connection that broke', () => {
  const { store, report } = reported(null)
  report({ kind: 'failed', reason: 'network' })
  expect(store.getState().playback.failure?.message).toMatch(/the file.*deleted\. Open it again/)
})
