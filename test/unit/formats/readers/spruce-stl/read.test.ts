import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('bars break lines, and the frame rate is assumed', async () => {
  expect(await linesOf('spruce-stl/bars-and-styles.stl')).toEqual([
    '1–2.48 The ferry\nis late.',
    '3–4.96 Again, and again.',
  ])
  const { transcript, problems } = await readFixture('spruce-stl/bars-and-styles.stl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['frame-rate-assumed'])
})
