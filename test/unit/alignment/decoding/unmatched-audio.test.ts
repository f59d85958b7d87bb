import { expect, test } from 'vitest'
import { longestUnmatchedPart } from '#alignment/decoding/unmatched-audio.ts'

const window = { frames: { from: 1000, to: 7000 }, words: { from: 50, to: 250 } }

/** Words of the text at frames, half a second each. */
const heardAt = (...places: readonly (readonly [word: number, start: number])[]) => ({
  frames: 6000,
  words: places.map(([word, start]) => ({
    word,
    start,
    end: start + 50,
    score: -20,
    fillerAfter: false,
  })),
})

test('no matches: the beginning of the window, and all its words', () => {
  expect(longestUnmatchedPart(window, heardAt())).toEqual({
    frames: { from: 1000, to: 3500 },
    words: { from: 50, to: 250 },
  })
})

test('the longest range, and the words after the one before it', () => {
  expect(
    longestUnmatchedPart(window, heardAt([60, 1500], [61, 1550], [90, 5000], [91, 5050])),
  ).toEqual({
    frames: { from: 1600, to: 4100 },
    words: { from: 62, to: 250 },
  })
})

test('not longer than the range', () => {
  const heard = heardAt([60, 1900], [61, 3900], [62, 5000], [63, 6000])
  expect(longestUnmatchedPart(window, heard)!.frames).toEqual({ from: 1950, to: 3900 })
})

test('words scattered all over: on beyond the next ones', () => {
  const heard = heardAt([60, 2000], [61, 3100], [62, 4200], [63, 5300], [64, 6400])
  expect(longestUnmatchedPart(window, heard)).toEqual({
    frames: { from: 2050, to: 4550 },
    words: { from: 61, to: 250 },
  })
})

test('sound that ends is not searched beyond its end', () => {
  expect(longestUnmatchedPart(window, { ...heardAt(), frames: 800 })!.frames).toEqual({
    from: 1000,
    to: 1800,
  })
})

test('too little audio, or no words left: no estimate is possible', () => {
  expect(longestUnmatchedPart(window, { ...heardAt(), frames: 300 })).toBeNull()
  expect(longestUnmatchedPart(window, heardAt([249, 1000]))).toBeNull()
})
