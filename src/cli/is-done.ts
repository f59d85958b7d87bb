import { stat } from 'node:fs/promises'
import type { Task } from './task.ts'

/** Whether the result is newer than its sources. It is complete, because `writeWholeFile` wrote it. */
export async function isDone({
  sound,
  text,
  out,
}: Pick<Task, 'sound' | 'text' | 'out'>): Promise<boolean> {
  const made = await changedAt(out)
  if (made === null) return false
  const sources = await Promise.all([sound, ...(text === null ? [] : [text])].map(changedAt))
  return sources.every((changed) => changed !== null && changed <= made)
}

/** Time of the last change, milliseconds; `null` if there is no such file. */
const changedAt = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
