import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('joined segments of a stream count from the first', async () => {
  expect(await linesOf('webvtt/joined-segments-of-a-stream.vtt')).toEqual([
    '6–9 First thing said.',
    '13.5–15.25 Second thing said.',
    '18.2–20 Third thing said.',
  ])
  const { transcript, problems } = await readFixture('webvtt/joined-segments-of-a-stream.vtt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['parts-joined'])
})
