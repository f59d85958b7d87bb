import { expect, test } from 'vitest'
import { countSwallowed, createPlacing } from '#audio/decoding/place-outputs.ts'

/** What decoders were seen to give, in seconds: times of packets in, times said and lengths out. */
const seen = [
  {
    name: 'Vorbis in Chromium: the first packet is swallowed, and its time goes to the second',
    codec: 'vorbis',
    swallowed: 1,
    packets: [100, 100.00267, 100.00533, 100.01733, 100.03867],
    outputs: [
      [100, 0.00267],
      [100.00267, 0.012],
      [100.01467, 0.02133],
      [100.036, 0.02133],
    ],
    places: [100.00267, 100.00533, 100.01733, 100.03867],
  },
  {
    name: 'Vorbis in Firefox: what was left of before comes first, and the others say their own times',
    codec: 'vorbis',
    swallowed: 0,
    packets: [100, 100.00267, 100.00533, 100.01733],
    outputs: [
      [100, 0.012],
      [100.00267, 0.00267],
      [100.00533, 0.012],
      [100.01733, 0.02133],
    ],
    places: [100, 100.00267, 100.00533, 100.01733],
  },
  {
    name: 'Opus in Chromium: the first output is cut, and the others follow it',
    codec: 'opus',
    swallowed: 0,
    packets: [100, 100.02, 100.04],
    outputs: [
      [100, 0.0135],
      [100.0135, 0.02],
      [100.0335, 0.02],
    ],
    places: [100, 100.0135, 100.0335],
  },
  {
    name: 'Opus in Firefox: the first output is cut, and the others do not follow it',
    codec: 'opus',
    swallowed: 0,
    packets: [100, 100.02, 100.04],
    outputs: [
      [100, 0.0135],
      [100.02, 0.02],
      [100.04, 0.02],
    ],
    places: [100, 100.0135, 100.0335],
  },
  {
    name: 'times in whole milliseconds leave no cracks',
    codec: 'mp4a.40.2',
    swallowed: 0,
    packets: [1, 1.021, 1.043],
    outputs: [
      [1, 0.021333],
      [1.021, 0.021333],
      [1.043, 0.021333],
    ],
    places: [1, 1.021333, 1.042666],
  },
  {
    name: 'a gap in the sound stays one',
    codec: 'mp4a.40.2',
    swallowed: 0,
    packets: [1, 1.02, 3],
    outputs: [
      [1, 0.02],
      [1.02, 0.02],
      [3, 0.02],
    ],
    places: [1, 1.02, 3],
  },
] as const

test.each(seen)('$name', ({ codec, swallowed, packets, outputs, places }) => {
  const placing = createPlacing({ codec, swallowed })
  for (const time of packets) placing.packetGiven(time)
  outputs.forEach(([stated, length], at) => {
    expect(placing.place(stated, length)).toBeCloseTo(places[at]!, 4)
  })
})

test('a decoder that gives less than it gets has swallowed the rest', () => {
  expect(countSwallowed(8, 7)).toBe(1)
  expect(countSwallowed(8, 8)).toBe(0)
  expect(countSwallowed(8, 9)).toBe(0)
})
