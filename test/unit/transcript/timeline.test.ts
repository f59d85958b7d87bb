import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '#transcript/line.ts'
import { createTimeline, mostLinesAtOnce } from '#transcript/timeline.ts'
import type { Spoken } from '#transcript/timeline.ts'
import { line } from '../../support/transcripts.ts'

/** The slow, obvious algorithm, the oracle of the fast one. */
function spokenByScan(lines: readonly Line[], time: number): Spoken {
  const timed = lines
    .map((each, place) => ({ ...each, place }))
    .filter((each) => each.start !== null && each.end !== null)
    .sort((a, b) => a.start! - b.start! || a.place - b.place)
  const active = timed.filter(({ start, end }) => start! <= time && time < end!)
  const begun = timed.filter(({ start }) => start! <= time)
  const lastEnd = Math.max(...begun.map(({ end }) => end!))
  const shown = active.slice(0, mostLinesAtOnce)
  return {
    lines: shown.map(({ place }) => place),
    current: shown[0]?.place ?? begun.findLast(({ end }) => end === lastEnd)?.place ?? null,
    words: shown.flatMap(({ words, place }) => {
      const word = words.findLastIndex(({ start }) => start <= time)
      return word !== -1 && time < words[word]!.end ? [{ line: place, word }] : []
    }),
  }
}

const quarters = fc.integer({ min: 0, max: 160 }).map((quarter) => quarter / 4)
const someWords = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 })
const someLine = fc
  .record({ start: fc.option(quarters, { freq: 8 }), length: quarters, words: someWords })
  .map(({ start, length, words }) => {
    if (start === null) return line(null, null)
    let at = start
    return line(start, start + length, {
      words: words.map((steps) => {
        const word = { from: 0, to: 1, start: at, end: at + steps / 8 }
        at += steps / 4
        return word
      }),
    })
  })
const someLines = fc.array(someLine, { maxLength: 40 })

describe('what is being spoken', () => {
  test('is what a scan of all lines finds, at any sequence of times', () => {
    fc.assert(
      fc.property(someLines, fc.array(quarters, { maxLength: 60 }), (lines, times) => {
        const timeline = createTimeline(lines)
        for (const time of times) {
          expect(timeline.spokenAt(time)).toEqual(spokenByScan(lines, time))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is what a scan finds while time runs on in small steps', () => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 1, max: 7 }), (lines, sixteenths) => {
        const timeline = createTimeline(lines)
        for (let time = 0; time < 45; time += sixteenths / 16) {
          expect(timeline.spokenAt(time)).toEqual(spokenByScan(lines, time))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('keeps its identity as long as nothing changed', () => {
    const timeline = createTimeline([line(0, 5), line(10, 12)])
    expect(timeline.spokenAt(1)).toBe(timeline.spokenAt(4.9))
    expect(timeline.spokenAt(6)).not.toBe(timeline.spokenAt(4))
    const before = timeline.spokenAt(6)
    timeline.spokenAt(11)
    expect(timeline.spokenAt(7)).toEqual(before)
  })

  test('begins exactly at a start and ends exactly at an end', () => {
    const timeline = createTimeline([line(1, 2), line(2, 3)])
    expect(timeline.spokenAt(2).lines).toEqual([1])
    expect(timeline.spokenAt(3)).toMatchObject({ lines: [], current: 1 })
  })

  test('in a pause keeps the last line current and marks no word', () => {
    const words = [{ from: 0, to: 4, start: 0, end: 1 }]
    const timeline = createTimeline([line(0, 1, { words }), line(5, 6)])
    expect(timeline.spokenAt(3)).toEqual({ lines: [], current: 0, words: [] })
  })

  test('of two at once marks both, and the first to begin leads', () => {
    const timeline = createTimeline([line(0, 10), line(4, 6)])
    expect(timeline.spokenAt(5)).toMatchObject({ lines: [0, 1], current: 0 })
    expect(timeline.spokenAt(11)).toMatchObject({ lines: [], current: 0 })
  })

  test('of 5,000 lines that all last ten hours shows a few, and the first leads', () => {
    const timeline = createTimeline(Array.from({ length: 5000 }, () => line(0, 36_000)))
    expect(timeline.spokenAt(18_000).lines).toHaveLength(mostLinesAtOnce)
    expect(timeline.spokenAt(18_000).current).toBe(0)
  })

  test('before the first line is nothing', () => {
    expect(createTimeline([line(3, 4)]).spokenAt(0)).toEqual({
      lines: [],
      current: null,
      words: [],
    })
  })
})

test('the lines before and after a time are found by their start, untimed ones passed over', () => {
  const timeline = createTimeline([line(1, 2), line(null, null), line(5, 6)])
  expect(timeline.lineBefore(0.5)).toBeNull()
  expect(timeline.lineBefore(1)).toBe(0)
  expect(timeline.lineAfter(1)).toBe(2)
  expect(timeline.lineAfter(5)).toBeNull()
})
