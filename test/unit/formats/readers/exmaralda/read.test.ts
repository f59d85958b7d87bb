import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

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

test('user-defined information behind the end of a sentence does not hide it', async () => {
  const { transcript } = await readText(
    '<basic-transcription><basic-body><common-timeline><tli id="T0" time="0"/><tli id="T1" time="1"/><tli id="T2" time="2"/></common-timeline><tier type="t"><event start="T0" end="T1">We walked.<ud-information attribute-name="note">checked twice</ud-information></event><event start="T1" end="T2">It rained.</event></tier></basic-body></basic-transcription>',
  )
  expect(transcript!.segments.map(({ text }) => text)).toEqual(['We walked.', 'It rained.'])
})
