import { expect, test } from 'vitest'
import { splitImpossible } from '#formats/parsing/split-impossible.ts'

test('a stretch of blanks in a text that is too long for its time makes no paragraph', () => {
  const text = `${'Good morning everybody. '.repeat(30)}${' '.repeat(1500)}The end.`
  const { segments } = splitImpossible([{ text, start: 0, end: 2 }])
  expect(segments.length).toBeGreaterThan(1)
  expect(segments.filter((segment) => segment.text === '')).toEqual([])
  expect(segments.at(-1)).toMatchObject({ text: 'The end.', end: 2 })
})
