import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

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

function tei(timeline: string, body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><timeline unit="ms">${timeline}</timeline><body>${body}</body></text></TEI>`
}

async function timesOf(timeline: string) {
  const body = '<u start="#W0" end="#W1">We walked.</u><u start="#W1" end="#W2">It rained.</u>'
  const { transcript } = await readText(tei(timeline, body))
  return transcript!.segments.map(({ start, end }) => [start, end])
}

test.each([
  [
    'the time of a clock at the origin of intervals is the beginning',
    '<when xml:id="W0" absolute="11:30:00"/><when xml:id="W1" interval="1000" since="#W0"/><when xml:id="W2" interval="500" since="#W1"/>',
  ],
  [
    'a clock beside intervals counts from the origin',
    '<when xml:id="W0" absolute="11:30:00Z"/><when xml:id="W1" absolute="11:30:01Z"/><when xml:id="W2" interval="500" since="#W1"/><when xml:id="W3" interval="2000" since="#W0"/>',
  ],
  [
    'times of a clock alone count from the first',
    '<when xml:id="W0" absolute="2026-05-01T11:30:00"/><when xml:id="W1" absolute="2026-05-01T11:30:01"/><when xml:id="W2" absolute="2026-05-01T11:30:01.5"/>',
  ],
])('%s', async (_, timeline) => {
  expect(await timesOf(timeline)).toEqual([
    [0, 1],
    [1, 1.5],
  ])
})

test('times of the recording are kept', async () => {
  expect(
    await timesOf(
      '<when xml:id="W0" absolute="00:00:02"/><when xml:id="W1" absolute="00:00:03"/><when xml:id="W2" absolute="00:00:04"/>',
    ),
  ).toEqual([
    [2, 3],
    [3, 4],
  ])
})

test('sounds between utterances have their own times, and pauses there are counted', async () => {
  const { transcript, problems } = await readText(
    tei(
      '<when xml:id="W0"/><when xml:id="W1" interval="1000" since="#W0"/><when xml:id="W2" interval="2000" since="#W0"/>',
      '<u start="#W0" end="#W1">We walked.</u><pause dur="PT1S"/><incident start="#W1" end="#W2"><desc>door</desc></incident><kinesic start="#W1" end="#W2"><desc>nods</desc></kinesic>',
    ),
  )
  expect(transcript!.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 1, 'We walked.'],
    [1, 2, '((door))'],
    [1, 2, '((nods))'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['pause-not-shown'])
})
