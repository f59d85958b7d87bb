import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

test('a tier of utterances', async () => {
  expect(await linesOf('sppas/transcription.xra')).toEqual(['1–2.1 We walked home.'])
  const { transcript, problems } = await readFixture('sppas/transcription.xra')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('words without utterances, of several tags the best', async () => {
  expect(await linesOf('sppas/words-and-best-tags.xra')).toEqual([
    '0.5–1.4 the ferry [the 0.5–0.9, ferry 0.9–1.4]',
  ])
  const { transcript, problems } = await readFixture('sppas/words-and-best-tags.xra')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['tiers-left-out'])
})

const annotation = (location: string, tags: string) =>
  `<Document><Tier tiername="Transcription"><Annotation><Location>${location}</Location><Label>${tags}</Label></Annotation><Annotation><Location><Interval><Begin midpoint="1"/><End midpoint="2"/></Interval></Location><Label><Tag>It rained.</Tag></Label></Annotation></Tier></Document>`

test('an annotation without a time is counted', async () => {
  const { transcript, problems } = await readText(annotation('', '<Tag>We walked.</Tag>'))
  expect(transcript!.segments).toHaveLength(1)
  expect(problems.map(({ code }) => code)).toEqual(['annotation-untimed'])
})

test('a score that is no number does not make the last tag the best', async () => {
  const { transcript } = await readText(
    annotation(
      '<Interval><Begin midpoint="0"/><End midpoint="1"/></Interval>',
      '<Tag score="high">We walked.</Tag><Tag score="0.2">We talked.</Tag>',
    ),
  )
  expect(transcript!.segments[0]!.text).toBe('We walked.')
})
