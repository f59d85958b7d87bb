import { chaptersByPlace } from '#transcript/chapters.ts'
import type { Line } from '#transcript/line.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** Consecutive lines that the browser lays out together, and may skip while they are off screen. */
export interface Block {
  /** The lines from `first` up to, not including, `end`. */
  readonly first: number
  readonly end: number
  readonly chapter: { readonly title: string; readonly index: number } | null
  /** Identifies the block; stable when segments are divided into lines differently. */
  readonly key: string
  /** Characters, from which its height is estimated before it is laid out. */
  readonly length: number
}

const linesInBlock = 50
/** Blocks also end at multiples of this, so that lines joined or split above leave the blocks below unchanged. */
const segmentsInBlock = 50
const shareOf = ({ segment }: Line) => Math.floor(segment / segmentsInBlock)

/** Identifies a line by its place in the transcript; stable when segments are divided differently. */
export const keyOf = ({ segment, offset = 0 }: Line) => `${segment} ${offset}`

/** Divides lines into blocks. A chapter begins a block, at the first line that starts with or after it. */
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
