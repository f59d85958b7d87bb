import { basename } from 'node:path'

/** Progress on a terminal, in one line that is overwritten. */
export interface ProgressLine {
  fileAt(sound: string, done: number): void
  fileDone(sound: string): void
  /** Erases the line before other output. */
  clear(): void
}

/** Writes nothing if the output is not a terminal. */
export function createProgressLine(
  screen: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown },
  total: number,
): ProgressLine {
  const running = new Map<string, number>()
  let finished = 0
  let isShown = false

  function clear() {
    if (isShown) screen.write('\r\u001B[2K')
    isShown = false
  }
  function show() {
    if (screen.isTTY !== true) return
    clear()
    const files = Array.from(running, ([sound, done]) => `${basename(sound)} ${percent(done)}`)
    const line = [`${finished} of ${total} done`, ...files].join(' · ')
    screen.write(cut(line, (screen.columns ?? 80) - 1))
    isShown = true
  }

  return {
    fileAt(sound, done) {
      running.set(sound, done)
      show()
    },
    fileDone(sound) {
      running.delete(sound)
      finished += 1
      if (finished < total) show()
    },
    clear,
  }
}

const percent = (done: number) => `${Math.floor(done * 100)} %`

const cut = (line: string, columns: number) => {
  const letters = Array.from(line)
  return letters.length > columns ? `${letters.slice(0, columns - 1).join('')}…` : line
}
