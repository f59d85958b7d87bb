import fc from 'fast-check'
import { BufferSource, EncodedPacketSink, Input, MP4, QTFF } from 'mediabunny'
import { describe, expect, test } from 'vitest'
import { box, fullBox, latin1, pieces, uint32s, zeros } from '#audio/seeking/box-writer.ts'
import type { Packet } from '#audio/packets/packet.ts'
import { readMp4Packets } from '#audio/packets/mp4/read-mp4-packets.ts'
import { sourceOf } from '../frames/made-frames.ts'
import { madeMp4, mp4a, soundMedia } from './made-mp4.ts'

type Made = Parameters<typeof madeMp4>[0]

const textOf = ({ bytes, time }: Packet) => `${time}: ${Buffer.from(bytes).toString('base64')}`

const inMicroseconds = (time: number) => Math.round(time * 1e6)

/** This many different packets, of 5 bytes or more. */
const packetsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => new Uint8Array(5 + ((at * 7) % 11)).fill(at))

const plain: Made = { packets: packetsOf(10), chunks: [4, 4, 2], timing: [[10, 1024]] }

async function ours(file: Uint8Array<ArrayBuffer>, { start = -1, end = Infinity } = {}) {
  const source = await readMp4Packets(sourceOf(file))
  if (!source) return null
  const packets: string[] = []
  for await (const some of source.packets({ start, end })) packets.push(...some.map(textOf))
  return { packets, duration: inMicroseconds(source.duration) }
}

/** The reading of mediabunny, which is slower and reads more kinds of files. */
async function theirs(file: Uint8Array<ArrayBuffer>, { start = -1, end = Infinity } = {}) {
  const input = new Input({ formats: [MP4, QTFF], source: new BufferSource(file) })
  const track = (await input.getPrimaryAudioTrack())!
  const sink = new EncodedPacketSink(track)
  const from = (await sink.getPacket(start)) ?? (await sink.getFirstPacket())
  const packets: string[] = []
  for await (const { data, timestamp } of sink.packets(from ?? undefined)) {
    if (timestamp > end) break
    packets.push(textOf({ bytes: data, time: timestamp }))
  }
  const duration = (await track.getDurationFromMetadata()) ?? (await track.computeDuration())
  return { packets, duration: inMicroseconds(duration) }
}

const silenceBefore = { duration: 500, start: -1 }
const startsAt = (start: number) => ({ duration: 0, start })

describe('the packets of a plain MP4 are those that mediabunny finds', () => {
  test.each<[string, Partial<Made>]>([
    ['in a few chunks', {}],
    ['in one chunk', { chunks: [10] }],
    ['in chunks of all lengths', { chunks: [1, 1, 3, 1, 2, 2] }],
    ['with something else between chunks', { gap: 1000 }],
    ['with much else between chunks', { gap: 100_000 }],
    ['at places of 64 bits', { places: 'co64' }],
    [
      'all of one size',
      { sizes: 'one', packets: packetsOf(10).map((it) => it.fill(1, 0, 5).slice(0, 5)) },
    ],
    ['of sizes in 4 bits', { sizes: 4 }],
    ['of sizes in 8 bits', { sizes: 8 }],
    ['of sizes in 16 bits', { sizes: 16 }],
    ['of sizes beyond 16 bits', { packets: packetsOf(10).with(3, new Uint8Array(70_000).fill(7)) }],
    [
      'larger than what is read at once',
      { packets: packetsOf(10).with(3, new Uint8Array(300_000)) },
    ],
    ['with nothing in one', { packets: packetsOf(10).with(3, new Uint8Array(0)) }],
    [
      'that last differently',
      {
        timing: [
          [3, 1024],
          [1, 0],
          [0, 5],
          [2, 960],
          [4, 1024],
        ],
      },
    ],
    ['cut at the start', { edits: [startsAt(2112)] }],
    ['after a silence', { edits: [silenceBefore, startsAt(0)] }],
    ['after a silence, and cut', { edits: [silenceBefore, silenceBefore, startsAt(1024)] }],
    ['with no edit in the list', { edits: [] }],
    ['with times of 64 bits', { hasLongTimes: true, edits: [silenceBefore, startsAt(1024)] }],
    ['of a duration that is not said', { duration: 0, edits: [startsAt(1024)] }],
    ['in boxes with sizes of 64 bits', { hasLargeHeads: true }],
    ['with the table of contents at the end', { movieIs: 'last' }],
    ['of another codec', { entry: mp4a('Opus') }],
  ])('%s', async (_, made) => {
    const file = madeMp4({ ...plain, ...made })
    const found = await ours(file)
    expect(found).toEqual(await theirs(file))
    expect(found?.packets).toHaveLength(10)
  })

  test('whatever the tables, and in any range', async () => {
    const bytes = fc.uint8Array({ maxLength: 40 })
    const made = fc.record({
      packets: fc.array(bytes, { minLength: 1, maxLength: 60 }),
      chunkLengths: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      lengths: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 }),
      cut: fc.nat(5000),
      silence: fc.nat(2000),
      timescale: fc.constantFrom(1000, 44_100, 48_000, 90_000),
      sizes: fc.constantFrom('each' as const, 8 as const, 16 as const),
      places: fc.constantFrom('stco' as const, 'co64' as const),
      gap: fc.constantFrom(0, 10, 40_000),
      startMs: fc.integer({ min: -200, max: 3000 }),
      lengthMs: fc.nat(2000),
    })
    await fc.assert(
      fc.asyncProperty(
        made,
        async ({ chunkLengths, lengths, cut, silence, startMs, lengthMs, ...rest }) => {
          const { packets } = rest
          const chunks: number[] = []
          for (let left = packets.length; left > 0; left -= chunks.at(-1)!) {
            chunks.push(Math.min(left, chunkLengths[chunks.length % chunkLengths.length]!))
          }
          const timing = packets.map((_, at) => [1, lengths[at % lengths.length]!] as const)
          const edits = [{ duration: silence, start: -1 }, startsAt(cut)]
          const file = madeMp4({ ...rest, chunks, timing, edits })
          // Not at the start of a packet, where one packet more is allowed.
          const start = (startMs + 1 / Math.PI) / 1000
          const range = { start, end: start + lengthMs / 1000 }
          expect(await ours(file)).toEqual(await theirs(file))
          expect(await ours(file, range)).toEqual(await theirs(file, range))
        },
      ),
      { numRuns: 100 },
    )
  })

  test('as far as the file goes', async () => {
    const file = madeMp4({ ...plain, gap: 50 })
    const cut = file.slice(0, -75)
    expect((await ours(cut))?.packets).toEqual((await theirs(cut)).packets)
    expect((await ours(cut))?.packets).toHaveLength(7)
    const empty = await readMp4Packets(sourceOf(file.slice(0, -200)))
    expect(await empty?.firstPackets()).toEqual([])
  })
})

test('the first packets are those of the start, including those before the audible part', async () => {
  const source = await readMp4Packets(sourceOf(madeMp4({ ...plain, edits: [startsAt(1024)] })))
  const times = (await source!.firstPackets()).map(({ time }) => time)
  expect(times).toEqual([-1, 0, 1, 2, 3, 4, 5, 6].map((at) => (at * 1024) / 48_000))
})

test('many packets are read at once, but not what lies far between them', async () => {
  const packets = Array.from({ length: 9000 }, () => new Uint8Array(100).fill(1))
  const chunks = Array.from({ length: 90 }, () => 100)
  const sound = { packets, chunks, timing: [[9000, 1024]] as const }
  const readBy = async (file: Uint8Array<ArrayBuffer>) => {
    const source = sourceOf(file)
    const reads: number[] = []
    const counted = {
      ...source,
      read: (from: number, to: number) => (reads.push(to - from), source.read(from, to)),
    }
    const found = (await readMp4Packets(counted))!
    reads.length = 0
    for await (const some of found.packets({ start: 0, end: Infinity }))
      expect(some).not.toEqual([])
    return { reads: reads.length, bytes: reads.reduce((sum, bytes) => sum + bytes, 0) }
  }
  expect(await readBy(madeMp4(sound))).toEqual({ reads: 4, bytes: 900_000 })
  expect(await readBy(madeMp4({ ...sound, gap: 100_000 }))).toEqual({ reads: 90, bytes: 900_000 })
})

describe('unusual files are left to mediabunny:', () => {
  const word = 2 ** 32 - 1
  const table = (type: string, ...words: number[]) => ({
    [type]: fullBox(type, {}, uint32s(...words)),
  })
  const sizes = (...words: number[]) => ({ sizes: fullBox('stsz', {}, uint32s(...words)) })
  const secondTrack = box('trak', soundMedia(fullBox('mdhd', {}, zeros(20)), box('stbl')))

  test.each<[string, Partial<Made>]>([
    ['fragments', { others: [box('mvex')] }],
    ['two sound tracks', { others: [secondTrack] }],
    ['a track of what?', { others: [box('trak', zeros(20))] }],
    ['times of hearing apart from those of decoding', { tables: table('ctts', 1, 10, 0) }],
    ['encryption', { entry: mp4a('enca') }],
    ['encryption that its name does not tell', { entry: mp4a('mp4a', box('sinf', zeros(8))) }],
    ['keys by the sample', { tables: table('senc', 0) }],
    ['PCM', { entry: mp4a('sowt') }],
    ['two descriptions', { tables: { stsd: fullBox('stsd', {}, uint32s(2), mp4a(), mp4a()) } }],
    ['another description than the first', { tables: table('stsc', 1, 1, 4, 2) }],
    ['two edits', { edits: [startsAt(0), startsAt(5000)] }],
    ['silence only', { edits: [silenceBefore] }],
    ['another speed', { edits: [{ duration: 0, start: 0, rate: 2 }] }],
    ['no time', { timescale: 0 }],
    ['no samples', { packets: [], chunks: [], timing: [] }],
    ['more edits than are there', { edits: fullBox('elst', {}, uint32s(word, 0, 0, 0x10000)) }],
    ['more sizes than are there', { tables: sizes(0, word, 1, 2, 3) }],
    ['sizes that no packet has', { tables: sizes(0, 10, word, 1, 1, 1, 1, 1, 1, 1, 1, 1) }],
    ['one such size for all', { tables: sizes(word, 10) }],
    [
      'more packets than bytes',
      {
        tables: {
          ...sizes(1, word),
          ...table('stts', 1, word, 1),
          ...table('stsc', 1, 1, word, 1),
        },
      },
    ],
    ['sizes of 5 bits', { tables: { sizes: fullBox('stz2', {}, uint32s(5, 10), zeros(20)) } }],
    [
      'two tables of sizes',
      { tables: { another: fullBox('stz2', {}, uint32s(8, 10), zeros(10)) } },
    ],
    ['more times than are there', { tables: table('stts', word, 10, 1024) }],
    ['fewer times than packets', { timing: [[9, 1024]] }],
    ['more times than packets', { timing: [[11, 1024]] }],
    ['times beyond all numbers', { tables: table('stts', 3, word, word, word, word, 10, 1) }],
    ['fewer packets in chunks', { tables: table('stsc', 1, 1, 3, 1) }],
    ['chunks of no packets', { tables: table('stsc', 1, 1, 0, 1) }],
    ['chunks before the first', { tables: table('stsc', 1, 0, 4, 1) }],
    ['chunks in no order', { tables: table('stsc', 3, 1, 4, 1, 3, 4, 1, 2, 4, 1) }],
    ['chunks after the last', { tables: table('stsc', 2, 1, 4, 1, 9, 4, 1) }],
    ['more runs of chunks than are there', { tables: table('stsc', word, 1, 4, 1) }],
    ['more chunks than are there', { tables: table('stco', word, 1, 2, 3) }],
    ['two tables of chunks', { tables: table('co64', 1, 0, 100) }],
    [
      'chunks beyond all numbers',
      { places: 'co64', tables: table('co64', 3, word, 1, word, 2, word, 3) },
    ],
  ])('%s', async (_, made) => {
    expect(await ours(madeMp4({ ...plain, ...made }))).toBeNull()
  })

  const brand = box('ftyp', latin1('isom'), uint32s(512))
  test.each([
    ['nothing', new Uint8Array()],
    ['no table of contents', pieces(brand, box('mdat', zeros(100)))],
    ['a compressed one', pieces(brand, box('moov', box('cmov', zeros(100))))],
    ['fragments before it', pieces(brand, box('moof', zeros(8)), box('moov'))],
    ['boxes without end', pieces(...Array.from({ length: 1000 }, () => box('free')))],
    ['one that is longer than the file', pieces(brand, uint32s(word), latin1('moov'), zeros(100))],
  ])('%s', async (_, file) => {
    const bytes = file instanceof Uint8Array ? [file] : file.parts
    expect(await ours(new Uint8Array(Buffer.concat(bytes)))).toBeNull()
  })
})

test('damage of any kind is met without an error, and with an end', async () => {
  const whole = madeMp4({ ...plain, edits: [silenceBefore, startsAt(1024)] })
  const strange = fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xff)
  const hits = fc.array(fc.tuple(fc.nat(whole.length - 1), strange), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(hits, fc.nat(whole.length), async (places, length) => {
      const file = whole.slice()
      for (const [at, value] of places) file[at] = value
      await ours(file)
      await ours(file.slice(0, length))
    }),
    { numRuns: 1000 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(await ours(new Uint8Array(bytes))).toBeNull()
    }),
  )
})
