import type { App } from '#commands/app.ts'
import { nextJump } from '#media/ranges.ts'
import type { Line } from '#transcript/line.ts'
import { findPauses } from '#transcript/pauses.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** Called while the sound runs: back to the start of a loop, over a pause, or on. */
export function createJumps({ store, player }: App) {
  const pausesOf = rememberLast(findPauses)
  return {
    whileRunning(time: number) {
      const { playback, preferences, document } = store.getState()
      const { loop } = playback
      const longerThan = preferences.skipPauses ? preferences.skipPausesOver : null
      if (loop.status !== 'on' && longerThan === null) return
      const lines = document.status === 'open' ? document.lines : noLines
      const jump = nextJump(time, {
        loop: loop.status === 'on' ? loop.range : null,
        pauses: longerThan === null ? [] : pausesOf(lines, longerThan),
      })
      if (jump !== null && !player.element.seeking) player.seek(jump)
    },
    /** A loop that reaches to the end of the recording goes round all the same. */
    atTheEnd() {
      const { loop } = store.getState().playback
      if (loop.status !== 'on') return
      player.seek(loop.range.start)
      player.play()
    },
  }
}

const noLines: readonly Line[] = []

/** The same lines and the same length are asked for sixty times a second. */
function rememberLast(find: (lines: readonly Line[], longerThan: number) => TimeRange[]) {
  let last: { lines: readonly Line[]; longerThan: number; pauses: TimeRange[] } | null = null
  return (lines: readonly Line[], longerThan: number) => {
    if (last?.lines !== lines || last.longerThan !== longerThan) {
      last = { lines, longerThan, pauses: find(lines, longerThan) }
    }
    return last.pauses
  }
}
