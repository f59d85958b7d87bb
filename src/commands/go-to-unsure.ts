import type { AppStore } from '#state/store.ts'
import { isTimedLine, hasTimingIssues } from '#transcript/line.ts'
import { formatIssues } from '#transcript/format-issues.ts'
import type { CommandContext } from './command-context.ts'
import { currentLine, lines, seekTo, seekToLine } from './moving.ts'

/** Where a step led, and from where: the line in focus, and the current one. */
interface Step {
  readonly focused: number | null
  readonly current: number | null
  readonly led: number
  /** Of the line it led to. */
  readonly text: string
}

const lastSteps = new WeakMap<AppStore, Step>()

/**
 * Goes to the next line in doubt, or the one before, and says which it is, and why; after the last one, to the first. A
 * step goes on from where the last one led, as long as neither focus nor sound went elsewhere.
 * Loaded when such a step is made.
 */
export function goToUnsure(
  context: CommandContext,
  { focused, direction }: { focused: number | null; direction: 1 | -1 },
) {
  const { store } = context
  const all = lines(context)
  const current = currentLine(context)
  const last = lastSteps.get(store)
  const goesOn = last !== undefined && last.focused === focused && isWhereItLed(last, current)
  const here = goesOn ? last.led : (focused ?? current ?? (direction > 0 ? -1 : all.length))
  for (let steps = 1; steps <= all.length; steps++) {
    const beyond = here + direction * steps
    const at = (beyond + all.length) % all.length
    const line = all[at]!
    if (!hasTimingIssues(line)) continue
    lastSteps.set(store, { focused, current, led: at, text: line.text })
    playFromLine(context, at)
    context.uiRequests.send('show-line', { line: at, isMarked: true })
    const wrapped = beyond === at ? '' : direction > 0 ? 'From the start: ' : 'From the end: '
    store.getState().statusAnnounced(`${wrapped}Line ${at + 1}: ${formatIssues(line)}`)
    return
  }
  store.getState().statusAnnounced('There is no unsure line')
}

/** Goes to the start of the line; for one without a time, to where the timed line before it ends, because it may be there. */
function playFromLine(context: CommandContext, line: number) {
  const all = lines(context)
  if (isTimedLine(all[line]!)) return seekToLine(context, line)
  const before = all.slice(0, line).findLast(isTimedLine)
  return seekTo(context, before?.end ?? 0)
}

const isWhereItLed = (step: Step, current: number | null) =>
  step.current === current || step.led === current

/**
 * The line that the last step has led to, until focus or sound has gone elsewhere; for when no line is in focus.
 * While the start of a line without a time is looked for, the last timed line before it is current.
 */
export function lastUnsureLine(context: Pick<CommandContext, 'store' | 'playhead'>): number | null {
  const step = lastSteps.get(context.store)
  const all = lines(context)
  const line = step && all[step.led]
  if (!line || line.text !== step.text || step.focused !== null) return null
  const current = currentLine(context)
  const before = all.findLastIndex((line, at) => at < step.led && isTimedLine(line))
  const isLookedFor = !isTimedLine(line) && before === (current ?? -1)
  return isLookedFor || isWhereItLed(step, current) ? step.led : null
}
