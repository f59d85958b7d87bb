import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('two who speak at once have a segment each', async () => {
  expect(await linesOf('transcriber/two-speak-at-once.trs')).toEqual([
    '1–1.6 Ada: We walked',
    '1.6–2.1 Ada: home.',
    '3–3.9 Ada: It rained.',
    '3–3.9 Bob: It did.',
  ])
  const { transcript, problems } = await readFixture('transcriber/two-speak-at-once.trs')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the declared encoding is used, and a noise stands in the text', async () => {
  expect(await linesOf('transcriber/latin-1-and-noise.trs')).toEqual([
    '0–2.1 Zoé: Bonjour à tous',
    '2.1–4.2 Zoé: et bienvenue [rire]',
    '4.2–9.1 Zoé: merci',
    '4.2–9.1 Hôte: de rien',
  ])
  const { transcript, problems } = await readFixture('transcriber/latin-1-and-noise.trs')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('topics are chapters, comments are not shown', async () => {
  expect(await linesOf('transcriber/topics-and-noise-alone.trs')).toEqual([
    '1.5–8 [hupe-]',
    '8–9.5 Mira: Die Fähre.',
  ])
  const { transcript, problems } = await readFixture('transcriber/topics-and-noise-alone.trs')
  expect(transcript).toMatchObject({
    language: 'de',
    timing: 'segment',
    chapters: [{ start: 1.5, title: 'Hafen' }],
  })
  expect(problems.map(({ code }) => code)).toEqual(['annotation-not-shown'])
})
