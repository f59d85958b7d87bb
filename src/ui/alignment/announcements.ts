import type { Alignment } from '#state/alignment-slice.ts'
import type { Line } from '#transcript/line.ts'
import { activities, spellResult } from './spell-alignment.ts'

const quarters = ['', 'A quarter', 'Half', 'Three quarters']

/**
 * What a screen reader says of an alignment: that it has begun, each quarter of the recording, and how it
 * ended. `null`: nothing new. Nobody wants percentages read aloud.
 */
export function announcementOf(
  now: Alignment,
  { before, lines }: { before: Alignment; lines: readonly Line[] },
): string | null {
  switch (now.status) {
    // Whoever stops it is told so by the command.
    case 'idle':
    case 'interrupted':
      return null
    case 'asked':
      return 'This loads a speech model. Press the key again to begin.'
    case 'loading-model':
      return before.status === 'loading-model' ? null : 'Loading the speech model'
    case 'running': {
      if (before.status !== 'running') return activities[now.purpose]
      const quarter = quarterOf(now)
      if (quarter === 0 || quarter <= quarterOf(before)) return null
      return `${quarters[quarter]} of the recording is done`
    }
    case 'done':
      return before.status === 'done' ? null : spellResult(now.result, lines)
    case 'failed':
      return before.status === 'failed' ? null : now.problem.message
  }
}

function quarterOf({ heardUntil, duration }: { heardUntil: number; duration: number }): number {
  return duration > 0 ? Math.min(3, Math.floor((heardUntil / duration) * 4)) : 0
}
