import { expect, test } from 'vitest'
import { mergeByStart, orderByStart } from '#formats/parsing/words/compose-channels.ts'

const turn = (text: string, start: number | null) => ({ text, start })

test('a turn without a start stays in its own channel', () => {
  const merged = mergeByStart([
    [turn('a', 1), turn('b', 9)],
    [turn('c', null), turn('d', 2), turn('e', null)],
  ])
  expect(merged.map(({ text }) => text).join('')).toBe('acdeb')
})

test('turns without a start stay after the one they follow', () => {
  const ordered = orderByStart([turn('a', null), turn('b', 5), turn('c', null), turn('d', 3)])
  expect(ordered.map(({ text }) => text).join('')).toBe('adbc')
})
