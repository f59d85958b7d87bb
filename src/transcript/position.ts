/** A position in the text of a transcript: an offset into a segment's text, in UTF-16 code units. */
export interface TranscriptPosition {
  readonly segment: number
  readonly offset: number
}

/** A span of a transcript's text: offsets into one segment's text, in UTF-16 code units, half open. */
export interface TranscriptSpan {
  readonly segment: number
  readonly from: number
  readonly to: number
}

/** Below 0 where `a` stands before `b`, 0 where they are the same position. */
export const comparePositions = (a: TranscriptPosition, b: TranscriptPosition): number =>
  a.segment - b.segment || a.offset - b.offset

export const startOfSpan = ({
  segment,
  from,
}: Pick<TranscriptSpan, 'segment' | 'from'>): TranscriptPosition => ({ segment, offset: from })
