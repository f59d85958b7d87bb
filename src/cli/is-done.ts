import { stat } from 'node:fs/promises'
import type { Task } from './task.ts'

/** What was written is whole (see `writeWhole`), and newer than what it was made of. */
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

/** Milliseconds; `null` where there is no such file. */
const changedAt = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
