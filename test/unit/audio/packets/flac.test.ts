import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ByteSource } from '#audio/byte-source.ts'
import type { AudioRange } from '#audio/decoding/recording-decoder.ts'
import { readFlacPackets } from '#audio/packets/flac/flac-packets.ts'
import { bytesOf, id3v1, id3v2, sourceOf, textBytes, times } from '../frames/made-frames.ts'
import { constantFrame, flacFrame, flacHeader, flacStart, metadataBlock } from './made-flac.ts'
import { noise } from './made-flac.ts'

const everything = { start: 0, end: Infinity }

async function packetsOf(source: ByteSource, range: AudioRange = everything) {
  const flac = await readFlacPackets(source)
  const packets: { bytes: number[]; time: number }[] = []
  if (!flac) return packets
  for await (const some of flac.packets(range)) {
    for (const { bytes, time } of some) packets.push({ bytes: Array.from(bytes), time })
  }
  return packets
}

const timesOf = async (source: ByteSource, range?: AudioRange) =>
  (await packetsOf(source, range)).map(({ time }) => time)

/** 24 ms each. */
const fixedFrames = (count: number) => times(count, (number) => flacFrame({ number, samples: 192 }))

const written = (frames: readonly Uint8Array[], samples = 192) =>
  frames.map((bytes, at) => ({ bytes: Array.from(bytes), time: (at * samples) / 8000 }))

test('every frame of a fixed length is a packet, at its exact time', async () => {
  const frames = fixedFrames(300)
  const source = sourceOf(bytesOf(flacStart({ totalSamples: 300 * 192 }), ...frames))
  expect(await packetsOf(source)).toEqual(written(frames))
})

test('frames of varying lengths count samples', async () => {
  const lengths = times(200, (at) => 16 + ((at * 37) % 170))
  let number = 0
  const frames = lengths.map((samples) => {
    const frame = flacFrame({ number, samples, isVariable: true })
    number += samples
    return { bytes: Array.from(frame), time: (number - samples) / 8000 }
  })
  const bytes = bytesOf(flacStart(), ...frames.map(({ bytes }) => bytes))
  expect(await packetsOf(sourceOf(bytes))).toEqual(frames)
})

test('numbers that take seven bytes are read', async () => {
  const first = 2 ** 35
  const frames = times(3, (at) =>
    flacFrame({ number: first + at * 192, samples: 192, isVariable: true }),
  )
  // Cut out of a longer stream: its times begin at 0.
  expect(await packetsOf(sourceOf(bytesOf(flacStart(), ...frames)))).toEqual(written(frames))
})

test('silence, whose frames take fourteen bytes, is distinguished', async () => {
  const frames = times(5000, (number) => constantFrame({ number, samples: 192 }))
  const source = sourceOf(bytesOf(flacStart(), ...frames))
  expect(await packetsOf(source)).toEqual(written(frames))
})

test('the last frame may be shorter, and may be the only one', async () => {
  const frames = [...fixedFrames(9), flacFrame({ number: 9, samples: 20 })]
  expect(await packetsOf(sourceOf(bytesOf(flacStart(), ...frames)))).toEqual(written(frames))
  const only = [flacFrame({ number: 0, samples: 20 })]
  expect(await packetsOf(sourceOf(bytesOf(flacStart(), ...only)))).toEqual(written(only))
})

test('headers inside the sound, with a wrong checksum or another number, begin no frame', async () => {
  const frames = times(40, (number) => {
    const content = noise(384, number)
    const next = flacHeader({ number: number + 1, samples: 192 })
    content.set(flacHeader({ number: 3, samples: 192 }), 20)
    content.set(flacHeader({ number: 1_000_000, samples: 192 }), 60)
    content.set(next, 100)
    content.set([...next.slice(0, -1), next.at(-1)! ^ 1], 200)
    content.set(flacHeader({ number: number + 1, samples: 192, isVariable: true }), 240)
    return flacFrame({ number, samples: 192, content })
  })
  expect(await packetsOf(sourceOf(bytesOf(flacStart(), ...frames)))).toEqual(written(frames))
})

test('a range gives the frames that reach into it', async () => {
  const frames = fixedFrames(4000)
  const source = sourceOf(bytesOf(flacStart({ totalSamples: 4000 * 192 }), ...frames))
  const flac = (await readFlacPackets(source))!
  for (const start of [50, 3, 95.9, 49.97, 0, 0.024]) {
    const found: number[] = []
    for await (const some of flac.packets({ start, end: start + 0.1 })) {
      found.push(...some.map(({ time }) => time))
    }
    const inside = times(4000, (at) => (at * 192) / 8000).filter(
      (time) => time + 0.024 > start && time < start + 0.1,
    )
    expect(found.filter((time) => inside.includes(time))).toEqual(inside)
    expect(found.length).toBeLessThanOrEqual(inside.length + 1)
  }
})

test('a time is found by few bytes, also where the first half is silent', async () => {
  const frames = times(20_000, (number) =>
    number < 10_000 ? constantFrame({ number, samples: 192 }) : flacFrame({ number, samples: 192 }),
  )
  const bytes = bytesOf(flacStart({ totalSamples: 20_000 * 192 }), ...frames)
  const source = sourceOf(bytes)
  expect((await timesOf(source, { start: 400, end: 400.02 }))[0]).toBeCloseTo(399.984, 9)
  expect(bytes.length).toBeGreaterThan(4_000_000)
  expect(source.bytesRead).toBeLessThan(600_000)
})

test('a large picture is not read', async () => {
  const frames = fixedFrames(5)
  const picture = metadataBlock(6, new Uint8Array(8_000_000).fill(0xff))
  const source = sourceOf(bytesOf(flacStart({}, [picture]), ...frames))
  expect(await packetsOf(source)).toEqual(written(frames))
  expect(source.bytesRead).toBeLessThan(200_000)
})

test('tags before and after belong to no frame', async () => {
  const frames = fixedFrames(5)
  const bytes = bytesOf(id3v2(100_000), id3v2(30), flacStart(), ...frames, id3v1())
  expect(await packetsOf(sourceOf(bytes))).toEqual(written(frames))
})

test('a damaged range is skipped, and its neighbours keep their times', async () => {
  const frames = fixedFrames(3000)
  const bytes = bytesOf(flacStart({ totalSamples: 3000 * 192 }), ...frames)
  const begin = bytes.length / 3
  bytes.fill(0, begin, begin * 2)
  const packets = await packetsOf(sourceOf(bytes))
  const all = written(frames)
  expect(packets.length).toBeGreaterThan(1990)
  expect(packets).toEqual(all.filter(({ time }) => packets.some((packet) => packet.time === time)))

  const later = await timesOf(sourceOf(bytes), { start: 60, end: 60.05 })
  expect(later).toContain(60)
  expect(await timesOf(sourceOf(bytes), { start: 36, end: 36.05 })).toHaveLength(0)
})

test('one wrong bit costs one frame', async () => {
  const frames = fixedFrames(50)
  const bytes = bytesOf(flacStart(), ...frames)
  bytes[42 + frames[0]!.length * 3 + 100]! ^= 4
  expect(await packetsOf(sourceOf(bytes))).toEqual(written(frames).filter((_, at) => at !== 3))
})

test('a file that was not copied to its end gives what it has', async () => {
  const frames = fixedFrames(500)
  const bytes = bytesOf(flacStart({ totalSamples: 500 * 192 }), ...frames)
  const source = sourceOf(bytes.slice(0, bytes.length / 2))
  const packets = await packetsOf(source)
  expect(packets).toEqual(written(frames).slice(0, packets.length))
  expect(packets.length).toBeGreaterThan(245)
  expect(await packetsOf(source, { start: 10, end: 11 })).toEqual([])
})

test('the duration is what the file says, or what its last frame shows', async () => {
  const frames = fixedFrames(3000)
  const findDuration = async (start: Uint8Array) => {
    const source = sourceOf(bytesOf(start, ...frames))
    const duration = await (await readFlacPackets(source))!.findDuration()
    return { duration, bytesRead: source.bytesRead }
  }
  expect((await findDuration(flacStart({ totalSamples: 3000 * 192 }))).duration).toBe(72)
  const found = await findDuration(flacStart())
  expect(found.duration).toBe(72)
  expect(found.bytesRead).toBeLessThan(250_000)
})

test('other files are not FLAC', async () => {
  const frames = fixedFrames(3)
  const start = flacStart()
  expect(await readFlacPackets(sourceOf(bytesOf(textBytes('OggS'), start, ...frames)))).toBeNull()
  expect(
    await readFlacPackets(sourceOf(bytesOf(flacStart({ sampleRate: 0 }), ...frames))),
  ).toBeNull()
  expect(await readFlacPackets(sourceOf(bytesOf(start)))).toBeNull()
  expect(await readFlacPackets(sourceOf(new Uint8Array()))).toBeNull()
})

test('whatever the bytes are, nothing is thrown, and times go forward', async () => {
  const whole = bytesOf(flacStart({ totalSamples: 60 * 192 }), ...fixedFrames(60))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.double({ min: -1, max: 3, noNaN: true }),
      async (length, changes, random, start) => {
        const bytes = bytesOf(whole.slice(0, length), random)
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        const found = await timesOf(sourceOf(bytes), { start, end: start + 1 })
        expect(found).toEqual(found.toSorted((one, other) => one - other))
      },
    ),
  )
})
