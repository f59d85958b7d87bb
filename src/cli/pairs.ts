import { basename } from 'node:path'
import { recordingRank, stemOf, transcriptRank } from './names.ts'

/** A recording and the transcript of the same name, if there is one. */
export interface FilePair {
  readonly sound: string
  readonly text: string | null
}

export interface FilePairs {
  /** Ordered by path, by code units, so that the order is the same on every machine. */
  readonly pairs: readonly FilePair[]
  /** Recordings with the same name as one in `pairs`. */
  readonly duplicates: readonly { readonly sound: string; readonly taken: string }[]
}

/** Pairs files of one folder and name: talk.mp3 and talk.txt. */
export function pairByName(paths: readonly string[]): FilePairs {
  const visible = paths.filter((path) => !basename(path).startsWith('.'))
  const sounds = bestFirst(visible, recordingRank)
  const texts = bestFirst(visible, transcriptRank)
  const pairs: FilePair[] = []
  const duplicates: { sound: string; taken: string }[] = []
  for (const [stem, [taken, ...others]] of sounds) {
    pairs.push({ sound: taken!, text: texts.get(stem)?.[0] ?? null })
    for (const sound of others) duplicates.push({ sound, taken: taken! })
  }
  return {
    pairs: pairs.toSorted((a, b) => byCodeUnits(a.sound, b.sound)),
    duplicates: duplicates.toSorted((a, b) => byCodeUnits(a.sound, b.sound)),
  }
}

function bestFirst(
  paths: readonly string[],
  rankOf: (path: string) => number,
): Map<string, readonly string[]> {
  const ranked = paths
    .map((path) => ({ path, rank: rankOf(path) }))
    .filter(({ rank }) => rank !== -1)
    .toSorted((a, b) => a.rank - b.rank || byCodeUnits(a.path, b.path))
  const byStem = new Map<string, string[]>()
  for (const { path } of ranked) {
    const stem = stemOf(path)
    byStem.set(stem, [...(byStem.get(stem) ?? []), path])
  }
  return byStem
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
