import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikePeaks } from '#audio/peaks/audiowaveform/looks-like-peaks.ts'
import { readPeaksFile } from '#audio/peaks/audiowaveform/read-peaks-file.ts'

interface Asked {
  version?: number
  bits?: 8 | 16
  sampleRate?: number
  samplesPerPixel?: number
  length?: number
  channels?: number
  data: readonly number[]
}

/** A `.dat` file of audiowaveform, with the faults of a test. */
function dat({
  version = 1,
  bits = 8,
  sampleRate = 16_000,
  samplesPerPixel = 160,
  channels = 1,
  data,
  length = data.length / 2 / channels,
}: Asked): Uint8Array {
  const headerLength = version === 1 ? 20 : 24
  const view = new DataView(new ArrayBuffer(headerLength + (data.length * bits) / 8))
  view.setInt32(0, version, true)
  view.setUint32(4, bits === 8 ? 1 : 0, true)
  view.setInt32(8, sampleRate, true)
  view.setInt32(12, samplesPerPixel, true)
  view.setUint32(16, length, true)
  if (version !== 1) view.setInt32(20, channels, true)
  data.forEach((sample, at) => {
    if (bits === 8) view.setInt8(headerLength + at, sample)
    else view.setInt16(headerLength + at * 2, sample, true)
  })
  return new Uint8Array(view.buffer)
}

const json = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

const usual = { sample_rate: 16_000, samples_per_pixel: 160, bits: 8 }

function read(bytes: Uint8Array) {
  const reading = readPeaksFile(bytes, 'peaks.dat')
  if (!reading.ok) throw new Error(reading.why)
  return { ...reading, peaks: Array.from(reading.peaks) }
}

function whyNot(bytes: Uint8Array): string {
  const reading = readPeaksFile(bytes, 'peaks.dat')
  if (reading.ok) throw new Error('it was read')
  return reading.why
}

describe('a file of audiowaveform', () => {
  test.each([
    ['version 1, 8 bit', dat({ data: [-64, 32, -128, 127, 0, 0] })],
    ['version 1, 16 bit', dat({ bits: 16, data: [-16384, 99, -32768, 32767, 0, 0] })],
    [
      'JSON of version 1, which says no version',
      json({ ...usual, length: 3, data: [-64, 32, -128, 127, 0, 0] }),
    ],
    [
      'JSON of version 2',
      json({ version: 2, channels: 1, ...usual, length: 3, data: [-64, 32, -128, 127, 0, 0] }),
    ],
    ['JSON of 16 bit', json({ ...usual, bits: 16, length: 3, data: [-16384, 0, -32768, 0, 0, 0] })],
    [
      'JSON made fractions for another player',
      json({ ...usual, length: 3, data: [-0.5, 0.1, -1, 0.9, 0, 0] }),
    ],
  ])('is read: %s', (_, bytes) => {
    expect(read(bytes)).toMatchObject({ peaks: [128, 255, 0], duration: 0.03, isCoarse: false })
  })

  test.each([
    ['8', 8, 128],
    ['16', 16, 32_768],
  ] as const)('with two channels of %s bit has the louder one', (_, bits, full) => {
    const data = [-full / 2, 0, 0, full / 4, 0, 0, -full, 0]
    expect(read(dat({ version: 2, channels: 2, bits, data })).peaks).toEqual([128, 255])
  })

  test('finer than a hundredth of a second keeps the loudest of each', () => {
    const data = [0, 10, 0, 128 / 2, 0, 30, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9].map((each) => -each)
    const { peaks, duration } = read(dat({ samplesPerPixel: 40, data }))
    expect(peaks).toEqual([128, 18])
    expect(duration).toBe(0.02)
  })

  test('coarser than that repeats each, and says so', () => {
    const coarse = read(dat({ samplesPerPixel: 480, data: [0, -128, 0, -64] }))
    expect(coarse).toMatchObject({ peaks: [255, 255, 255, 128, 128, 128], isCoarse: true })
  })

  test('whose pixels do not end with hundredths loses no peak between two', () => {
    // audiowaveform's usual 256 samples at 44.1 kHz: 1.7 pixels a hundredth
    const data = Array.from({ length: 344 }, (_, at) => (at === 341 ? -128 : 0))
    const { peaks, duration } = read(dat({ sampleRate: 44_100, samplesPerPixel: 256, data }))
    expect(duration).toBeCloseTo((172 * 256) / 44_100)
    expect(peaks).toHaveLength(100)
    expect(peaks.slice(-2)).toEqual([255, 255])
  })

  test('is read where something follows its peaks', () => {
    const whole = dat({ data: [0, -128] })
    expect(read(Uint8Array.from([...whole, 1, 2, 3])).peaks).toEqual([255])
  })

  test('is read from the middle of a larger buffer', () => {
    const whole = dat({ bits: 16, data: [0, -32768] })
    const buffer = Uint8Array.from([9, ...whole])
    expect(read(buffer.subarray(1)).peaks).toEqual([255])
  })
})

describe('a peaks file that is refused, with a sentence', () => {
  test.each([
    ['nothing', new Uint8Array(0), /breaks off in its header.*again/],
    ['half a header', dat({ data: [] }).subarray(0, 15), /breaks off in its header/],
    ['peaks that break off', dat({ data: [1, 2, 3, 4], length: 1800 }), /after 2 of 1,800 peaks/],
    [
      'half a peak of two channels',
      dat({ version: 2, channels: 2, data: [1, 2, 3], length: 1 }),
      /after 0 of 1 peaks/,
    ],
    ['a newer version', dat({ version: 3, data: [0, 0] }), /version 3.*reads 1 and 2/],
    ['no peaks', dat({ data: [] }), /no peaks in it/],
    ['no sample rate', dat({ sampleRate: 0, data: [0, 0] }), /sample rate is 0/],
    [
      'less than no samples',
      dat({ samplesPerPixel: -1, data: [0, 0] }),
      /samples per pixel are -1/,
    ],
    [
      'a thousand channels',
      dat({ version: 2, channels: 1000, length: 1, data: [0, 0] }),
      /channels are 1000/,
    ],
    [
      'one peak of a century',
      dat({ sampleRate: 1, samplesPerPixel: 2 ** 31 - 1, data: [0, 0] }),
      /596,523 hours/,
    ],
    [
      'JSON that breaks off',
      json('{"sample_rate":16000,"samples_per_pixel":160,"data":[1,2'),
      /no whole JSON/,
    ],
    ['JSON without peaks', json({ ...usual, length: 3 }), /no list of peaks/],
    [
      'JSON with fewer peaks than it says',
      json({ ...usual, length: 3, data: [1, 2] }),
      /says it has 3 peaks, and has 1/,
    ],
    [
      'JSON with words among its peaks',
      json({ ...usual, length: 1, data: [1, 'two'] }),
      /no number at place 2/,
    ],
    [
      'JSON that says a word for a number',
      json({ ...usual, sample_rate: 'high', length: 1, data: [1, 2] }),
      /sample rate is NaN/,
    ],
    ['JSON of a newer version', json({ version: 7, ...usual, data: [1, 2] }), /version 7/],
  ])('%s', (_, bytes, sentence) => {
    expect(whyNot(bytes)).toMatch(sentence)
    expect(whyNot(bytes)).toMatch(/^peaks\.dat .*\.$/)
  })

  test('nothing that begins like one is a crash, or a large array', () => {
    const someBytes = fc.uint8Array({ minLength: 0, maxLength: 64 })
    fc.assert(
      fc.property(fc.constantFrom(1, 2), someBytes, (version, rest) => {
        const reading = readPeaksFile(Uint8Array.from([version, 0, 0, 0, ...rest]), 'a.dat')
        return !reading.ok || reading.peaks.length <= 36_000_000
      }),
    )
  })
})

describe('a file that begins so', () => {
  test.each([
    ['.dat of version 1', dat({ data: [0, 0] }), 'a.dat'],
    ['.dat of version 2 with another name', dat({ version: 2, data: [0, 0] }), 'peaks'],
    ['.dat of a version to come', dat({ version: 3, data: [0, 0] }), 'a.DAT'],
    ['JSON', json({ ...usual, length: 1, data: [0, 0] }), 'a.json'],
    ['JSON in lines', json(JSON.stringify({ version: 2, ...usual, data: [1] }, null, 2)), 'a.json'],
    [
      'JSON that begins with its peaks',
      json({ data: Array.from({ length: 999 }, () => -1), ...usual }),
      'a.json',
    ],
  ])('is of audiowaveform: %s', (_, bytes, name) => {
    expect(looksLikePeaks(bytes.subarray(0, 512), name)).toBe(true)
  })

  test.each([
    [
      'a transcript of Whisper',
      json({ text: ' So.', segments: [{ start: 0, end: 1, text: ' So.' }] }),
      'a.json',
    ],
    [
      'a transcript that speaks of peaks',
      json({ text: 'say "samples_per_pixel": 160', segments: [] }),
      'a.json',
    ],
    ['a transcript in a list', json({ data: [{ start: 0, end: 1, text: 'So' }] }), 'a.json'],
    ['text', json('WEBVTT\n'), 'a.dat'],
    ['a number and nothing else', Uint8Array.of(1, 0, 0, 0), 'a.dat'],
    ['nothing', new Uint8Array(0), 'a.dat'],
    [
      'an icon',
      Uint8Array.of(0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 104, 4, 0, 0, 22, 0),
      'a.ico',
    ],
  ])('is none: %s', (_, bytes, name) => {
    expect(looksLikePeaks(bytes.subarray(0, 512), name)).toBe(false)
  })
})
