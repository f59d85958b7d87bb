import { chaptersByPlace } from '#transcript/chapters.ts'
import type { Line } from '#transcript/line.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** Consecutive lines that the browser lays out together, and may leave out while they are off screen. */
export interface Block {
  /** The lines from `first` up to, not including, `end`. */
  readonly first: number
  readonly end: number
  readonly chapter: { readonly title: string; readonly index: number } | null
  /** Tells it from the others, also when the lines are divided in another way. */
  readonly key: string
  /** Characters in it: the measure of its height before it is laid out. */
  readonly length: number
}

const linesInBlock = 50
/** Lines above may be joined and cut while times come in: who reads below keeps the blocks that are there. */
const segmentsInBlock = 50
const shareOf = ({ segment }: Line) => Math.floor(segment / segmentsInBlock)

/** Tells a line from the others of its text, however it is divided. */
export const keyOf = ({ segment, offset = 0 }: Line) => `${segment} ${offset}`

/** A chapter begins a block of its own, at the first line that begins with or after it. */
export function layOutLines(
  lines: readonly Line[],
  { chapters }: Pick<Transcript, 'chapters'>,
): Block[] {
  const starts = lines.map(({ start }) => start)
  const beginning = chaptersByPlace(starts, chapters)
  const blocks: Block[] = []
  let first = 0
  let length = 0
  for (let end = 1; end <= lines.length; end++) {
    length += lines[end - 1]!.text.length
    const isSameShare = end < lines.length && shareOf(lines[end]!) === shareOf(lines[first]!)
    if (isSameShare && end - first < linesInBlock && !beginning.has(end)) continue
    blocks.push({
      first,
      end,
      length,
      key: keyOf(lines[first]!),
      chapter: beginning.get(first) ?? null,
    })
    first = end
    length = 0
  }
  return blocks
}
