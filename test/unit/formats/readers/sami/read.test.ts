import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a blank caption ends the one before', async () => {
  expect(await linesOf('sami/blank-ends.smi')).toEqual([
    '1–2.1 We walked\nhome.',
    '3–3.9 It rained.',
  ])
  const { transcript, problems } = await readFixture('sami/blank-ends.smi')
  expect(transcript).toMatchObject({ language: 'en-US', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the language with the most text is shown, and sources speak', async () => {
  expect(await linesOf('sami/two-languages-and-sources.smi')).toEqual([
    '0.5–2 Mira: Die Fähre kommt spät.',
    '2.5–3.28 Bo: Schon\nwieder.',
  ])
  const { transcript, problems } = await readFixture('sami/two-languages-and-sources.smi')
  expect(transcript).toMatchObject({ title: 'Fähre', language: 'de-DE', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([
    'encoding-guessed',
    'languages-left-out',
    'end-missing',
  ])
})
