import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'

/**
 * Removes the cues of noScribe’s editor that hold only the label (`S01:`) and the stamp (`[00:00:05]`) of the cue after
 * them, with the same times.
 */
export function removeEditorCues(segments: readonly ParsedSegment[]): readonly ParsedSegment[] {
  const removed = new Set<number>()
  for (const [at, { text, speaker, start, end }] of segments.entries()) {
    if (!text.includes(':') || text.trim() !== `${speaker}:`) continue
    const stamp = segments[at + 1]
    if (stamp?.start !== start || stamp.end !== end || !isStampOf(stamp)) continue
    removed.add(at).add(at + 1)
  }
  return removed.size === 0 ? segments : segments.filter((_, at) => !removed.has(at))
}

function isStampOf({ text, start }: ParsedSegment): boolean {
  const [, hours, minutes, seconds] = /^\s*\[(\d\d):(\d\d):(\d\d)\]\s*$/.exec(text) ?? []
  if (hours === undefined || start === null) return false
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) === Math.floor(start)
}
