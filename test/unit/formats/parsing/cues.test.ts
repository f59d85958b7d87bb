import { expect, test } from 'vitest'
import { parseLooseTiming } from '#formats/parsing/cues/loose-timing.ts'

const clock = (ms: number, point: string) =>
  `${new Date(ms).toISOString().slice(11, 19)}${point}${String(ms % 1000).padStart(3, '0')}`

test.each([',', '.'])('usual timing lines are read like all others, with “%s” too', (point) => {
  for (let ms = 0; ms < 86_000_000; ms += 104_729) {
    const line = `${clock(ms, point)} --> ${clock(ms + 1234, point)}`
    const usual = parseLooseTiming(line)
    expect(usual).toEqual({ start: ms / 1000, end: (ms + 1234) / 1000, rest: '', odd: false })
    expect(parseLooseTiming(`${line} `)).toEqual({ ...usual, rest: ' ' })
  }
})

test.each([
  ['00:00:61,000 --> 00:01:02,000', 61],
  ['00:75:10,000 --> 00:75:12,000', 4510],
  ['00:00:01,000 -> 00:00:02,000', 1],
  ['00:00:01,000', null],
  ['00:00:01,000 --> 00:00:02 000', 1],
])('%s', (line, start) => {
  expect(parseLooseTiming(line)?.start ?? null).toBe(start)
})
