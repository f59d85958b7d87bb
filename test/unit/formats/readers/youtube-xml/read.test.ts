import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('srv3 has a time for each word', async () => {
  expect(await linesOf('youtube-xml/words.srv3')).toEqual([
    '1–3 we walked home [we 1–1.25, walked 1.25–1.6, home 1.6–3]',
    '3–3.9 it rained [it 3–3.2, rained 3.2–3.9]',
  ])
  const { transcript, problems } = await readFixture('youtube-xml/words.srv3')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('an ampersand is a word', async () => {
  expect(await linesOf('youtube-xml/ampersand.srv3')).toEqual([
    '0.32–2.4 so we begin [so 0.32–0.56, we 0.56–0.8, begin 0.8–2.4]',
    '2.4–6.4 with tea & cake [with 2.4–2.56, tea 2.56–2.92, & 2.92–3.04, cake 3.04–6.4]',
  ])
  const { transcript, problems } = await readFixture('youtube-xml/ampersand.srv3')
  expect(transcript).toMatchObject({ timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('in srv1, references are written twice', async () => {
  expect(await linesOf('youtube-xml/references-twice.srv1')).toEqual([
    '1.5–3.5 Hello & welcome,',
    "3.5–5 it's late.",
  ])
  const { transcript, problems } = await readFixture('youtube-xml/references-twice.srv1')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('in srv2, appended lines are breaks, and a caption ends where the next one begins', async () => {
  expect(await linesOf('youtube-xml/appended-lines.srv2')).toEqual([
    '1–3 so the ferry came',
    '3–5 at "noon"',
    '5–7 and left',
    '7–8.5 before one',
  ])
  const { transcript, problems } = await readFixture('youtube-xml/appended-lines.srv2')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})
