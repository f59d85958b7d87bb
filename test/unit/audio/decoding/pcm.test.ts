import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ByteSource } from '#audio/byte-source.ts'
import { createWaveDecoder } from '#audio/decoding/pcm/wave-decoder.ts'
import { findWaveData } from '#audio/decoding/pcm/wave-data.ts'
import type { AudioRange } from '#audio/decoding/recording-decoder.ts'
import { computePeaks } from '#audio/peaks/compute-peaks.ts'
import { blobSource } from '#sources/byte-sources.ts'
import { bytesOf, sourceOf, times } from '../frames/made-frames.ts'
import { chunk, formatChunk, uint32, waveFile } from './made-wave.ts'

const everything = { start: 0, end: Infinity }

/** The samples of each channel, and the time of the first; `null`: the file is not supported. */
async function samplesOf(source: ByteSource, range: AudioRange = everything) {
  const sound = await findWaveData(source)
  if (!sound) return null
  const channels: number[][] = times(sound.channels, () => [])
  const begins: number[] = []
  await createWaveDecoder(source, sound).decode(range, ({ planes, time }) => {
    begins.push(time)
    planes.forEach((plane, channel) => channels[channel]!.push(...plane))
  })
  return { channels, begin: begins[0] ?? null }
}

const channelsOf = async (bytes: Uint8Array<ArrayBuffer>) =>
  (await samplesOf(sourceOf(bytes)))?.channels ?? null

const sixteen = (...values: number[]) => new Uint8Array(Int16Array.from(values).buffer)

const wave16 = (...values: number[]) => waveFile([formatChunk(), chunk('data', sixteen(...values))])

const kinds = [
  { name: '8 bits', tag: 1, bits: 8, data: [0, 64, 128, 192] },
  { name: '16 bits', tag: 1, bits: 16, data: [0, 0x80, 0, 0xc0, 0, 0, 0, 0x40] },
  { name: '24 bits', tag: 1, bits: 24, data: [0, 0, 0x80, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0x40] },
  {
    name: '32 bits',
    tag: 1,
    bits: 32,
    data: new Uint8Array(Int32Array.of(-(2 ** 31), -(2 ** 30), 0, 2 ** 30).buffer),
  },
  {
    name: 'float',
    tag: 3,
    bits: 32,
    data: new Uint8Array(Float32Array.of(-1, -0.5, 0, 0.5).buffer),
  },
  {
    name: 'double',
    tag: 3,
    bits: 64,
    data: new Uint8Array(Float64Array.of(-1, -0.5, 0, 0.5).buffer),
  },
]

test.each(kinds)('$name are numbers from −1 to 1', async ({ tag, bits, data }) => {
  for (const isExtensible of [false, true]) {
    const mono = waveFile([formatChunk({ tag, bits, isExtensible }), chunk('data', data)])
    expect(await channelsOf(mono)).toEqual([[-1, -0.5, 0, 0.5]])
    const format = formatChunk({ tag, bits, isExtensible, channels: 2 })
    expect(await channelsOf(waveFile([format, chunk('data', data)]))).toEqual([
      [-1, 0],
      [-0.5, 0.5],
    ])
  }
})

test('A-law and µ-law mean what the tables of G.711 say', async () => {
  const decoded = async (tag: number, data: number[]) =>
    (await channelsOf(waveFile([formatChunk({ tag, bits: 8 }), chunk('data', data)])))![0]!.map(
      (value) => value * 2 ** 15 + 0,
    )
  expect(await decoded(6, [0xd5, 0x55, 0xaa, 0x2a, 0x80, 0xc5])).toEqual([
    8, -8, 32_256, -32_256, 5504, 264,
  ])
  expect(await decoded(7, [0xff, 0x7f, 0x80, 0x00, 0xf0, 0xef])).toEqual([
    0, 0, 32_124, -32_124, 120, 132,
  ])
})

test('chunks of any kind and odd length may stand around the samples', async () => {
  const others = [chunk('LIST', new Uint8Array(33)), chunk('bext', new Uint8Array(9000).fill(7))]
  const samples = chunk('data', sixteen(16_384, -16_384))
  const isOdd = waveFile([...others, formatChunk(), chunk('id3 ', [1]), samples, ...others])
  expect(await channelsOf(isOdd)).toEqual([[0.5, -0.5]])
  expect(await channelsOf(waveFile([samples, ...others, formatChunk()]))).toEqual([[0.5, -0.5]])
})

test('a file whose size is not said goes to its end', async () => {
  for (const size of [0, 0xffffffff, 1_000_000]) {
    const samples = chunk('data', sixteen(16_384, -16_384, 0), { size })
    const bytes = waveFile([formatChunk(), samples], { size: 0 })
    expect(await channelsOf(bytes)).toEqual([[0.5, -0.5, 0]])
  }
})

test('half a frame at the end is none', async () => {
  const format = formatChunk({ channels: 2 })
  const bytes = waveFile([format, chunk('data', sixteen(16_384, 0, 8192))])
  expect(await channelsOf(bytes)).toEqual([[0.5], [0]])
})

test.each(['RF64', 'BW64'])('%s says its sizes elsewhere', async (form) => {
  const long = (bytes: number) => [...uint32(bytes), ...uint32(0)]
  const ds64 = chunk('ds64', [...long(0), ...long(4), ...long(2), ...uint32(0)])
  const samples = chunk('data', sixteen(16_384, -16_384), { size: 0xffffffff })
  const chunks = [ds64, formatChunk(), samples, chunk('LIST', [1, 2, 3, 4])]
  expect(await channelsOf(waveFile(chunks, { form, size: 0xffffffff }))).toEqual([[0.5, -0.5]])
})

test('a range begins at its first sample, and reads no more than it needs', async () => {
  const values = times(2_000_000, (at) => at % 30_000)
  const data = new Uint8Array(Int16Array.from(values).buffer)
  const source = sourceOf(waveFile([formatChunk(), chunk('data', data)]))
  const found = await samplesOf(source, { start: 100, end: 100.01 })
  expect(found).toEqual({
    begin: 100,
    channels: [times(80, (at) => ((800_000 + at) % 30_000) / 32_768)],
  })
  expect(source.bytesRead).toBeLessThan(10_000)
})

test('pieces follow each other without a hole', async () => {
  const values = Int16Array.from({ length: 1_700_000 }, (_, at) => at % 30_011)
  const bytes = waveFile([formatChunk(), chunk('data', new Uint8Array(values.buffer))])
  const source = sourceOf(bytes)
  const sound = (await findWaveData(source))!
  let next = 0
  let wrong = 0
  await createWaveDecoder(source, sound).decode(everything, ({ planes, time }) => {
    if (time * 8000 !== next) wrong++
    for (const sample of planes[0]!) if (sample * 32_768 !== values[next++]) wrong++
  })
  expect({ next, wrong }).toEqual({ next: values.length, wrong: 0 })
})

test('samples that lie at odd places in memory are read', async () => {
  const bytes = wave16(16_384, -16_384)
  const source: ByteSource = {
    size: bytes.length,
    read: (from, to) =>
      Promise.resolve(bytesOf([9], bytes.slice(from, Math.min(to, bytes.length))).subarray(1)),
  }
  expect((await samplesOf(source))!.channels).toEqual([[0.5, -0.5]])
})

test('other kinds and other files are not understood', async () => {
  const samples = chunk('data', sixteen(1, 2))
  const unknown = [formatChunk({ tag: 2, bits: 4 }), formatChunk({ bits: 20 })]
  for (const format of [...unknown, formatChunk({ channels: 0 }), formatChunk({ sampleRate: 0 })]) {
    expect(await channelsOf(waveFile([format, samples]))).toBeNull()
  }
  expect(await channelsOf(waveFile([formatChunk(), samples], { form: 'RIFX' }))).toBeNull()
  expect(await channelsOf(waveFile([formatChunk()]))).toBeNull()
  expect(await channelsOf(new Uint8Array())).toBeNull()
})

test('whatever the bytes are, nothing is thrown', async () => {
  const whole = waveFile([
    chunk('LIST', new Uint8Array(11)),
    formatChunk({ channels: 2, isExtensible: true }),
    chunk('data', new Uint8Array(100).fill(5)),
  ])
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      async (length, changes, start) => {
        const bytes = whole.slice(0, length)
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        const found = await samplesOf(sourceOf(bytes), { start, end: start + 1 })
        expect(found === null || found.channels.length > 0).toBe(true)
      },
    ),
  )
})

test('peaks without a conversion are those of the converted samples', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.uint8Array({ maxLength: 4000 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      async ({ tag, bits }, data, channels, first, isOdd) => {
        const before = isOdd ? [chunk('odd ', new Uint8Array(3).slice(0, 1))] : []
        const format = formatChunk({ tag, bits, channels, sampleRate: 8000 })
        const source = sourceOf(waveFile([format, ...before, chunk('data', new Uint8Array(data))]))
        const sound = await findWaveData(source)
        const { readInterleaved: _, ...converting } = createWaveDecoder(source, sound!)
        const part = { first, count: 5 }
        const expected = await computePeaks(converting, part)
        expect(await computePeaks(createWaveDecoder(source, sound!), part)).toEqual(expected)
      },
    ),
  )
})

test.each(kinds)(
  'a long range is streamed, and gives the same peaks: $tag, $bits bits',
  async ({ tag, bits }) => {
    const format = formatChunk({ tag, bits, channels: 2, sampleRate: 48_000 })
    const data = Uint8Array.from({ length: 9_000_003 }, (_, at) => (at * 2_654_435_761) >>> 24)
    const bytes = waveFile([chunk('odd ', new Uint8Array(2)), format, chunk('data', data)])
    const source = sourceOf(bytes)
    const { stream } = blobSource(new Blob([bytes]))
    const sound = (await findWaveData(source))!
    const part = { first: 10, count: 100_000 }
    const expected = await computePeaks(createWaveDecoder(source, sound), part)
    const streaming = createWaveDecoder({ ...source, stream: stream! }, sound)
    expect(await computePeaks(streaming, part)).toEqual(expected)
  },
)
