import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a file without a namespace is TTML', async () => {
  expect(await linesOf('ttml/no-namespace.xml')).toEqual([
    '1–2.1 We walked home.',
    '3–3.9 It rained.',
  ])
  const { transcript, problems } = await readFixture('ttml/no-namespace.xml')
  expect(transcript).toMatchObject({ language: 'en', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('hours since 1970 are counted from the first', async () => {
  expect(await linesOf('ttml/hours-since-1970.ttml')).toEqual([
    '0–2.18 De brug is open.\nAlweer?',
    '2.88–5.08 Altijd om vijf uur.',
  ])
  const { transcript, problems } = await readFixture('ttml/hours-since-1970.ttml')
  expect(transcript).toMatchObject({ language: 'nl', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['times-from-first'])
})
