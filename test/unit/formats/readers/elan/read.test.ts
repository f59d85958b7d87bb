import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('words of the tier below have times, those of empty slots at even steps and marked', async () => {
  const segments = await segmentsOf('elan/words-below-and-slots-without-times.eaf')
  expect(segments.map(({ text, start, end, speaker }) => [text, start, end, speaker])).toEqual([
    ['Snow fell overnight.', 1, 2.5, null],
    ['Yes.', 3, 4, null],
  ])
  expect(segments[0]!.spoken).toEqual([
    { text: 'Snow', start: 1, end: 1.5 },
    { text: 'fell', start: 1.5, end: 2 },
    { text: 'overnight', start: 2, end: 2.5 },
  ])
  expect(segments[0]!.words.map(({ estimated }) => estimated)).toEqual([true, true, true])
  expect(segments[1]!.words[0]).not.toHaveProperty('estimated')
})

test('a participant or a tier’s name is the speaker, and translations are counted, not doubled', async () => {
  const segments = await segmentsOf('elan/translations-and-two-participants.eaf')
  expect(segments.map(({ speaker, text, start }) => [speaker, text, start])).toEqual([
    ['Ada', 'Guten Morgen.', 0],
    ['tx2', 'Morgen!', 1.2],
  ])
  const { problems } = await readFixture('elan/translations-and-two-participants.eaf')
  expect(problems).toMatchObject([{ code: 'tiers-left-out' }])
  expect(problems[0]!.message).toContain(
    '2 tiers of translations or notes (“en1”, “en2”; 2 annotations)',
  )
})

test('where the tier above holds only numbers, the text below it is shown at its times', async () => {
  const segments = await segmentsOf('elan/numbers-above-the-text.eaf')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['The boat turned.', 0.5, 0.9],
    ['Nobody saw.', 1, 1.8],
  ])
})

test('references in a circle are an end, not a loop; the text is kept', async () => {
  const { transcript, problems } = await readFixture('elan/references-in-a-circle.eaf')
  expect(transcript?.segments.map(({ text, start }) => [text, start])).toEqual([
    ['Round', null],
    ['and round.', null],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['elan-cycle', 'elan-untimed'])
})

test('an external entity is refused', async () => {
  const { format, problems } = await readText(
    '<!DOCTYPE A [<!ENTITY x SYSTEM "file:///x">]><ANNOTATION_DOCUMENT>&x;</ANNOTATION_DOCUMENT>',
  )
  expect(format).toBe('elan')
  expect(problems).toMatchObject([{ code: 'xml-dtd' }])
})

test('what is whole before a file breaks off is read', async () => {
  const { transcript, problems } = await readFixture('elan/breaks-off.eaf')
  expect(transcript?.segments).toMatchObject([{ text: 'Whole.', start: 0, end: 1 }])
  expect(problems[0]).toMatchObject({ code: 'xml-truncated' })
})
