import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('channels are speakers', async () => {
  expect(await linesOf('ctm/two-channels.ctm')).toEqual([
    '1–2.1 Channel A: we walked home [we 1–1.2, walked 1.25–1.6, home 1.6–2.1]',
    '3–3.9 Channel B: it rained [it 3–3.15, rained 3.2–3.9]',
  ])
  const { transcript, problems } = await readFixture('ctm/two-channels.ctm')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the first alternative and the first recording are shown', async () => {
  expect(await linesOf('ctm/alternatives-and-two-files.ctm')).toEqual([
    '0.5–1.7 the ferry [the 0.5–0.8, ferry 1.2–1.7]',
    '4–4.5 late [late 4–4.5]',
  ])
  const { transcript, problems } = await readFixture('ctm/alternatives-and-two-files.ctm')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['recordings-left-out', 'alternative-not-shown'])
})
