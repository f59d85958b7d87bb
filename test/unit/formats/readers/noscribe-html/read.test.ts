import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('anchors give times and speakers, also where people overlap', async () => {
  expect(await linesOf('noscribe-html/overlap.html')).toEqual([
    '0–5.14 (5 seconds pause)',
    '5.14–11.01 S01: So tell me about the harbour, (..) the old one. [So 5.14–5.445, tell 5.445–6.055, me 6.055–6.36, about 6.36–7.123, the 7.123–7.58, harbour, 7.58–8.8, (..) 8.8–9.36, the 9.36–9.855, old 9.855–10.35, one. 10.35–11.01]',
    '11.09–11.91 S02: Which old one?',
    '12.87–13.51 S01: The first.',
    '14.19–16.33 S02: It was a river then.',
  ])
  const { transcript, problems } = await readFixture('noscribe-html/overlap.html')
  expect(transcript).toMatchObject({ title: 'interview 7', language: 'en', timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['about-not-shown'])
})

test('names that were changed are the speakers', async () => {
  expect(await linesOf('noscribe-html/renamed-speakers.html')).toEqual([
    '0.1–2 Mira: Wann kommt die Fähre?',
    '2.5–4 Bo: Spät. Sehr spät. [Spät. 2.5–3, Sehr 3–3.444, spät. 3.444–4]',
    '– Added by hand.',
    '5–6 Mira: Gut.',
  ])
  const { transcript, problems } = await readFixture('noscribe-html/renamed-speakers.html')
  expect(transcript).toMatchObject({ title: 'harbour.wav', language: 'de', timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['about-not-shown'])
})
