import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

test('the last group counts frames', async () => {
  expect(await linesOf('avid-caption/frames.txt')).toEqual([
    '1–2.12 We walked home.',
    '3–3.88 It rained.',
  ])
  const { transcript, problems } = await readFixture('avid-caption/frames.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['frame-rate-assumed'])
})

test('a frame of 29 means 30 a second', async () => {
  expect(await linesOf('avid-caption/ntsc-frames.txt')).toEqual([
    '3601.967–3603 The ferry\nis late.',
    '3604.5–3605 Again.',
  ])
  const { transcript, problems } = await readFixture('avid-caption/ntsc-frames.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['frame-rate-assumed', 'times-of-programme'])
})

test('lines outside the subtitles are counted', async () => {
  const { problems } = await readText(
    '<begin subtitles>\n\n00:00:01:00 00:00:02:00\nAgain.\n\n<end subtitles>\nThe end.\n',
  )
  expect(problems.map(({ message }) => message)).toContain(
    '1 line (line 7) outside the subtitles was left out.',
  )
})
