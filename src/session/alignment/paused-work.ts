import type { TranscriptRecord } from '#state/transcripts.ts'
import type { PausedWork } from './alignment-machine.ts'
import { wholeTask } from './tasks.ts'

/** What can be resumed of a transcript; `null`: nothing has begun, or all is done. `duration`: of the recording, seconds. */
export function pausedWork(
  { id, draft, timing }: TranscriptRecord,
  { duration }: { duration: number },
): PausedWork | null {
  if (draft && !draft.isComplete) {
    return { task: wholeTask('draft', id), heardUntil: draft.heardUntil, duration }
  }
  const { heardUntil } = timing.known
  if (timing.isComplete || heardUntil === 0) return null
  const goal = timing.keepsRead ? 'word-times' : 'words'
  return { task: wholeTask(goal, id), heardUntil, duration: timing.duration }
}
