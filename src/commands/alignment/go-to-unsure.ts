import type { AppStore } from '#state/store.ts'
import { isTimedLine } from '#transcript/line.ts'
import { spellDoubts } from '#transcript/spell-doubts.ts'
import type { App } from '../app.ts'
import { currentLine, lines, seekToLine } from '../moving.ts'
import { isUnsure } from './unsure-lines.ts'

/** Where a step led, and from where: the line in focus, and the current one. */
interface Step {
  readonly focused: number | null
  readonly current: number | null
  readonly led: number
}

const lastSteps = new WeakMap<AppStore, Step>()

/**
 * Goes to the next line in doubt, or the one before, and says why it is. A line without a time is shown, and the
 * sound stays. A step goes on from where the last one led, as long as neither focus nor sound went elsewhere.
 */
export function goToUnsure(
  app: App,
  { focused, direction }: { focused: number | null; direction: 1 | -1 },
) {
  const { store } = app
  const all = lines(app)
  const current = currentLine(app)
  const last = lastSteps.get(store)
  const goesOn =
    last !== undefined &&
    last.focused === focused &&
    (last.current === current || last.led === current)
  const here = goesOn ? last.led : (focused ?? current ?? (direction > 0 ? -1 : all.length))
  for (let at = here + direction; at >= 0 && at < all.length; at += direction) {
    const line = all[at]!
    if (!isUnsure(line)) continue
    lastSteps.set(store, { focused, current, led: at })
    if (isTimedLine(line)) seekToLine(app, at)
    app.wishes.make('show-line', { line: at })
    store.getState().statusAnnounced(spellDoubts(line) ?? '')
    return
  }
  store.getState().statusAnnounced('There is no unsure line there')
}
