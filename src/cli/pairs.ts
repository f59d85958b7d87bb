import { basename } from 'node:path'
import { recordingRank, stemOf, transcriptRank } from './names.ts'

/** A recording, and the text of the same name, if there is one. */
export interface FilePair {
  readonly sound: string
  readonly text: string | null
}

export interface FilePairs {
  /** In the order of their paths, by code units: the same on every machine. */
  readonly pairs: readonly FilePair[]
  /** Recordings of the same name as one that was taken. */
  readonly doubles: readonly { readonly sound: string; readonly taken: string }[]
}

/** Pairs what lies in one folder under one name: talk.mp3 and talk.txt. */
export function pairByName(paths: readonly string[]): FilePairs {
  const visible = paths.filter((path) => !basename(path).startsWith('.'))
  const sounds = bestFirst(visible, recordingRank)
  const texts = bestFirst(visible, transcriptRank)
  const pairs: FilePair[] = []
  const doubles: { sound: string; taken: string }[] = []
  for (const [stem, [taken, ...others]] of sounds) {
    pairs.push({ sound: taken!, text: texts.get(stem)?.[0] ?? null })
    for (const sound of others) doubles.push({ sound, taken: taken! })
  }
  return {
    pairs: pairs.toSorted((a, b) => byCodeUnits(a.sound, b.sound)),
    doubles: doubles.toSorted((a, b) => byCodeUnits(a.sound, b.sound)),
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
