import { describe, expect, test } from 'vitest'
import { capAtSilences, capHiddenPauses } from '#transcript/hidden-pauses.ts'
import { findPauses, pausesToSkip } from '#transcript/pauses.ts'
import { line } from '../../support/transcripts.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

test('pauses are where no timed word is, before the first and between any two', () => {
  const lines = [
    line(3, 10, {
      words: [
        { from: 0, to: 1, start: 3, end: 4 },
        { from: 2, to: 3, start: 9, end: 10 },
      ],
    }),
    line(11, 12),
    line(20, 21),
  ]
  expect(findPauses(lines, 2)).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 9 },
    { start: 12, end: 20 },
  ])
})

test('there is no pause while another speaker speaks', () => {
  expect(findPauses([line(0, 10), line(1, 2), line(11, 12)], 2)).toEqual([])
})

test('a word that hides a pause is marked no longer than its letters suggest, plus two seconds', () => {
  const capped = capHiddenPauses(line(0, 9, { words: [{ from: 0, to: 5, start: 0, end: 9 }] }))
  expect(capped.words[0]!.end).toBeCloseTo(2.6)
  const usual = line(0, 2, { words: [{ from: 0, to: 5, start: 0, end: 2 }] })
  expect(capHiddenPauses(usual)).toBe(usual)
})

test('words of another line fill a pause inside a line', () => {
  const word = (start: number, end: number) => ({ from: 0, to: 1, start, end })
  const lines = [
    line(0, 10, { words: [word(0, 1), word(9, 10)] }),
    line(2, 8, { words: [word(2, 8)] }),
  ]
  expect(findPauses(lines, 2)).toEqual([])
})

describe('a word in a recording whose silences are known', () => {
  /** The displayed end of a word of this many letters. */
  function endOf(
    { letters, start, end }: { letters: number; start: number; end: number },
    silences: [number, number][],
  ) {
    const words = [{ from: 0, to: letters, start, end }]
    const ranges = silences.map(([start, end]) => ({ start, end }))
    return capAtSilences([line(start, end, { words })], ranges)[0]!.words[0]!.end
  }

  test('ends 0.15 s after the silence begins that it hangs into', () => {
    expect(endOf({ letters: 5, start: 10, end: 14 }, [[10.4, 14.5]])).toBeCloseTo(10.55)
  })

  test('ends there also when it reaches a little past the silence', () => {
    expect(endOf({ letters: 5, start: 10, end: 14 }, [[10.4, 13.8]])).toBeCloseTo(10.55)
  })

  test('keeps its end when it is over before the mark would be', () => {
    expect(endOf({ letters: 5, start: 10, end: 10.45 }, [[10.4, 14]])).toBe(10.45)
  })

  test('that lies completely in a silence is left alone: the speech is very quiet', () => {
    expect(endOf({ letters: 5, start: 10, end: 14 }, [[9, 15]])).toBe(14)
  })

  test('that begins in a silence ends with its own audio', () => {
    expect(
      endOf({ letters: 5, start: 10, end: 14 }, [
        [9.5, 10.3],
        [10.8, 14],
      ]),
    ).toBeCloseTo(10.95)
  })

  test('that is too long to have been said before the silence is left alone', () => {
    expect(endOf({ letters: 13, start: 10, end: 12 }, [[10.1, 12.5]])).toBe(12)
  })

  test('of which more is heard after the silence is left alone: it began too early', () => {
    expect(endOf({ letters: 3, start: 10, end: 12 }, [[10.2, 11.4]])).toBe(12)
  })

  test('ends with the last of its sound when it is interrupted', () => {
    expect(
      endOf({ letters: 4, start: 10, end: 20 }, [
        [10.1, 10.6],
        [11, 20],
      ]),
    ).toBeCloseTo(11.15)
  })

  test('is the same object, in the same list, where nothing changes', () => {
    const lines = [
      line(0, 1, { words: [{ from: 0, to: 4, start: 0, end: 1 }] }),
      line(2, 9, { words: [{ from: 0, to: 4, start: 2, end: 9 }] }),
    ]
    expect(capAtSilences(lines, [{ start: 1, end: 2 }])).toBe(lines)
    const capped = capAtSilences(lines, [{ start: 2.5, end: 9 }])
    expect(capped[0]).toBe(lines[0])
    expect(capped[1]).not.toBe(lines[1])
  })

  test('costs little, 100,000 times', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => {
      const words = Array.from({ length: 10 }, (_, word) => {
        const start = at * 3.6 + word * 0.36
        return { from: word * 6, to: word * 6 + 5, start, end: start + 0.36 }
      })
      return line(at * 3.6, at * 3.6 + 3.6, { words })
    })
    const silences = lines.map(({ start }) => ({ start: start! + 3.4, end: start! + 3.7 }))
    const capped = capAtSilences(lines, silences)
    expect(await leastProcessorMs(2, () => capAtSilences(lines, silences))).toBeLessThan(500)
    expect(capped.filter((line, at) => line !== lines[at])).toHaveLength(10_000)
  })
})

test('pauses are the silences of the audio, or the gaps of the transcript', () => {
  const asked = { lines: [line(0, 1), line(9, 10)], longerThan: 2 }
  expect(pausesToSkip({ ...asked, silences: null })).toEqual([{ start: 1, end: 9 }])
  const silences = [
    { start: 3, end: 4 },
    { start: 5, end: 8 },
  ]
  expect(pausesToSkip({ ...asked, silences })).toEqual([{ start: 5, end: 8 }])
})
