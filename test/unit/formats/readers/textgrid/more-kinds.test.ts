import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('SPPAS has words and sounds beside the transcription', async () => {
  expect(await linesOf('textgrid/sppas-words-and-sounds.TextGrid')).toEqual([
    '1–2.1 we walked home [we 1–1.2, walked 1.2–1.6, home 1.6–2.1]',
  ])
  const { transcript, problems } = await readFixture('textgrid/sppas-words-and-sounds.TextGrid')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['tiers-left-out'])
})
