import { expect, test } from 'vitest'
import { readText } from '../../fixtures.ts'

const cue = '00:00:01.000 --> 00:00:02.000\nThe rain came early.\n'

async function problemsOf(text: string) {
  const { problems } = await readText(text)
  return problems.map(({ code, line }) => [code, line])
}

test('comments are meant for nobody, and not counted', async () => {
  expect(await problemsOf(`WEBVTT\n\nNOTE checked\nup to here\n\n${cue}\nNOTE\n\n`)).toEqual([])
})

test('styles and regions are counted, not shown', async () => {
  const looks = 'STYLE\n::cue { color: red }\n\nREGION\nid:low\n\n'
  expect(await problemsOf(`WEBVTT\n\n${looks}${cue}`)).toEqual([['style-not-shown', 3]])
})

test('text behind a blank line inside a cue is lost in every player, and counted here', async () => {
  const { transcript, problems } = await readText(`WEBVTT\n\n${cue}\nIt left late.\n`)
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['The rain came early.'])
  expect(problems).toMatchObject([
    { code: 'text-without-time', severity: 'warning', line: 6, quote: 'It left late.' },
  ])
})

test('a block whose times cannot be read is counted once', async () => {
  expect(await problemsOf(`WEBVTT\n\n${cue}\n00:03 --> soon\nIt left late.\n`)).toEqual([
    ['cue-unreadable', 6],
  ])
})
