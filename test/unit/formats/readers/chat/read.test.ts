import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

test('annotations are not shown, and lines continue', async () => {
  expect(await linesOf('chat/continued-line.cha')).toEqual([
    '1–2.1 Ada: we walked home .',
    '3–3.9 Bob: it rained [/] rained and rained .',
  ])
  const { transcript, problems } = await readFixture('chat/continued-line.cha')
  expect(transcript).toMatchObject({ language: 'en', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['dependent-not-shown'])
})

test('bullets are times', async () => {
  expect(await linesOf('chat/bullets.cha')).toEqual([
    '0–1.84 MOT: where did the <cat> [/] cat go ?',
    '1.84–4.21 CHI: up &uh the (.) tree .',
    '4.21–5.6 MOT: up the tree , did it ?',
  ])
  const { transcript, problems } = await readFixture('chat/bullets.cha')
  expect(transcript).toMatchObject({ language: 'en', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['dependent-not-shown'])
})

test('older files have %snd', async () => {
  expect(await linesOf('chat/sound-lines-of-older-files.cha')).toEqual([
    '7.12–10.45 SUB: the bridge # er was shut [:=T closed].',
    '10.45–12.003 INV: which bridge ?',
  ])
  const { transcript, problems } = await readFixture('chat/sound-lines-of-older-files.cha')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('pieces and words have times', async () => {
  expect(await linesOf('chat/words-and-pieces.cha')).toEqual([
    '0.5–2 CHI: da kommt die Fähre . [da 0.5–0.7, kommt 0.7–1.2, die 1.2–1.467, Fähre 1.467–1.911, . 1.911–2]',
    '2.5–3.5 MOT: ja , spät . [ja 2.5–2.8, spät 3–3.5]',
    '– CHI: nochmal !',
  ])
  const { transcript, problems } = await readFixture('chat/words-and-pieces.cha')
  expect(transcript).toMatchObject({ language: 'de', timing: 'word' })
  expect(problems.map(({ code }) => code)).toEqual(['no-times', 'dependent-not-shown'])
})

test('participants have their names; those without one their codes', async () => {
  const { transcript } = await readText(
    '@UTF8\n@Begin\n@Participants:\tCHI Ross_B Target_Child, MOT Mother\n*CHI:\tup the tree .\n*MOT:\tup ?\n@End\n',
  )
  expect(transcript!.speakers.map(({ name }) => name)).toEqual(['Ross B', 'MOT'])
})
