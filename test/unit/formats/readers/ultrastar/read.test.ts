import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('syllables form words', async () => {
  expect(await linesOf('ultrastar/syllables.txt')).toEqual([
    '1–2.2 We walked home [We 1–1.2, walked 1.25–1.65, home 1.7–2.2]',
    '3–4.2 It rained [It 3–3.2, rained 3.25–4.2]',
  ])
  const { transcript, problems } = await readFixture('ultrastar/syllables.txt')
  expect(transcript).toMatchObject({ title: 'Ada – Walk', timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('duets, relative beats and held notes', async () => {
  expect(await linesOf('ultrastar/duet-relative-and-holds.txt')).toEqual([
    '0.5–1.497 Mira: Die Fähre [Die 0.5–0.899, Fähre 0.899–1.497]',
    '2.095–2.494 Mira: kommt. [kommt. 2.095–2.494]',
    '4.487–4.886 Singer 2: Spät. [Spät. 4.487–4.886]',
  ])
  const { transcript, problems } = await readFixture('ultrastar/duet-relative-and-holds.txt')
  expect(transcript).toMatchObject({ title: 'Mira – Fähre', timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['encoding-guessed'])
})
