import type { Line } from '#transcript/line.ts'
import type { Segment, SpeakerId, Transcript, Word } from '#transcript/transcript.ts'

/** A segment with just what a test is about. */
export function segment(
  text: string,
  start: number | null,
  end: number | null,
  more: Partial<Segment> = {},
): Segment {
  return { text, start, end, speaker: null, kind: 'speech', words: [], ...more }
}

export function transcript(
  segments: readonly Segment[],
  more: Partial<Transcript> = {},
): Transcript {
  const timing = segments.some(({ words }) => words.length > 0)
    ? 'word'
    : segments.some(({ start }) => start !== null)
      ? 'segment'
      : 'none'
  return { timing, speakers: [], chapters: [], segments, ...more }
}

export const speaker = (id: string) => id as SpeakerId

/**
 * A transcript in short: `0 Good 0.4 morning 0.9 | 5 Hello 5.5`. Numbers are times: before a word its
 * start, after it its end, which is also the start of a word that follows at once. `|` parts segments.
 */
export function spoken(script: string): Transcript {
  return transcript(script.split('|').map(spokenSegment))
}

function spokenSegment(script: string): Segment {
  const tokens = script.trim().split(/\s+/)
  const words: Word[] = []
  let text = ''
  tokens.forEach((token, at) => {
    if (!Number.isNaN(Number(token))) return
    const start = Number(tokens[at - 1])
    const end = Number(tokens[at + 1] ?? start + 0.5)
    if (Number.isNaN(start) || Number.isNaN(end))
      throw new Error(`spoken: no times round "${token}"`)
    if (text !== '') text += ' '
    words.push({ from: text.length, to: text.length + token.length, start, end })
    text += token
  })
  return segment(text, words[0]?.start ?? null, words.at(-1)?.end ?? null, { words })
}

export function line(start: number | null, end: number | null, more: Partial<Line> = {}): Line {
  return { text: '', start, end, speaker: null, kind: 'speech', words: [], segment: 0, ...more }
}
