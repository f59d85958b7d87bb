import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a tier of utterances', async () => {
  expect(await linesOf('sppas/transcription.xra')).toEqual(['1–2.1 We walked home.'])
  const { transcript, problems } = await readFixture('sppas/transcription.xra')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('words without utterances, of several tags the best', async () => {
  expect(await linesOf('sppas/words-and-best-tags.xra')).toEqual([
    '0.5–1.4 the ferry [the 0.5–0.9, ferry 0.9–1.4]',
  ])
  const { transcript, problems } = await readFixture('sppas/words-and-best-tags.xra')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['tiers-left-out'])
})
