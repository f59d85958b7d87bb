import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

const script = 'ttml/dapt-original-and-translation.ttml'

test('the events of a dubbing script have their times, their characters, and each text in its language', async () => {
  expect(await linesOf(script)).toEqual([
    '3–6 ADA: The ferry is late.',
    '3–6 ADA: Le ferry est en retard.',
    '6.5–7.5 TOM: Again?',
    '6.5–9 TOM: Encore ?',
    '8–9 TOM: It is always late.',
    '10–14 Un bateau sort du brouillard.',
    '15–17 ADA & TOM: Le voilà !',
  ])
  const { transcript } = await readFixture(script)
  expect(transcript).toMatchObject({ title: 'The ferry', language: 'fr' })
  expect(transcript?.segments.map(({ language = 'fr' }) => language).join(' ')).toBe(
    'en fr en fr en fr fr',
  )
})

test('descriptions of its scenes are counted as such', async () => {
  const { problems } = await readFixture(script)
  expect(problems.map(({ message }) => message)).toContain(
    '1 description of what is seen or heard (line 21) is not shown.',
  )
})
