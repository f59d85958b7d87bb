export interface TierLabel {
  readonly text: string
  /** Seconds. */
  readonly start: number
  readonly end: number
}

interface WrittenTier {
  readonly name: string
  /** Sorted, not overlapping. */
  readonly labels: readonly TierLabel[]
}

/**
 * An interval tier in the long format. Intervals without a label fill it from 0 to `length`, seconds, because Praat
 * requires a complete tier.
 */
export function writeTier(
  { name, labels }: WrittenTier,
  { number, length }: { number: number; length: number },
): string {
  const intervals: TierLabel[] = []
  let reached = 0
  for (const { text, start, end } of labels) {
    if (start > reached) intervals.push({ text: '', start: reached, end: start })
    intervals.push({ text, start, end })
    reached = end
  }
  if (reached < length) intervals.push({ text: '', start: reached, end: length })
  const written = intervals.map(
    ({ text, start, end }, index) => `        intervals [${index + 1}]:
            xmin = ${start}
            xmax = ${end}
            text = ${quote(text)}
`,
  )
  return `    item [${number}]:
        class = "IntervalTier"
        name = ${quote(name)}
        xmin = 0
        xmax = ${length}
        intervals: size = ${intervals.length}
${written.join('')}`
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
