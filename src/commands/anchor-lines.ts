import { anchoredLines } from '#session/alignment/anchored-lines.ts'
import { shownAnchors } from '#state/transcripts.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { CommandContext } from './command-context.ts'
import { lastUnsureLine } from './go-to-unsure.ts'
import { lines } from './moving.ts'

/** Where and when a command for an anchor was given. */
export interface AnchorOrigin {
  /** The line in focus, and the current one. */
  readonly focused: number | null
  readonly current: number | null
  /** Of the playhead, seconds. */
  readonly time: number
}

/** Sets an anchor. Where no line is meant, as in a text without times, it is set for the first line in view. */
export function setAnchor(context: CommandContext, origin: AnchorOrigin) {
  const line = lineMeant(context, origin)
  if (line === null) return context.uiRequests.send('anchor-line-in-view')
  anchorLine(context, line, origin.time)
}

export function removeAnchor(context: CommandContext, origin: AnchorOrigin) {
  const line = lineMeant(context, origin)
  const { statusAnnounced, ...state } = context.store.getState()
  const anchored = anchoredLines(lines(context), shownAnchors(state))
  if (line !== null && anchored.has(line)) context.alignments.removeAnchor(line)
  else statusAnnounced('There is no anchor at this line')
}

/** The line starts at this time, seconds; at the playhead by default. */
export function anchorLine(
  context: CommandContext,
  line: number,
  time = context.player.element.currentTime,
) {
  const order = outOfOrder(context, line, time)
  context.alignments.setLineStart(line, time)
  const start = `Line ${line + 1} starts at ${formatClockTime(time)}`
  context.store.getState().statusAnnounced(`${start}${order}`)
}

/** Lines that do not move may now begin on the wrong side of it; a message says so. */
function outOfOrder(context: CommandContext, line: number, time: number): string {
  const all = lines(context)
  const before = all.slice(0, line).findLast(isTimedLine)
  const after = all.slice(line + 1).find(isTimedLine)
  if (before && before.start > time) return ', before the line above it'
  return after && after.start < time ? ', after the line below it' : ''
}

/** The line in focus, or else the unsure one that was gone to, or else the current one. */
const lineMeant = (context: CommandContext, { focused, current }: AnchorOrigin): number | null =>
  focused ?? lastUnsureLine(context) ?? current
