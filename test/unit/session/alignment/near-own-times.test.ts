import { expect, test } from 'vitest'
import { createAlignmentNearOwnTimes } from '#session/alignment/near-own-times.ts'
import type { FoundIssue, FoundWord } from '#transcript/found-timing.ts'
import { segment, transcript } from '../../../support/transcripts.ts'

const text = '– Good evening and welcome.'
const cues = transcript([segment(text, 10, 20), segment('Untimed.', null, null)])
const nothing = { words: [], issues: [] }

const wordOf = (word: string, start: number): FoundWord => {
  const from = text.indexOf(word)
  return { segment: 0, from, to: from + word.length, start, end: start + 0.4, confidence: 0.9 }
}
const unclear: FoundIssue = { segment: 0, from: 0, to: text.length, reason: 'unclear' }
const notHeard: FoundIssue = { segment: 0, from: 2, to: 14, reason: 'not-heard' }

test.each([
  ['the first word where its segment is written', 'Good', 11.9],
  ['a word in the midst, long after the segment begins', 'evening', 16],
  ['a word a little after the segment ends', 'welcome', 21.9],
])('%s counts', (_, word, start) => {
  const found = { words: [wordOf(word, start)], issues: [notHeard] }
  expect(createAlignmentNearOwnTimes(cues, nothing)(found)).toEqual(found)
})

test.each([
  ['the first word long after its segment begins', 'Good', 12.1],
  ['the first word before it', 'Good', 7.9],
  ['a word in the midst before its segment', 'evening', 7.9],
  ['a word in the midst after it', 'evening', 22.1],
])('%s makes the segment unclear', (_, word, start) => {
  const sift = createAlignmentNearOwnTimes(cues, nothing)
  expect(sift({ words: [wordOf(word, start)], issues: [notHeard] })).toEqual({
    words: [],
    issues: [unclear],
  })
  expect(sift({ words: [wordOf('welcome', 19)], issues: [] })).toEqual(nothing)
})

test('a segment without a time takes what is found', () => {
  const words = [{ ...wordOf('Good', 50), segment: 1 }]
  expect(createAlignmentNearOwnTimes(cues, nothing)({ words, issues: [] }).words).toEqual(words)
})

test('the result for a segment in an earlier run holds for the rest of it', () => {
  const rest = { words: [wordOf('welcome', 23)], issues: [] }
  const near = createAlignmentNearOwnTimes(cues, { words: [wordOf('Good', 11)], issues: [unclear] })
  expect(near(rest)).toEqual(rest)
  const far = createAlignmentNearOwnTimes(cues, { words: [], issues: [unclear] })
  expect(far({ words: [wordOf('welcome', 19)], issues: [] })).toEqual(nothing)
})
