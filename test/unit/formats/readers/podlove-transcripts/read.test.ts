import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('items are the pieces of a turn', async () => {
  expect(await linesOf('podlove-transcripts/items.xml')).toEqual([
    '1–2.1 Ada: We walked home. [We 1–1.15, walked 1.15–1.6, home. 1.6–2.1]',
    '3–3.9 Bob: It rained.',
  ])
  const { transcript, problems } = await readFixture('podlove-transcripts/items.xml')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})
