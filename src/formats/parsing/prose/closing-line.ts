import type { Problem } from '#transcript/problem.ts'
import { proseLine, type ProseLine } from './line.ts'

/** What programs write below their transcripts. Nobody says it. */
const closing =
  /^(?:Transcribed by https?:\/\/otter\.ai\/?|Transcription ended after \d{1,3}:\d\d(?::\d\d)?|This editable transcript was computer generated and might contain errors\..{0,100})$/

/** Removes the closing lines of Otter and Google Meet from the end of a text, and says so. */
export function removeClosingLines(lines: readonly ProseLine[]): {
  lines: readonly ProseLine[]
  problems: Problem[]
} {
  let end = lines.length
  let first: ProseLine | null = null
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const text = lines[at]!.text.trim()
    if (text === '') continue
    if (!closing.test(text)) break
    end = at
    first = lines[at]!
  }
  if (first === null || end === 0) return { lines, problems: [] }
  const message = `The closing line “${first.text.trim().slice(0, 60)}” is not shown: the program that made the transcript wrote it.`
  return {
    lines: lines.slice(0, end),
    problems: [{ code: 'closing-not-shown', severity: 'note', message, ...proseLine(first) }],
  }
}
