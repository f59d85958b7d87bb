import { formatClockTime } from '#transcript/format-time.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommands, isRecordingOpen, hasTiming } from './command.ts'
import { currentLine, lines } from './moving.ts'

export const repeatingCommands = defineCommands([
  {
    id: 'loop-line',
    label: 'Repeat this line',
    help: 'Repeat the current line, or stop repeating it',
    group: 'Repeat and skip',
    keys: [{ key: 'B', on: 'anywhere' }],
    isPossible: hasTiming,
    run: toggleLineLoop,
  },
  {
    id: 'loop-from',
    label: 'Repeat from here (A)',
    help: 'Set the start of a repeated range',
    group: 'Repeat and skip',
    keys: [{ key: '[', on: 'anywhere' }],
    isPossible: isRecordingOpen,
    run: ({ store, player }) => {
      const start = player.element.currentTime
      store.getState().loopChanged({ status: 'begun', start })
      store
        .getState()
        .statusAnnounced(`Repeat from ${formatClockTime(start)}; press ] where it ends`)
    },
  },
  {
    id: 'loop-to',
    label: 'Repeat to here (B)',
    help: 'Set the end of a repeated range, and repeat it',
    group: 'Repeat and skip',
    keys: [{ key: ']', on: 'anywhere' }],
    isPossible: isRecordingOpen,
    run: endLoopHere,
  },
  {
    id: 'loop-off',
    label: 'Stop repeating',
    help: 'Stop repeating, and play on',
    group: 'Repeat and skip',
    keys: [{ key: '\\', on: 'anywhere' }],
    run: ({ store }) => {
      store.getState().loopChanged({ status: 'off' })
      store.getState().statusAnnounced('Not repeating')
    },
  },
])

function toggleLineLoop(context: CommandContext) {
  const { playback, loopChanged, statusAnnounced } = context.store.getState()
  const line = lines(context)[currentLine(context) ?? -1]
  if (playback.loop.status === 'on') {
    loopChanged({ status: 'off' })
    statusAnnounced('Not repeating')
  } else if (line && isTimedLine(line)) {
    loopChanged({ status: 'on', of: 'line', range: { start: line.start, end: line.end } })
    statusAnnounced('Repeating this line')
  } else statusAnnounced('There is no line here to repeat')
}

/** Seconds; anything shorter is a slip of the finger. */
const shortestLoop = 0.2

function endLoopHere({ store, player }: CommandContext) {
  const { playback, loopChanged, statusAnnounced } = store.getState()
  const end = player.element.currentTime
  const { loop } = playback
  const start =
    loop.status === 'begun' ? loop.start : loop.status === 'on' ? loop.range.start : null
  if (start === null) return statusAnnounced('Mark the start of the stretch first, with [')
  if (end - start < shortestLoop) return statusAnnounced('The end must come after the start')
  loopChanged({ status: 'on', of: 'range', range: { start, end } })
  statusAnnounced(`Repeating ${formatClockTime(start)} to ${formatClockTime(end)}`)
}
