import { concatenateBytes } from '#arrays/concatenate.ts'
import {
  box,
  fullBox,
  latin1,
  pieces,
  uint16s,
  uint32s,
  uint64s,
  zeros,
} from '#audio/seeking/box-writer.ts'
import type { Pieces } from '#audio/seeking/box-writer.ts'

/** An edit: ticks of the movie, a thousand a second, and the tick of the track that it begins at; -1 for silence. */
interface Edit {
  readonly duration: number
  readonly start: number
  readonly rate?: number
}

interface MadeMp4 {
  readonly packets: readonly Uint8Array[]
  /** Number of packets of each chunk. */
  readonly chunks: readonly number[]
  /** Counts of packets and their durations, ticks. */
  readonly timing: readonly (readonly [count: number, ticks: number])[]
  readonly timescale?: number
  readonly duration?: number
  readonly edits?: readonly Edit[] | Pieces
  readonly sizes?: 'each' | 'one' | 4 | 8 | 16
  readonly places?: 'stco' | 'co64'
  readonly movieIs?: 'first' | 'last'
  /** Whether sizes of `mdat` and `moov` are written in 64 bits. */
  readonly hasLargeHeads?: boolean
  /** Whether 64-bit versions of boxes are used. */
  readonly hasLongTimes?: boolean
  /** Bytes of other data before each chunk. */
  readonly gap?: number
  readonly entry?: Pieces
  /** Boxes of `stbl` that replace or extend the usual ones. */
  readonly tables?: Readonly<Record<string, Pieces>>
  /** Boxes of `moov` after the track. */
  readonly others?: readonly Pieces[]
}

export const mp4a = (type = 'mp4a', ...boxes: readonly Pieces[]) =>
  box(type, zeros(6), uint16s(1), zeros(8), uint16s(1, 16, 0, 0, 48_000, 0), ...boxes)

/** A minimal MP4 with one audio track. */
export function madeMp4(mp4: MadeMp4): Uint8Array<ArrayBuffer> {
  const { movieIs = 'first', hasLargeHeads = false, gap = 0, packets, chunks } = mp4
  const data: Uint8Array[] = []
  const places: number[] = []
  let [sample, at] = [0, 0]
  const put = (bytes: Uint8Array) => {
    data.push(bytes)
    at += bytes.length
  }
  for (const length of chunks) {
    put(new Uint8Array(gap).fill(0xee))
    places.push(at)
    for (const packet of packets.slice(sample, sample + length)) put(packet)
    sample += length
  }
  const large = (type: string, content: Pieces) =>
    hasLargeHeads
      ? pieces(uint32s(1), latin1(type), uint64s(content.length + 16), content)
      : box(type, content)
  const brand = box('ftyp', latin1('isom'), uint32s(512), latin1('isom'))
  const filling = box('free', zeros(9))
  const soundHead = hasLargeHeads ? 16 : 8
  const movie = (first: number) =>
    large(
      'moov',
      movieOf(
        mp4,
        places.map((place) => place + first),
      ),
    )
  const before = brand.length + filling.length + (movieIs === 'first' ? movie(0).length : 0)
  const sound = large('mdat', pieces(...data))
  const rest =
    movieIs === 'first' ? [movie(before + soundHead), sound] : [sound, movie(before + soundHead)]
  return concatenateBytes(pieces(brand, filling, ...rest).parts)
}

function movieOf(mp4: MadeMp4, places: readonly number[]): Pieces {
  const { timescale = 48_000, hasLongTimes = false, others = [] } = mp4
  const ticks = mp4.timing.reduce((sum, [count, length]) => sum + count * length, 0)
  const version = hasLongTimes ? 1 : 0
  const word = hasLongTimes ? uint64s : uint32s
  const timeHead = (scale: number, duration: number) =>
    pieces(word(0, 0), uint32s(scale), word(duration))
  return pieces(
    fullBox('mvhd', { version }, timeHead(1000, 0), zeros(80)),
    box(
      'trak',
      fullBox('tkhd', { version, flags: 1 }, word(0, 0), uint32s(1, 0), word(0), zeros(60)),
      ...(mp4.edits ? [box('edts', editList(mp4.edits, hasLongTimes))] : []),
      soundMedia(
        fullBox('mdhd', { version }, timeHead(timescale, mp4.duration ?? ticks), zeros(4)),
        box('stbl', ...sampleTable(mp4, places)),
      ),
    ),
    ...others,
  )
}

export const soundMedia = (...boxes: readonly [head: Pieces, table: Pieces]) =>
  box(
    'mdia',
    boxes[0],
    fullBox('hdlr', {}, uint32s(0), latin1('soun'), zeros(13)),
    box('minf', boxes[1]),
  )

function editList(edits: readonly Edit[] | Pieces, isLong: boolean): Pieces {
  if ('parts' in edits) return edits
  const entries = edits.map(({ duration, start, rate = 1 }) => {
    const silence = isLong ? uint32s(2 ** 32 - 1, 2 ** 32 - 1) : uint32s(2 ** 32 - 1)
    const tick = isLong ? uint64s(start) : uint32s(start)
    return pieces(
      isLong ? uint64s(duration) : uint32s(duration),
      start === -1 ? silence : tick,
      uint16s(rate, 0),
    )
  })
  return fullBox('elst', { version: isLong ? 1 : 0 }, uint32s(edits.length), ...entries)
}

function sampleTable(mp4: MadeMp4, places: readonly number[]): Pieces[] {
  const { chunks, timing } = mp4
  const runs = chunks.flatMap((length, chunk) =>
    chunks[chunk - 1] === length ? [] : [[chunk + 1, length, 1]],
  )
  const tables = {
    stsd: fullBox('stsd', {}, uint32s(1), mp4.entry ?? mp4a()),
    stts: fullBox('stts', {}, uint32s(timing.length, ...timing.flat())),
    stsc: fullBox('stsc', {}, uint32s(runs.length, ...runs.flat())),
    ...(mp4.places === 'co64'
      ? { co64: fullBox('co64', {}, uint32s(places.length), uint64s(...places)) }
      : { stco: fullBox('stco', {}, uint32s(places.length, ...places)) }),
    sizes: sampleSizes(mp4),
    ...mp4.tables,
  }
  return Object.values(tables)
}

function sampleSizes({ packets, sizes = 'each' }: MadeMp4): Pieces {
  const lengths = packets.map(({ length }) => length)
  const count = lengths.length
  if (sizes === 'one') return fullBox('stsz', {}, uint32s(lengths[0] ?? 0, count))
  if (sizes === 'each') return fullBox('stsz', {}, uint32s(0, count, ...lengths))
  const halves = Array.from(
    { length: Math.ceil(count / 2) },
    (_, at) => (lengths[2 * at]! << 4) | (lengths[2 * at + 1] ?? 0),
  )
  const table = { 4: Uint8Array.from(halves), 8: Uint8Array.from(lengths), 16: uint16s(...lengths) }
  return fullBox('stz2', {}, uint32s(sizes, count), table[sizes])
}
