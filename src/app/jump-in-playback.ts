import type { CommandContext } from '#commands/command-context.ts'
import { nextJump, nextJumpTime } from '#media/ranges.ts'
import { shownLines } from '#state/app-state.ts'
import { pausesToSkip } from '#transcript/pauses.ts'
import type { PausesAsked, TimeRange } from '#transcript/pauses.ts'

/** Jumps during playback: back to the start of a loop, or over a pause. */
export function createJumps({ store, player }: Pick<CommandContext, 'store' | 'player'>) {
  const pausesOf = rememberLast(pausesToSkip)
  function ranges() {
    const { playback, preferences, document, silences } = store.getState()
    const { loop } = playback
    const longerThan = preferences.skipPauses ? preferences.skipPausesOver : null
    const lines = shownLines(document)
    return {
      loop: loop.status === 'on' ? loop.range : null,
      pauses: longerThan === null ? [] : pausesOf({ lines, silences, longerThan }),
    }
  }
  return {
    whileRunning(time: number) {
      const jump = nextJump(time, ranges())
      if (jump !== null && !player.element.seeking) player.seek(jump)
    },
    nextJumpTime: (time: number) => nextJumpTime(time, ranges()),
    /** A loop may reach to the end of the recording. */
    atTheEnd() {
      const { loop } = store.getState().playback
      if (loop.status !== 'on') return
      player.seek(loop.range.start)
      player.play()
    },
  }
}

/** Caches the last result, because the clock reports many times a second with the same lines. */
function rememberLast(find: (asked: PausesAsked) => readonly TimeRange[]) {
  let last: { asked: PausesAsked; pauses: readonly TimeRange[] } | null = null
  return (asked: PausesAsked) => {
    const isSame =
      last?.asked.lines === asked.lines &&
      last.asked.silences === asked.silences &&
      last.asked.longerThan === asked.longerThan
    if (last === null || !isSame) last = { asked, pauses: find(asked) }
    return last.pauses
  }
}
