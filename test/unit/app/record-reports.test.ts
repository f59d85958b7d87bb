import { expect, test } from 'vitest'
import { FetchFailure } from '#sources/request-bytes.ts'
import { createAppStore } from '#state/store.ts'
import { recordReports } from '../../../src/app/record-reports.ts'
import type { AskServer } from '../../../src/app/record-reports.ts'
import { eventually } from '../../support/eventually.ts'

function reported(
  sharedAddress: string | null = 'https://a.example/talk.mp3',
  askServer?: AskServer,
) {
  const store = createAppStore()
  store.getState().recordingOpened({
    name: 'Talk',
    key: 'talk',
    address: 'talk.mp3',
    sharedAddress,
    duration: 0,
    seekable: false,
  })
  return { store, report: recordReports(store, askServer) }
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

test('what the server answers says why a recording stopped; without an answer, the connection broke', async () => {
  const failing = (answer: FetchFailure) => {
    const { store, report } = reported(undefined, async () => {
      throw answer
    })
    report({ kind: 'failed', reason: 'network' })
    return () => store.getState().playback.failure?.message
  }
  const refused = failing(new FetchFailure('the server failed (500)', { status: 500 }))
  await eventually(() =>
    expect(refused()).toBe('The sound stopped: the server failed (500). Try again later.'),
  )
  const offline = failing(new FetchFailure('the server cannot be reached'))
  await new Promise((resolve) => setTimeout(resolve))
  expect(offline()).toMatch(/connection broke/)
})

test('a server that is busy is said to be busy', async () => {
  const { store, report } = reported(undefined, async (_, onWait) => onWait(4500))
  report({ kind: 'failed', reason: 'unsupported' })
  await eventually(() =>
    expect(store.getState().playback.failure?.message).toBe(
      'The sound stopped, because its server is busy. Try again in 5 seconds.',
    ),
  )
})
