import { expect, test } from 'vitest'
import {
  endsSentence,
  sentenceEnds,
  splitEnglishSentences,
} from '#transcript/conventions/sentence-ends.ts'

test.each([
  ['He left.', true],
  ['“Did he?”', true],
  ['«Oui.»', true],
  ['そうです。」', true],
  ['هل رحل؟ ', true],
  ['वह गया।', true],
  ['he left', false],
  ['he left,', false],
  ['3.5', false],
])('%j ends a sentence: %j', (text, is) => {
  expect(endsSentence(text)).toBe(is)
})

test.each([
  ['One. Two.', ['One. ', 'Two.']],
  ['It costs approx. five pounds. Yes.', ['It costs approx. five pounds. ', 'Yes.']],
  ['“Why?” She left.', ['“Why?” ', 'She left.']],
  ['はい。いいえ。', ['はい。', 'いいえ。']],
  ['one\n\ntwo', ['one\n\n', 'two']],
])('the sentences of %j', (text, sentences) => {
  let at = 0
  const found = Array.from(text.matchAll(sentenceEnds), ({ 0: end, index }) => {
    const sentence = text.slice(at, index + end.length)
    at = index + end.length
    return sentence
  })
  if (at < text.length) found.push(text.slice(at))
  expect(found).toEqual(sentences)
})

test('in English, titles and initials end no sentence', () => {
  expect(splitEnglishSentences('Dr. Smith met J. Doe. They spoke.')).toEqual([
    'Dr. Smith met J. Doe.',
    'They spoke.',
  ])
})
