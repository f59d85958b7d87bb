import { stat } from 'node:fs/promises'
import { recordedSources, sourcesOf } from './made-from.ts'
import type { MadeFrom } from './made-from.ts'
import type { Task } from './task.ts'

/** Whether there is a result already. `other`: a file that was made from something else; `why` completes "talk.vtt". */
export type Standing =
  | { readonly kind: 'to-do' }
  | { readonly kind: 'done' }
  | { readonly kind: 'other'; readonly why: string }

const toDo: Standing = { kind: 'to-do' }

/**
 * Whether the result of a task exists. It is compared with what it was made from; where that is not recorded, as of
 * results of earlier versions, a result with a name of this command's own is done if it is newer than its sources.
 */
export async function standingOf(task: Task): Promise<Standing> {
  const made = await changedAt(task.out)
  if (made === null) return toDo
  const recorded = await recordedSources(task)
  if (recorded === null) {
    if (!task.isNamedHere)
      return { kind: 'other', why: 'exists, and what it was made from is not known' }
    return (await isNewer(made, task)) ? { kind: 'done' } : toDo
  }
  const now = await sourcesOf(task).catch(() => null)
  // The task will say what cannot be read.
  if (now === null) return toDo
  if (isSame(recorded, now, 'content')) return { kind: 'done' }
  // Its sources have changed since.
  if (isSame(recorded, now, 'path')) return toDo
  const from = [recorded.sound, recorded.text].flatMap((source) => source?.path ?? [])
  return { kind: 'other', why: `was made from ${from.join(' and ')}` }
}

const isSame = (one: MadeFrom, other: MadeFrom, by: 'path' | 'content') =>
  one.sound[by] === other.sound[by] && one.text?.[by] === other.text?.[by]

async function isNewer(made: number, { sound, text }: Task): Promise<boolean> {
  const sources = await Promise.all([sound, ...(text === null ? [] : [text])].map(changedAt))
  return sources.every((changed) => changed !== null && changed <= made)
}

/** Time of the last change, milliseconds; `null` if there is no such file. */
const changedAt = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
