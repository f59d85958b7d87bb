import type { Format, FileHead, Score } from './readers/format.ts'

export interface Candidate {
  /** A format's id. */
  readonly format: string
  readonly name: string
  readonly score: Exclude<Score, 'no'>
}

const weights: Readonly<Record<Score, number>> = { certain: 3, likely: 2, possible: 1, no: 0 }

/**
 * Ranks the formats that a file may be in, the likeliest first. The content decides. Ties are broken by the file name's
 * extension, then by the MIME type, then by the order of the registry. A last resort is asked only if no other format
 * claims the file.
 */
export function rankFormats(
  formats: readonly Format[],
  head: FileHead,
  mimeType: string | undefined,
): Candidate[] {
  const type = mimeType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const ranked: { candidate: Candidate; rank: number }[] = []
  const inOrder = [...formats].sort(
    (a, b) => Number(a.isLastResort ?? false) - Number(b.isLastResort ?? false),
  )
  for (const format of inOrder) {
    if (format.isLastResort && ranked.length > 0) continue
    const score = format.detect(head)
    if (score === 'no') continue
    const byName = format.extensions.includes(head.extension) ? 2 : 0
    const byType = format.mimeTypes.includes(type) ? 1 : 0
    ranked.push({
      candidate: { format: format.id, name: format.name, score },
      rank: weights[score] * 4 + byName + byType,
    })
  }
  return ranked.sort((a, b) => b.rank - a.rank).map(({ candidate }) => candidate)
}
