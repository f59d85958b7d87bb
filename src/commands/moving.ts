import { shownLines } from '#state/app-state.ts'
import type { Line } from '#transcript/line.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { CommandContext } from './command-context.ts'

/** Seconds after a line's start within which "previous line" means the one before it. */
const justBegun = 1.5

/** Asks for a place in the sound, seconds. Whoever chooses a place wants to read on from there. */
export function seekTo(context: CommandContext, time: number) {
  const { follow, followChanged, playback, loopChanged } = context.store.getState()
  if (follow === 'suspended') followChanged('following')
  const { loop } = playback
  const leavesLoop = loop.status === 'on' && (time < loop.range.start || time >= loop.range.end)
  if (leavesLoop) loopChanged({ status: 'off' })
  askFor(context, time)
}

/** The listener looks elsewhere. There must be something to follow, and something to come back to. */
export function suspendFollowing({ store, playhead }: Pick<CommandContext, 'store' | 'playhead'>) {
  const { follow, followChanged, recording } = store.getState()
  const hasPlace = recording.status === 'open' && playhead.getState().spoken.current !== null
  if (follow === 'following' && hasPlace) followChanged('suspended')
}

/** Steps from where the sound is. A listener who reads elsewhere meanwhile is left there. */
export function seekBy(context: CommandContext, seconds: number) {
  askFor(context, Math.max(0, currentTime(context) + seconds))
}

function askFor({ store, player }: CommandContext, time: number) {
  const { recording, statusAnnounced, viewChanged } = store.getState()
  if (recording.status === 'none') {
    statusAnnounced('There is no recording to move in. Open one to hear this place.')
    return
  }
  viewChanged({ viewFollows: true })
  player.seek(time)
}

/** While a seek is under way the element already says where it goes; the store may be a moment behind. */
const currentTime = ({ player }: CommandContext) => player.element.currentTime

/** Where a line is being repeated, the line gone to is repeated instead. */
export function seekToLine(context: CommandContext, line: number): Line | null {
  const found = lines(context)[line]
  if (!found) return null
  if (isTimedLine(found)) {
    const { playback, loopChanged } = context.store.getState()
    const { loop } = playback
    if (loop.status === 'on' && loop.of === 'line') {
      loopChanged({ ...loop, range: { start: found.start, end: found.end } })
    }
    seekTo(context, found.start)
  } else context.store.getState().statusAnnounced('This line has no time in the transcript.')
  return found
}

export function previousLine({ store, player }: CommandContext): number | null {
  const { timeline } = store.getState()
  const time = player.element.currentTime
  const begun = timeline.lineBefore(time)
  if (begun === null) return timeline.lineAfter(-1)
  const start = lines({ store })[begun]!.start!
  return time - start < justBegun ? (timeline.lineBefore(start - 0.001) ?? begun) : begun
}

export function nextLine({ store, player }: CommandContext): number | null {
  return store.getState().timeline.lineAfter(player.element.currentTime)
}

export function currentLine({ playhead }: Pick<CommandContext, 'playhead'>): number | null {
  return playhead.getState().spoken.current
}

export const lines = ({ store }: Pick<CommandContext, 'store'>): readonly Line[] =>
  shownLines(store.getState().document)
