import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('subtitles have times and a language', async () => {
  expect(await linesOf('usf/plain.usf')).toEqual(['1–2.1 We walked home.', '3–3.9 It rained.'])
  const { transcript, problems } = await readFixture('usf/plain.usf')
  expect(transcript).toMatchObject({ title: 'Walk', language: 'en', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('fonts are no text, a duration is an end', async () => {
  expect(await linesOf('usf/lines-fonts-and-durations.usf')).toEqual(['2.5–3.75 Die Fähre\nkommt.'])
  const { transcript, problems } = await readFixture('usf/lines-fonts-and-durations.usf')
  expect(transcript).toMatchObject({ language: 'de', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['part-not-shown'])
})
