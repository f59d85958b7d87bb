import { describe, expect, test } from 'vitest'
import { toLines } from '#transcript/lines.ts'
import { createTimeline } from '#transcript/timeline.ts'
import type { TimingIssue, Segment, Word } from '#transcript/transcript.ts'
import { line, segment, transcript } from '../../support/transcripts.ts'

/** Words of five letters; `timed` of them have times from `start` on, half a second each. */
function words(count: number, { start = 0, untimed = [] as number[] } = {}) {
  const text = Array.from({ length: count }, (_, at) => (at % 20 === 19 ? 'end..' : 'quiet')).join(
    ' ',
  )
  const timed = Array.from({ length: count }, (_, at): Word => ({
    from: at * 6,
    to: at * 6 + 5,
    start: start + at / 2,
    end: start + at / 2 + 0.4,
  })).filter((_, at) => !untimed.includes(at))
  return { text, words: timed }
}

function timedSegment(spoken: ReturnType<typeof words>, more: Partial<Segment> = {}): Segment {
  return segment(spoken.text, spoken.words[0]!.start, spoken.words.at(-1)!.end, {
    words: spoken.words,
    ...more,
  })
}

const unclear = (from: number, to: number): TimingIssue => ({ from, to, reason: 'unclear' })

describe('issues of segments', () => {
  test('go with their stretch where a long segment is cut', () => {
    const spoken = words(120)
    // The words 38 to 42: the end of one sentence, and the beginning of the next.
    const long = timedSegment(spoken, { issues: [unclear(38 * 6, 42 * 6 + 5)] })
    const lines = toLines(transcript([long]), 'paragraphs')
    const flagged = lines.flatMap(({ text, issues = [] }) =>
      issues.map(({ from, to }) => text.slice(from, to)),
    )
    expect(lines.length).toBeGreaterThan(2)
    expect(flagged).toEqual(['quiet end..', 'quiet quiet quiet'])
    expect(lines.filter(({ issues }) => issues)).toHaveLength(2)
  })

  test('move along where segments are joined', () => {
    const first = timedSegment(words(3))
    const second = timedSegment(words(3, { start: 1.6 }), { issues: [unclear(6, 11)] })
    const [joined] = toLines(transcript([first, second]), 'paragraphs')
    expect(joined!.issues).toEqual([unclear(first.text.length + 1 + 6, first.text.length + 1 + 11)])
  })
})

describe('a segment of which some words have no times', () => {
  const spoken = words(120, { untimed: Array.from({ length: 40 }, (_, at) => at + 30) })
  const lines = toLines(transcript([timedSegment(spoken)]), 'paragraphs')

  test('loses nothing of its text where it is cut', () => {
    expect(lines.map(({ text }) => text).join(' ')).toBe(spoken.text)
    for (const { text, words } of lines) {
      for (const { from, to } of words) expect(text.slice(from, to)).toMatch(/^(quiet|end\.\.)$/)
    }
  })

  test('says of each piece where in the segment it begins', () => {
    for (const { text, offset = 0 } of lines) {
      expect(spoken.text.slice(offset, offset + text.length)).toBe(text)
    }
  })

  test('is cut by all of its words, not by those with times alone', () => {
    const lengths = lines.map(({ text }) => text.split(' ').length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60)
  })
})

test('a word of which the alignment is not sure is not marked, and its line is', () => {
  const [sure, unsure] = [
    { from: 0, to: 4, start: 1, end: 1.5 },
    { from: 5, to: 9, start: 1.5, end: 2, unsure: true },
  ]
  const timeline = createTimeline([line(1, 2, { text: 'Good deed', words: [sure, unsure] })])
  expect(timeline.spokenAt(1.2).words).toEqual([{ line: 0, word: 0 }])
  expect(timeline.spokenAt(1.7)).toEqual({ lines: [0], current: 0, words: [] })
})
