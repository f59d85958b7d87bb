import { expect, test } from 'vitest'
import { composePhrases } from '#formats/parsing/words/compose-phrases.ts'

test('a phrase may have very many words', () => {
  const text = 'word '.repeat(200_000)
  const { words } = composePhrases([
    { text, start: 0, end: 1 },
    { text: 'end', start: 1, end: 2 },
  ])
  expect(words).toHaveLength(200_001)
})
