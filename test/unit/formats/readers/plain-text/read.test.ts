import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('text between blank lines is a paragraph, and a heading stands alone', async () => {
  const segments = await segmentsOf('plain-text/paragraphs.txt')
  expect(segments.map((segment) => segment.text)).toEqual([
    'A walk',
    'The first paragraph\nhas two lines.',
    'The second has one.',
    'The third came late.',
  ])
})

test('without blank lines, each line is a paragraph', async () => {
  expect(await segmentsOf('plain-text/lines.txt')).toHaveLength(3)
})

test('text without times is shown, and it is said that it does not follow', async () => {
  const { transcript, problems } = await readFixture('plain-text/lines.txt')
  expect(transcript?.timing).toBe('none')
  expect(problems).toMatchObject([{ code: 'no-times', severity: 'note' }])
})

test('names before colons are speakers, of the paragraphs without one too', async () => {
  const segments = await segmentsOf('plain-text/names.txt')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ada', 'Good morning.'],
    ['TOM', 'Good morning, Ada. Note: it rains.'],
    ['TOM', 'And it pours.'],
    ['Ada', 'Bring an umbrella.'],
    ['TOM', 'I have one.'],
  ])
})

test('a turn begins a paragraph, also without a blank line before it', async () => {
  const segments = await segmentsOf('plain-text/script-without-blank-lines-between-turns.txt')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    [null, 'Scene one'],
    ['Ada', 'Good morning.'],
    ['Tom', 'Good morning.'],
    ['Ada', 'Rain?'],
    ['Tom', 'Rain.'],
  ])
})

test('a text without a paragraph is cut after sentences', async () => {
  const { transcript } = await readText('One more sentence. '.repeat(2000))
  const texts = transcript!.segments.map((segment) => segment.text)
  expect(texts.length).toBeGreaterThan(3)
  for (const text of texts) expect(text).toMatch(/^One.*sentence\.$/s)
})

test('a subtitle file without times is plain text', async () => {
  const { format } = await readText('just words', { fileName: 'x.srt' })
  expect(format).toBe('plain-text')
})
