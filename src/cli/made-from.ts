import { open, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Task } from './task.ts'
import { writeWholeFile } from './whole-file.ts'

/** A file that a result was made from. */
interface Source {
  /** Relative to the folder of the result, so that folders can be moved. */
  readonly path: string
  readonly content: string
}

/** What a result was made from. It is kept beside the result, in a hidden file. */
export interface MadeFrom {
  readonly sound: Source
  /** `null`: a draft. */
  readonly text: Source | null
}

type Made = Pick<Task, 'sound' | 'text' | 'out'>

/** `.talk.aligned.vtt.made-from.json` */
const recordOf = (out: string) => join(dirname(out), `.${basename(out)}.made-from.json`)

/** Rejects with the error of the file system. */
export const recordSources = (out: string, sources: MadeFrom): Promise<void> =>
  writeWholeFile(recordOf(out), `${JSON.stringify(sources, null, 2)}\n`)

/** What the result was made from; `null` where that is not recorded. */
export async function recordedSources({ out }: Pick<Task, 'out'>): Promise<MadeFrom | null> {
  const written = await readFile(recordOf(out), 'utf8').catch(() => null)
  if (written === null) return null
  try {
    const { sound, text } = JSON.parse(written) as MadeFrom
    const isSource = (source: Source) =>
      typeof source.path === 'string' && typeof source.content === 'string'
    return isSource(sound) && (text === null || isSource(text)) ? { sound, text } : null
  } catch {
    return null
  }
}

export async function sourcesOf({ sound, text, out }: Made): Promise<MadeFrom> {
  const source = async (path: string): Promise<Source> => ({
    path: relative(resolve(dirname(out)), resolve(path)),
    content: await fingerprint(path),
  })
  return { sound: await source(sound), text: text === null ? null : await source(text) }
}

/** Bytes at each end of a file that are hashed; the size counts, too. Recordings may have gigabytes. */
const hashedBytes = 2 ** 20

async function fingerprint(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const ends = size <= hashedBytes ? [0] : [0, size - hashedBytes]
    const hashed = new Uint8Array(ends.length * Math.min(size, hashedBytes))
    for (const [at, position] of ends.entries()) {
      const length = hashed.length / ends.length
      await file.read(hashed, at * length, length, position)
    }
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashed))
    const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'))
    return `${size} ${hex.join('')}`
  } finally {
    await file.close()
  }
}
