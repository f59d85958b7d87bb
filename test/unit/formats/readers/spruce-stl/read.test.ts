import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

test('bars break lines, and the frame rate is assumed', async () => {
  expect(await linesOf('spruce-stl/bars-and-styles.stl')).toEqual([
    '1–2.48 The ferry\nis late.',
    '3–4.96 Again, and again.',
  ])
  const { transcript, problems } = await readFixture('spruce-stl/bars-and-styles.stl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['frame-rate-assumed'])
})

test('three digits behind a point count milliseconds', async () => {
  const { transcript, problems } = await readText(
    '00:00:01.500,00:00:02.250,The ferry is late.\n00:00:03.000,00:00:04.125,Again.\n',
  )
  expect(transcript).toMatchObject({
    segments: [
      { start: 1.5, end: 2.25, text: 'The ferry is late.' },
      { start: 3, end: 4.125 },
    ],
  })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the start of a programme is not taken for that of the recording silently', async () => {
  const { transcript, problems } = await readText('01:00:01:00 , 01:00:02:12 , Again.\n', {
    fileName: 'a.stl',
  })
  expect(transcript!.segments[0]!.start).toBe(3601)
  expect(problems.map(({ code }) => code)).toEqual(['frame-rate-assumed', 'times-of-programme'])
})
