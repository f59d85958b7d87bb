import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a block has a speaker and times', async () => {
  expect(await linesOf('tei/annotation-block.xml')).toEqual(['1–2.1 Ada: We walked home.'])
  const { transcript, problems } = await readFixture('tei/annotation-block.xml')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('anchors time the pieces of an utterance', async () => {
  expect(await linesOf('tei/anchors-words-and-sounds.xml')).toEqual([
    '1–3 MI: Die Fähre (0.4) kommt. [Die 1–1.188, Fähre 1.188–1.5, (0.4) 1.5–2.182, kommt. 2.182–3]',
    '2.25–3 BO: ((laughs)) ja',
  ])
  const { transcript, problems } = await readFixture('tei/anchors-words-and-sounds.xml')
  expect(transcript).toMatchObject({ title: 'Ferry', language: 'de', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['time-estimated', 'span-not-shown'])
})
