import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import type {
  AlignedWord,
  AlignmentTally,
  AlignmentOutcome,
  AlignmentStep,
  LineIssue,
} from '#alignment/alignment-result.ts'
import type { Aligner } from '#alignment/aligner.ts'
import type { Script } from '#alignment/script.ts'

/** What an alignment has found, by lines of the script. */
export interface FoundInLines {
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
  readonly tally: AlignmentTally
}

/** Heard lines before and after a line, between which it is looked for again. */
const reach = 3
/** More lines than that are not displaced, but missing. */
const mostLines = 60
/** Share of a line's words that must be found. */
const enoughFound = 0.6

/**
 * Looks again for lines of which nothing was heard, each by itself, in the sound around its place: where lines stand in
 * another order than they are spoken in, an alignment finds one of them only. Times may then be in another order than
 * the lines.
 */
export async function withDisplacedLines(
  found: FoundInLines,
  {
    aligner,
    decoder,
    script,
    duration,
  }: { aligner: Aligner; decoder: RecordingDecoder; script: Script; duration: number },
): Promise<FoundInLines> {
  const spans = spansOf(found.words)
  const missing = script.lines.flatMap(({ kind, text }, line) =>
    kind === 'speech' && /\p{L}/u.test(text) && !spans.has(line) ? [line] : [],
  )
  if (missing.length === 0 || missing.length > mostLines || spans.size === 0) return found
  const words = [...found.words]
  let { issues, tally } = found
  for (const line of missing) {
    const range = rangeAround(line, spans, duration)
    const order = {
      script: { ...script, lines: [script.lines[line]!] },
      anchors: [],
      duration,
      soFar: null,
      range,
    }
    const part = await collect(aligner.align(order, decoder))
    if (!part) continue
    const { sure, unsure, notHeard } = part.tally
    const isFound = sure + unsure >= enoughFound * (sure + unsure + notHeard)
    if (!isFound || part.words.some((word) => isTaken(word, spans))) continue
    for (const word of part.words) words.push({ ...word, line })
    const issuesOfLine = part.issues.map((issue) => ({ ...issue, line }))
    issues = issues.filter((issue) => issue.line !== line).concat(issuesOfLine)
    tally = {
      sure: tally.sure + sure,
      unsure: tally.unsure + unsure,
      notHeard: tally.notHeard - sure - unsure,
    }
    spans.set(line, spanOf(part.words))
  }
  return { words, issues, tally }
}

interface TimeSpan {
  readonly start: number
  readonly end: number
}

const spanOf = (words: readonly AlignedWord[]): TimeSpan => ({
  start: Math.min(...words.map(({ start }) => start)),
  end: Math.max(...words.map(({ end }) => end)),
})

function spansOf(words: readonly AlignedWord[]): Map<number, TimeSpan> {
  const byLine = new Map<number, AlignedWord[]>()
  for (const word of words) {
    const ofLine = byLine.get(word.line)
    if (ofLine) ofLine.push(word)
    else byLine.set(word.line, [word])
  }
  return new Map([...byLine].map(([line, ofLine]) => [line, spanOf(ofLine)]))
}

function rangeAround(
  line: number,
  spans: ReadonlyMap<number, TimeSpan>,
  duration: number,
): TimeSpan {
  const heard = [...spans.keys()].sort((a, b) => a - b)
  const next = heard.findIndex((each) => each > line)
  const at = next === -1 ? heard.length : next
  const before = heard[at - 1 - reach]
  const after = heard[at + reach]
  return {
    start: before === undefined ? 0 : spans.get(before)!.end,
    end: after === undefined ? duration : spans.get(after)!.start,
  }
}

/** Whether another line is heard at that time. */
function isTaken({ start, end }: TimeSpan, spans: ReadonlyMap<number, TimeSpan>): boolean {
  const middle = (start + end) / 2
  for (const span of spans.values()) if (span.start < middle && middle < span.end) return true
  return false
}

async function collect(
  steps: AsyncGenerator<AlignmentStep, AlignmentOutcome, void>,
): Promise<FoundInLines | null> {
  const words: AlignedWord[] = []
  const issues: LineIssue[] = []
  for (;;) {
    const { done, value } = await steps.next()
    if (done === true) {
      const isFound = value.kind === 'aligned' && words.length > 0
      return isFound ? { words, issues, tally: value.tally } : null
    }
    words.push(...value.words)
    issues.push(...value.issues)
  }
}
