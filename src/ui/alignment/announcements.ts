import type { Alignment } from '#state/alignment.ts'
import type { Line } from '#transcript/line.ts'
import { describeActivity, formatBytes, formatResult } from './format-alignment.ts'

const quarters = ['', 'A quarter', 'Half', 'Three quarters']

/** The announcement for screen readers: the start, each quarter of the recording, the result. `null`: nothing new. */
export function announcementOf(
  now: Alignment,
  { before, lines }: { before: Alignment; lines: readonly Line[] },
): string | null {
  switch (now.status) {
    // The stop command makes its own announcement.
    case 'idle':
    case 'paused':
      return null
    case 'offered':
      return `This loads a speech model of ${formatBytes(now.need.bytes)}. Press the key again to begin.`
    case 'loading':
      return isDownloading(now) && !isDownloading(before) ? 'Loading the speech model' : null
    case 'running': {
      if (before.status !== 'running') return describeActivity(now.task)
      // A part is done within seconds.
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

/** Whether a model is partly downloaded. */
export const isDownloading = (alignment: Alignment) =>
  alignment.status === 'loading' && alignment.progress > 0 && alignment.progress < 1

function quarterOf({ heardUntil, duration }: { heardUntil: number; duration: number }): number {
  return duration > 0 ? Math.min(3, Math.floor((heardUntil / duration) * 4)) : 0
}
