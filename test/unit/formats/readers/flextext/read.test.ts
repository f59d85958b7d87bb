import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('glosses are not shown, and said', async () => {
  expect(await linesOf('flextext/glosses.flextext')).toEqual([
    '1–2.1 Ada: We walked home.',
    '3–3.9 Bob: It rained.',
  ])
  const { transcript, problems } = await readFixture('flextext/glosses.flextext')
  expect(transcript).toMatchObject({ title: 'Walk', language: 'en', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['gloss-not-shown'])
})

test('a phrase without a text of its own has that of its words', async () => {
  expect(await linesOf('flextext/words-without-phrase-text.flextext')).toEqual([
    '0.25–1.8 Mo: Feri imefika.',
    '– Ndiyo.',
  ])
  const { transcript, problems } = await readFixture('flextext/words-without-phrase-text.flextext')
  expect(transcript).toMatchObject({ language: 'sw', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['gloss-not-shown'])
})
