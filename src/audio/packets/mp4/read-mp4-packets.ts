import type { ByteSource } from '../../byte-source.ts'
import type { AudioRange } from '../../decoding/recording-decoder.ts'
import { isBelievable } from '../../longest-recording.ts'
import type { ContainerPackets } from '../container-packets.ts'
import type { Packet } from '../packet.ts'
import { findMovie } from './find-movie.ts'
import { readSampleChunks } from './sample-chunks.ts'
import type { SampleChunks } from './sample-chunks.ts'
import { planReads } from './sample-reads.ts'
import { readSampleSizes } from './sample-sizes.ts'
import type { SampleSizes } from './sample-sizes.ts'
import { readSampleTimes } from './sample-times.ts'
import type { SampleTimes } from './sample-times.ts'
import { readAudioTrack } from './audio-track.ts'
import type { Mp4AudioTrack } from './audio-track.ts'

export interface Mp4Packets extends ContainerPackets {
  /** Seconds, as the head of the track says, else as its samples add up to. */
  readonly duration: number
}

const fewPackets = 8

/**
 * The packets of a plain MP4 or QuickTime file (ISO/IEC 14496-12): one track of compressed sound, whose samples are
 * all in one table, and are played in order from the first or from where an edit begins. Null for all others,
 * and for tables that cannot be true. Holds some two bytes a packet, 3 MB for ten hours of AAC. Rejects only
 * with what the source does.
 */
export async function readMp4Packets(source: ByteSource): Promise<Mp4Packets | null> {
  const movie = await findMovie(source)
  const track = movie && readAudioTrack(movie)
  if (!track) return null
  const sizes = readSampleSizes(track.sampleTable)
  const times = readSampleTimes(track.sampleTable)
  const chunks = readSampleChunks(track.sampleTable)
  if (!sizes || !times || !chunks) return null
  const { count } = sizes
  if (count === 0 || count !== times.count || count > chunks.capacity) return null
  // No table bounds a count of samples that are all as long.
  if (count > source.size) return null
  const { timescale, duration, shift } = track
  return packetsOf(source, { timescale, duration, shift, sizes, times, chunks })
}

interface Samples extends Omit<Mp4AudioTrack, 'sampleTable'> {
  readonly sizes: SampleSizes
  readonly times: SampleTimes
  readonly chunks: SampleChunks
}

function packetsOf(source: ByteSource, samples: Samples): Mp4Packets {
  const { timescale, shift, times } = samples
  const sampleAt = (time: number) => times.sampleAt(time * timescale + shift)
  return {
    duration: ticksOf(samples) / timescale - shift / timescale,
    packets: ({ start, end }: AudioRange) =>
      readPackets(source, samples, {
        first: Math.max(0, sampleAt(start)),
        end: sampleAt(end) + 1,
      }),
    async firstPackets() {
      const packets: Packet[] = []
      const end = Math.min(fewPackets, times.count)
      for await (const some of readPackets(source, samples, { first: 0, end }))
        packets.push(...some)
      return packets
    },
  }
}

/** As the head of the track says, if that can be. */
function ticksOf({ duration, timescale, times }: Samples): number {
  return duration !== null && isBelievable(duration / timescale) ? duration : times.end
}

/** Ends where the file does, whatever the tables say. */
async function* readPackets(
  source: ByteSource,
  { timescale, shift, sizes, times, chunks }: Samples,
  range: { first: number; end: number },
): AsyncGenerator<readonly Packet[]> {
  for (const { from, to, runs } of planReads({ chunks, sizes }, range)) {
    const bytes = await source.read(from, to)
    const packets: Packet[] = []
    let isShort = false
    for (const { first, end, byte } of runs) {
      let at = byte - from
      for (let sample = first; sample < end && !isShort; sample++) {
        const next = at + sizes.sizeOf(sample)
        isShort = next > bytes.length
        const time = (times.tickOf(sample) - shift) / timescale
        if (!isShort) packets.push({ bytes: bytes.subarray(at, next), time })
        at = next
      }
    }
    yield packets
    if (isShort) return
  }
}
