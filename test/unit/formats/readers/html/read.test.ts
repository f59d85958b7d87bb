import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a time above its paragraph', async () => {
  expect(await linesOf('html/times-above-paragraphs.html')).toEqual([
    '1–3 We walked home.',
    '3–3.6 It rained.',
  ])
  const { transcript, problems } = await readFixture('html/times-above-paragraphs.html')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

test('the article is read, not the menu', async () => {
  expect(await linesOf('html/menu-article-and-speakers.html')).toEqual([
    '– The ferry',
    '– Mira: The ferry is late.',
    '– Bo: Again?\nAgain.',
    '– Mira: Yes – again.',
  ])
  const { transcript, problems } = await readFixture('html/menu-article-and-speakers.html')
  expect(transcript).toMatchObject({ title: 'Ferry & harbour', timing: 'none' })
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})

test('rows of a table are turns', async () => {
  expect(await linesOf('html/table-of-times.html')).toEqual([
    '1–5 Mira: The ferry is late.',
    '5–9 Bo: Again?',
    '9–9.3 Mira: Yes.',
  ])
  const { transcript, problems } = await readFixture('html/table-of-times.html')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})
