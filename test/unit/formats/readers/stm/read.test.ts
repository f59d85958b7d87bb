import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('labels and gaps are no text', async () => {
  expect(await linesOf('stm/labels-and-gaps.stm')).toEqual([
    '1–2.5 Mira: the ferry is late',
    '2.25–3 Bo: again (%hesitation) and again',
  ])
  const { transcript, problems } = await readFixture('stm/labels-and-gaps.stm')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['ignored'])
})
