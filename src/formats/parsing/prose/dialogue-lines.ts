import { areTurnsOfProse, countDashes, dialogueDashes } from '../speakers/dialogue-dashes.ts'
import type { ProseLine } from './line.ts'

/**
 * Makes a line of each turn that begins with a dash, and removes the dashes, in a text whose dashes are those of a
 * dialogue; `null` for any other text.
 */
export function readDialogueLines(lines: readonly ProseLine[]): readonly ProseLine[] | null {
  const isSpoken = ({ isHeading, text }: ProseLine) => !isHeading && text.trim() !== ''
  if (!lines.some((line) => isSpoken(line) && dialogueDashes(line.text).length > 0)) return null
  if (!areTurnsOfProse(countDashes(turnsIn(lines)))) return null
  return lines.flatMap((line) => {
    const dashes = line.isHeading ? [] : dialogueDashes(line.text)
    if (dashes.length === 0) return [line]
    const before = line.text.slice(0, dashes[0]!.from)
    const turns = dashes.map(({ to }, at) => ({
      ...line,
      text: line.text.slice(to, dashes[at + 1]?.from),
      beginsTurn: true,
    }))
    return before.trim() === '' ? turns : [{ ...line, text: before }, ...turns]
  })
}

/** The lines that begin with a dash, each with the lines below it that belong to it. */
function* turnsIn(lines: readonly ProseLine[]): Generator<string> {
  let open = ''
  for (const { text, isHeading } of lines) {
    const begins = !isHeading && dialogueDashes(text).length > 0
    if (open !== '' && (begins || isHeading || text.trim() === '')) {
      yield open
      open = ''
    }
    if (begins) open = text.trim()
    else if (open !== '') open += ` ${text.trim()}`
  }
  if (open !== '') yield open
}
