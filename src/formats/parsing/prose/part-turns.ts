import { findLabels } from '../speakers/find-labels.ts'
import { proseLine, type ProseLine } from './line.ts'

/**
 * No paragraph has lines longer than this, in characters; longer ones contain turns separated by blanks instead of line
 * breaks.
 */
const longLine = 160

/**
 * Splits long lines that contain turns separated by two blanks. If names follow some of the blanks, it splits only
 * before names; otherwise, in a text of a single line, at all double blanks.
 */
export function partTurns(lines: readonly ProseLine[]): readonly ProseLine[] {
  const pieces = lines.map(({ text }) =>
    text.length >= longLine ? text.trim().split(/ {2,}|\t+/) : [text],
  )
  if (pieces.every((parts) => parts.length < 2)) return lines
  const labels = findLabels(pieces.flat(), { isProse: true })
  const isOnlyLine = lines.filter(({ text }) => text.trim() !== '').length === 1
  if (labels.isEmpty && !isOnlyLine) return lines
  return lines.flatMap((line, at) => {
    const parts = pieces[at]!
    if (parts.length < 2) return [line]
    const turns: string[] = []
    for (const part of parts) {
      const isTurn = labels.isEmpty || labels.labelOf(part) !== null
      if (isTurn || turns.length === 0) turns.push(part)
      else turns[turns.length - 1] += `  ${part}`
    }
    return turns.map((text) => ({ text, ...proseLine(line) }))
  })
}
