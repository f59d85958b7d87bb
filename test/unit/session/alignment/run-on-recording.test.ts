import { expect, test } from 'vitest'
import { runOnRecording } from '#session/alignment/run-on-recording.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'

const address: RecordingSource = { kind: 'address', address: 'https://a.example/talk.mp3' }
const noRanges = Object.assign(new Error('the server does not give parts of it'), {
  name: 'NoRanges',
})

/** Runs on a recording at an address; `given` returns the outcome for each source that is tried. */
async function ran(given: (place: RecordingSource) => Promise<string>) {
  const reported: string[] = []
  let isReleased = false
  await new Promise<void>((resolve) => {
    runOnRecording(
      {
        download: () =>
          Promise.resolve({
            blob: new Blob(['copy']),
            release: () => void (isReleased = true),
          }),
      },
      { source: address, begin: (place) => ({ outcome: given(place), stop() {} }) },
      {
        onLoading() {},
        onEnd(outcome: string) {
          reported.push(outcome)
          resolve()
        },
        onFailure(why) {
          reported.push(String(why))
          resolve()
        },
      },
    )
  })
  await Promise.resolve()
  return { reported, isReleased }
}

test('a recording that its server gives only as a whole is copied, and the copy released', async () => {
  const { reported, isReleased } = await ran(({ kind }) =>
    kind === 'address' ? Promise.reject(noRanges) : Promise.resolve('of the copy'),
  )
  expect(reported).toEqual(['of the copy'])
  expect(isReleased).toBe(true)
})

test('a failure for another reason is not retried on a copy', async () => {
  const { reported } = await ran(() => Promise.reject(new Error('the sound cannot be decoded')))
  expect(reported).toEqual(['Error: the sound cannot be decoded'])
})
