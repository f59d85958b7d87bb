import type { App } from '#commands/app.ts'
import { nextJump } from '#media/ranges.ts'
import { findPauses } from '#transcript/pauses.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import type { Line } from '#transcript/line.ts'

const noPauses: readonly TimeRange[] = []
let known: { lines: readonly Line[]; longerThan: number; pauses: readonly TimeRange[] } | null =
  null

/** While the sound runs: back to the start of a loop, over a pause, or on. */
export function jumpInPlayback({ store, player }: App, time: number) {
  const { playback, preferences, document } = store.getState()
  const { loop } = playback
  const longerThan = preferences.skipPausesOver
  if (loop.status !== 'on' && longerThan === null) return
  const lines = document.status === 'open' ? document.lines : []
  const jump = nextJump(time, {
    loop: loop.status === 'on' ? loop.range : null,
    pauses: longerThan === null ? noPauses : pausesOf(lines, longerThan),
  })
  if (jump !== null && !player.element.seeking) player.seek(jump)
}

function pausesOf(lines: readonly Line[], longerThan: number): readonly TimeRange[] {
  if (known?.lines !== lines || known.longerThan !== longerThan) {
    known = { lines, longerThan, pauses: findPauses(lines, longerThan) }
  }
  return known.pauses
}
