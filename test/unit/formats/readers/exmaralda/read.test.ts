import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('annotations are not shown, and said', async () => {
  expect(await linesOf('exmaralda/translation-tier.exb')).toEqual([
    '1–2.1 ADA: We walked home.',
    '3–3.9 BOB: It rained.',
  ])
  const { transcript, problems } = await readFixture('exmaralda/translation-tier.exb')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['tiers-left-out'])
})

test('adjoining events are one utterance, and a moment without a time is estimated', async () => {
  expect(await linesOf('exmaralda/moment-without-time.exb')).toEqual([
    '0–2.67 ANN: Wo warst ((lacht)) du denn? [Wo 0–0.18, warst 0.18–0.63, ((lacht)) 0.63–1.44, du 1.44–1.791, denn? 1.791–2.67]',
    '2.67–3.9 BEN: Am See.',
  ])
  const { transcript, problems } = await readFixture('exmaralda/moment-without-time.exb')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['time-estimated', 'tiers-left-out'])
})
