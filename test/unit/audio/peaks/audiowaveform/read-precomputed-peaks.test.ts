import { expect, test } from 'vitest'
import { readPrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'

/** Ten seconds of speech with a pause of two in the middle, as JSON of this many peaks a second. */
function speech(perSecond: number): Uint8Array {
  const data = Array.from({ length: 10 * perSecond }, (_, at) => {
    const isPause = at >= 4 * perSecond && at < 6 * perSecond
    return isPause ? [0, 1] : [-90, 90]
  }).flat()
  const header = { version: 2, channels: 1, sample_rate: 8000, bits: 8 }
  const sizes = { samples_per_pixel: 8000 / perSecond, length: data.length / 2 }
  return new TextEncoder().encode(JSON.stringify({ ...header, ...sizes, data }))
}

test('fine peaks give the pauses, coarse ones do not', () => {
  expect(readPrecomputedPeaks(speech(100), 'a.json')).toMatchObject({
    name: 'a.json',
    duration: 10,
    resolution: 0.01,
    silences: [{ start: expect.closeTo(4, 0) as number, end: expect.closeTo(6, 0) as number }],
  })
  expect(readPrecomputedPeaks(speech(10), 'a.json')).toMatchObject({
    isCoarse: true,
    resolution: 0.1,
    silences: null,
  })
})

test.each(['<!doctype html>', '', '{"text":"So.","segments":[]}'])(
  'what is something else is refused, whatever it is called: %s',
  (text) => {
    const reading = readPrecomputedPeaks(new TextEncoder().encode(text), 'a.dat')
    expect(reading.ok ? null : reading.why).toMatch(/^a\.dat holds no peaks that Earshot knows\./)
  },
)
