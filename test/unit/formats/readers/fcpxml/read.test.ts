import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('offsets count from the start of the gap', async () => {
  expect(await linesOf('fcpxml/gap-from-one-hour.fcpxml')).toEqual([
    '1–2.1 We walked home.',
    '3–3.9 It rained.',
  ])
  const { transcript, problems } = await readFixture('fcpxml/gap-from-one-hour.fcpxml')
  expect(transcript).toMatchObject({ language: 'en', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('offsets count in the clip, and one language is shown', async () => {
  expect(await linesOf('fcpxml/attached-clips-and-two-languages.fcpxml')).toEqual([
    '2–3.5 Die Fähre kommt.',
    '21–23.002 Sie fährt.',
  ])
  const { transcript, problems } = await readFixture(
    'fcpxml/attached-clips-and-two-languages.fcpxml',
  )
  expect(transcript).toMatchObject({ title: 'Ferry', language: 'de', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['roles-left-out'])
})
