import { expect, test } from 'vitest'
import { createProgressLine } from '#cli/progress.ts'

function screen({ isTTY }: { isTTY: boolean }) {
  const written: string[] = []
  return { written, isTTY, columns: 40, write: (text: string) => written.push(text) }
}

test('progress is one line that fits the terminal, and goes before anything else is written', () => {
  const terminal = screen({ isTTY: true })
  const progress = createProgressLine(terminal, 3)
  progress.fileAt('folder/one.mp3', 0.426)
  expect(terminal.written.at(-1)).toBe('0 of 3 done · one.mp3 42 %')
  progress.fileAt('folder/another with a long name.mp3', 0.1)
  expect(terminal.written.at(-1)).toHaveLength(39)
  progress.clear()
  expect(terminal.written.at(-1)).toBe('\r\u001B[2K')
  progress.fileDone('folder/one.mp3')
  expect(terminal.written.at(-1)).toMatch(/^1 of 3 done · another/)
})

test('progress prints nothing without a terminal', () => {
  const file = screen({ isTTY: false })
  const progress = createProgressLine(file, 3)
  progress.fileAt('one.mp3', 0.4)
  progress.fileDone('one.mp3')
  progress.clear()
  expect(file.written).toEqual([])
})
