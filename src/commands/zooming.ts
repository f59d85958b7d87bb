import type { AppFacts } from '#state/store.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { formatSpokenTime } from '#transcript/format-time.ts'
import type { CommandContext } from './command-context.ts'
import {
  isInView,
  lengthOf,
  nextCrossing,
  fractionAt,
  placeView,
  shortestView,
  visibleRange,
  timeAtFraction,
  turnPage,
  zoomView,
} from '#state/waveform-view.ts'

/** Twice as close, or half: around the playhead, where that can be seen. */
export function zoomBy(context: CommandContext, factor: number) {
  const shown = shownOf(context)
  const playhead = context.player.element.currentTime
  const time = isInView(shown, playhead) ? playhead : timeAtFraction(shown, 0.5)
  look(context, zoomView(shown, { factor, time, place: 0.5, duration: durationOf(context) }))
  announce(context, nameLength(context.store.getState()))
}

/** Closer or further by any factor; this time stays where it is on the screen. */
export function zoomAround(context: CommandContext, factor: number, time: number) {
  const shown = shownOf(context)
  const place = fractionAt(shown, time)
  look(context, zoomView(shown, { factor, time, place, duration: durationOf(context) }))
}

/** Moves the view to begin here; nothing is played from elsewhere. Seconds. */
export function moveView(context: CommandContext, start: number) {
  const { view } = context.store.getState()
  if (view !== null) look(context, placeView(start, lengthOf(view), durationOf(context)))
}

/** Half a view on or back. */
export function stepView(context: CommandContext, direction: 1 | -1) {
  const { start, end } = shownOf(context)
  moveView(context, start + (direction * (end - start)) / 2)
  const shown = shownOf(context)
  announce(context, `From ${formatSpokenTime(shown.start)} to ${formatSpokenTime(shown.end)}`)
}

/**
 * Turns the page when the playhead leaves the view. A listener who has looked elsewhere is left there until
 * the playhead comes into view again, or a command sets `viewFollows`, as seeking does.
 */
export function keepPlayheadInView(
  { store, playhead }: Pick<CommandContext, 'store' | 'playhead'>,
  signal: AbortSignal,
) {
  function follow() {
    const { view, viewFollows, viewChanged } = store.getState()
    const { time } = playhead.getState()
    if (view === null) return
    if (isInView(view, time)) {
      if (!viewFollows) viewChanged({ viewFollows: true })
    } else if (viewFollows) {
      viewChanged({ view: turnPage(view, time, durationOf({ store })) })
    }
  }
  playhead.deadlines.add((time) => nextCrossing(store.getState().view, time), signal)
  const stops = [
    playhead.subscribe(({ time }) => time, follow),
    store.subscribe(({ viewFollows }) => viewFollows, follow),
  ]
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()))
  follow()
}

function look({ store, player }: CommandContext, view: TimeRange | null) {
  const viewFollows = view === null || isInView(view, player.element.currentTime)
  store.getState().viewChanged({ view, viewFollows })
}

function nameLength(state: AppFacts): string {
  if (state.view === null) return 'The whole recording'
  const length = lengthOf(state.view)
  const words = `Showing ${formatSpokenTime(Math.round(length))}`
  return length <= shortestView ? `${words}, as close as it goes` : words
}

const announce = ({ store }: CommandContext, words: string) =>
  store.getState().statusAnnounced(words)

const shownOf = ({ store }: CommandContext) => visibleRange(store.getState())

function durationOf({ store }: Pick<CommandContext, 'store'>): number {
  const { recording } = store.getState()
  return recording.status === 'open' ? recording.duration : 0
}
