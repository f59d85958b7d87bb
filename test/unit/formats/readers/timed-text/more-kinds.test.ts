import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test("f4's times end their turns", async () => {
  expect(await linesOf('timed-text/f4-times-behind-turns.txt')).toEqual([
    '0–2.1 Ada: We walked home.',
    '2.1–3.9 Bob: It rained.',
    '3.9–65 Ada: The end.',
  ])
  const { transcript, problems } = await readFixture('timed-text/f4-times-behind-turns.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('a turn without a time of its own is estimated', async () => {
  expect(await linesOf('timed-text/f4-turn-without-time.txt')).toEqual([
    '0–4.6 I: Könnten Sie sich kurz vorstellen?',
    '4.6–13.1 B: Ja, gern. Ich habe dreißig Jahre im Hafen gearbeitet, (.) immer nachts.',
    '13.1–14.571 I: Immer? [Immer? 13.59–14.571]',
    '14.571–19.8 B: Fast immer. Am Sonntag nicht. [Fast 15.061–15.715, immer. 15.878–16.859, Am 17.022–17.349, Sonntag 17.512–18.656, nicht. 18.82–19.8]',
    '19.8–23 B: Oder doch, einmal.',
    '23–25.4 I: Und was war da?',
  ])
  const { transcript, problems } = await readFixture('timed-text/f4-turn-without-time.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['times-estimated'])
})

test('the receivers of a chat are said', async () => {
  const { problems } = await readFixture('timed-text/zoom-chat.txt')
  expect(problems.map(({ message }) => message)).toContain(
    'The text is a chat log: to whom 2 messages were sent (“Everyone”, “Tom Bell (Direct Message)”) is not shown.',
  )
})
