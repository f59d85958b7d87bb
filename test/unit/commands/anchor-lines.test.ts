import { expect, test, vi } from 'vitest'
import { anchorLine } from '#commands/anchor-lines.ts'
import { spoken } from '../../support/transcripts.ts'
import { startCommands } from './run-commands.ts'

const text = spoken('1 One 2 | 4 Two 6 | 8 Three 9')

test.each([
  [5, 'Line 2 starts at 0:05'],
  [0.5, 'Line 2 starts at 0:00, before the line above it'],
  [8.5, 'Line 2 starts at 0:08, after the line below it'],
])('a line that starts at %s s is said to, and where that is out of order', (time, said) => {
  const { context, store } = startCommands({ transcript: text })
  const setLineStart = vi.fn()
  anchorLine({ ...context, alignments: { setLineStart } as never }, 1, time)
  expect(setLineStart).toHaveBeenCalledWith(1, time)
  expect(store.getState().notices.status).toBe(said)
})
