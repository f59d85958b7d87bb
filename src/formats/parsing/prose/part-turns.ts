import { findSpeakerPrefix, findSpeakerNames } from '#transcript/conventions/speaker-prefix.ts'
import { proseLine, type ProseLine } from './line.ts'

/** A line no paragraph has, in characters: then blanks part what line breaks parted before. */
const longLine = 160

/**
 * Turns that are parted by two blanks inside one long line, each on a line of its own: where names follow the
 * blanks, before those; else, in a text of one line only, at all of them.
 */
export function partTurns(lines: readonly ProseLine[]): readonly ProseLine[] {
  const pieces = lines.map(({ text }) =>
    text.length >= longLine ? text.trim().split(/ {2,}|\t+/) : [text],
  )
  if (pieces.every((parts) => parts.length < 2)) return lines
  const names = findSpeakerNames(pieces.flat())
  const isOnlyLine = lines.filter(({ text }) => text.trim() !== '').length === 1
  if (names.size === 0 && !isOnlyLine) return lines
  return lines.flatMap((line, at) => {
    const parts = pieces[at]!
    if (parts.length < 2) return [line]
    const turns: string[] = []
    for (const part of parts) {
      const isTurn = names.size === 0 || names.has(findSpeakerPrefix(part)?.name ?? '')
      if (isTurn || turns.length === 0) turns.push(part)
      else turns[turns.length - 1] += `  ${part}`
    }
    return turns.map((text) => ({ text, ...proseLine(line) }))
  })
}
