import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('whole numbers that run on are milliseconds', async () => {
  expect(await linesOf('csv/milliseconds-without-header.csv')).toEqual([
    '0–2.1 We walked, home.',
    '2.1–3.9 It rained.',
    '3.9–5 Again.',
  ])
  const { transcript, problems } = await readFixture('csv/milliseconds-without-header.csv')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('sounds of the Montreal Forced Aligner are not shown', async () => {
  expect(await linesOf('csv/montreal-words-and-sounds.csv')).toEqual([
    '0–1.1 ada: we walked home [we 0–0.25, walked 0.25–0.6, home 0.6–1.1]',
  ])
  const { transcript, problems } = await readFixture('csv/montreal-words-and-sounds.csv')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['rows-left-out'])
})

test('rows of sounds are counted, and so are the cells of other columns', async () => {
  const aligned = await readFixture('csv/montreal-words-and-sounds.csv')
  expect(aligned.problems.map(({ message }) => message)).toEqual([
    '2 rows (lines 5, 6) are not of words (“phones”) and are not shown.',
  ])
  const noted = await readFixture('csv/formula-guard-and-clock-times.csv')
  expect(noted.problems.map(({ message }) => message)).toContain(
    'The column “Notes” (1 cell with text) is not shown.',
  )
})
