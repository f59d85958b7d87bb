import { describe, expect, it } from 'vitest'
import { shiftTimes } from '#transcript/shift-times.ts'
import { timesOutside } from '#transcript/times-outside.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

const segment = (start: number | null, end: number | null, text = 'one'): Segment => ({
  start,
  end,
  speaker: null,
  kind: 'speech',
  text,
  words: start === null ? [] : [{ from: 0, to: 3, start, end: end! }],
})
const transcript = (...segments: Segment[]): Transcript => ({
  timing: 'segment',
  speakers: [],
  chapters: [{ start: 36_000, title: 'Part' }],
  segments,
})

describe('times outside of the recording', () => {
  it('are found where most segments begin after its end, and whole hours are taken off', () => {
    const late = transcript(segment(36_004.5, 36_006), segment(36_100, 36_101))
    expect(timesOutside(late, 3000)).toEqual({ first: 36_004.5, last: 36_100, shift: -36_000 })
  })

  it('are moved to the beginning where hours do not suffice', () => {
    const epoch = transcript(
      segment(1_700_000_000, 1_700_000_002),
      segment(1_700_002_900, 1_700_002_905),
    )
    expect(timesOutside(epoch, 3000)?.shift).toBe(-1_700_000_000)
    // the second tape of an interview
    expect(timesOutside(transcript(segment(1900, 1903), segment(3500, 3502)), 1800)?.shift).toBe(
      -1900,
    )
  })

  it('are none where the transcript is in the recording, has no times, or its length is not known', () => {
    const within = transcript(segment(1, 2), segment(2, 3), segment(3001, 3003))
    expect(timesOutside(within, 3000)).toBeNull()
    expect(timesOutside(transcript(segment(null, null)), 3000)).toBeNull()
    expect(timesOutside(transcript(segment(36_000, 36_001)), 0)).toBeNull()
    expect(timesOutside(transcript(), 3000)).toBeNull()
  })
})

describe('shifted times', () => {
  it('move segments, words and chapters, to the microsecond', () => {
    const moved = shiftTimes(transcript(segment(36_004.1, 36_006.3)), -36_000)
    expect(moved.segments[0]).toMatchObject({
      start: 4.1,
      end: 6.3,
      words: [{ start: 4.1, end: 6.3 }],
    })
    expect(moved.chapters).toEqual([{ start: 0, title: 'Part' }])
  })

  it('do not begin before 0, and what is wholly before 0 keeps its place without times', () => {
    const moved = shiftTimes(transcript(segment(1, 2), segment(2, 5), segment(null, null)), -3)
    expect(moved.segments.map(({ start, end }) => [start, end])).toEqual([
      [null, null],
      [0, 2],
      [null, null],
    ])
    expect(moved.segments[0]!.words).toEqual([])
  })

  it('are the same object where nothing is added', () => {
    const same = transcript(segment(1, 2))
    expect(shiftTimes(same, 0)).toBe(same)
  })
})
