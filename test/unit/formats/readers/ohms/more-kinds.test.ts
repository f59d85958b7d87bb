import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('footnotes are counted', async () => {
  expect(await linesOf('ohms/footnotes.xml')).toEqual([
    '3–9 ASKER: You wrote about it in your second book.',
    '9–15 TELLER: Yes, and in a letter before.',
  ])
  const { transcript, problems } = await readFixture('ohms/footnotes.xml')
  expect(transcript).toMatchObject({ title: 'Test record', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['notes-not-shown'])
})
