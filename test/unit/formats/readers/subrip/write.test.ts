import { expect, test } from 'vitest'
import { writeTranscript } from '#formats/write-transcript.ts'
import { segment, transcript } from '../../../../support/transcripts.ts'
import { readText } from '../../fixtures.ts'

test('text that could be a time, a number or a tag of SubRip reads back as it was', async () => {
  const texts = [
    '00:05 --> 00:06',
    '10:30 -->',
    '00:05 ⇒ 00:06',
    '００：０５ －－＞ ００：０６',
    '3',
    'It was in\n1984',
    '#7',
    '<i>leaning</i> {\\an8}',
    'C:\\new\\home',
    '{y:i} < b >',
    'a < b and c > d',
    '9',
  ]
  const { text } = await writeTranscript(
    transcript(texts.map((each, at) => segment(each, at, at + 1))),
    'subrip',
  )
  const reading = await readText(text!)
  expect(reading.format).toBe('subrip')
  expect(reading.transcript?.segments.map((each) => each.text)).toEqual(texts)
  expect(reading.problems).toEqual([])
})
