import { expect, test } from 'vitest'
import { parseClockValue } from '#formats/parsing/smil/clock-value.ts'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('text that stands in the file is read, with the times of its sound', async () => {
  const segments = await segmentsOf('smil/text-inside.smil')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['The gate is open.', 1.25, 2.5],
    ['Come through.', 2.5, 4],
  ])
})

test('a file whose text lies elsewhere says where', async () => {
  const { transcript, problems } = await readText(
    '<smil><body><par><text src="chapter.xhtml#s1"/><audio src="a.mp3" clipBegin="0s"/></par></body></smil>',
    { fileName: 'one.smil' },
  )
  expect(transcript).toBeNull()
  expect(problems).toMatchObject([{ code: 'text-elsewhere', severity: 'error' }])
  expect(problems[0]!.message).toContain('the words are in chapter.xhtml')
})

test('what is there is shown where a part lies elsewhere', async () => {
  const { transcript, problems } = await readFixture('smil/part-of-the-text-elsewhere.smil')
  expect(transcript?.segments).toMatchObject([{ text: 'Here.', start: 1 }])
  expect(problems).toMatchObject([{ code: 'text-elsewhere', severity: 'warning' }])
})

test('a hundred thousand elements inside each other are an error, not a crash', async () => {
  const { problems } = await readText('<a>'.repeat(100_000), { fileName: 'deep.smil' })
  expect(problems).toMatchObject([{ code: 'format-unknown', severity: 'error' }])
})

test.each([
  ['1:02:03.4', 3723.4],
  ['02:03', 123],
  ['12.3s', 12.3],
  ['500ms', 0.5],
  ['2min', 120],
  ['1h', 3600],
  ['7', 7],
  ['npt=1.5s', 1.5],
  ['soon', null],
  ['-1s', null],
  [undefined, null],
])('%j', (written, seconds) => {
  expect(parseClockValue(written)).toBe(seconds)
})
