import type { Alignment } from '#state/alignment.ts'
import type { Line } from '#transcript/line.ts'
import { describeActivity, formatBytes, formatResult } from './format-alignment.ts'

const quarters = ['', 'A quarter', 'Half', 'Three quarters']

/**
 * What a screen reader says of an alignment: that it has begun, each quarter of the recording, and how it
 * ended; not each percent. `null`: nothing new.
 */
export function announcementOf(
  now: Alignment,
  { before, lines }: { before: Alignment; lines: readonly Line[] },
): string | null {
  switch (now.status) {
    // The command that stops it says so.
    case 'idle':
    case 'paused':
      return null
    case 'offered':
      return `This loads a speech model of ${formatBytes(now.need.bytes)}. Press the key again to begin.`
    case 'loading':
      return isComing(now) && !isComing(before) ? 'Loading the speech model' : null
    case 'running': {
      if (before.status !== 'running') return describeActivity(now.task)
      // Of a part, which is soon done.
      if (now.task.part) return null
      const quarter = quarterOf(now)
      if (quarter === 0 || quarter <= quarterOf(before)) return null
      return `${quarters[quarter]} of the recording is done`
    }
    case 'done':
      return before.status === 'done'
        ? null
        : formatResult(now.result, { isPart: now.task.part !== null, lines })
    case 'refused':
    case 'failed':
      return before.status === now.status ? null : now.problem.message
  }
}

/** Some of a model is there, and the rest on its way. */
export const isComing = (alignment: Alignment) =>
  alignment.status === 'loading' && alignment.progress > 0 && alignment.progress < 1

function quarterOf({ heardUntil, duration }: { heardUntil: number; duration: number }): number {
  return duration > 0 ? Math.min(3, Math.floor((heardUntil / duration) * 4)) : 0
}
