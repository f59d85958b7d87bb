import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('times count 100 nanoseconds', async () => {
  expect(await linesOf('mlf/words.mlf')).toEqual([
    '1–2.1 we walked home [we 1–1.2, walked 1.25–1.6, home 1.6–2.1]',
  ])
  const { transcript, problems } = await readFixture('mlf/words.mlf')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the last column holds the words of sounds', async () => {
  expect(await linesOf('mlf/sounds-with-words.mlf')).toEqual([
    '0.5–1.2 the fähre [the 0.5–0.7, fähre 0.7–1.2]',
  ])
  const { transcript, problems } = await readFixture('mlf/sounds-with-words.mlf')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})
