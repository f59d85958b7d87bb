import { isSound } from '#transcript/conventions/sound.ts'
import type { TurnNames } from '../speakers/turn-names.ts'
import { proseLine, type ProseLine } from './line.ts'

export interface ProseParagraph {
  readonly text: string
  /** 1-based line number of its beginning. */
  readonly line?: number
  readonly isHeading?: boolean
  /** Somebody without a name begins to speak. */
  readonly beginsTurn?: true
}

/**
 * Splits a text into paragraphs: at blank lines, or at every line if there are no blank lines. A heading is a
 * paragraph, and so is each turn that begins with a speaker's name; a name alone on a line belongs to the text after
 * it.
 */
export function splitParagraphs(
  lines: readonly ProseLine[],
  { names, isWrapped }: { names: TurnNames; isWrapped: boolean },
): ProseParagraph[] {
  const paragraphs: ProseParagraph[] = []
  const byBlankLines =
    isWrapped || hasBlankLines(lines) || lines.some(({ beginsTurn }) => beginsTurn)
  let open: ProseLine[] = []
  const close = () => {
    const [first] = open
    if (first !== undefined) {
      const text = open.map((line) => line.text.trim()).join(isWrapped ? ' ' : '\n')
      const turn = first.beginsTurn ? { beginsTurn: true as const } : {}
      paragraphs.push({ text, ...turn, ...proseLine(first) })
    }
    open = []
  }
  const isName = (line: ProseLine | undefined) =>
    line !== undefined && names.standsAlone(line.text.trim())
  for (const line of lines) {
    const text = line.text.trim()
    const isAwaited = open.length === 1 && isName(open[0])
    if (text === '') {
      if (!isAwaited) close()
      continue
    }
    if (line.isHeading) {
      close()
      paragraphs.push({ text: line.text, isHeading: true, ...proseLine(line) })
      continue
    }
    const beginsTurn = line.beginsTurn === true || isName(line) || names.prefixOf(text) !== null
    // for example `(Whereupon, a recess was taken.)`
    const isDirection = isWrapped && isSound(text)
    if (beginsTurn || isDirection || !(byBlankLines || isAwaited)) close()
    open.push(line)
    if (isDirection) close()
  }
  close()
  return paragraphs
}

function hasBlankLines(lines: readonly ProseLine[]): boolean {
  const first = lines.findIndex(({ text }) => text.trim() !== '')
  const last = lines.findLastIndex(({ text }) => text.trim() !== '')
  return lines.slice(first, last).some(({ text }) => text.trim() === '')
}
