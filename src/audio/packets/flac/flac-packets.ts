import type { ByteSource } from '../../byte-source.ts'
import { beginningOfEndTags } from '../../frames/tags.ts'
import type { Packet, PacketSource } from '../packet.ts'
import { seekToSample, seekPointOf } from './seek-to-sample.ts'
import {
  createFrameFinder,
  endOf,
  findEndSample,
  framesWith,
  mostReadBytes,
} from './frame-finder.ts'
import type { FoundFrame, FrameFinder } from './frame-finder.ts'
import { fixedBlockingByte, variableBlockingByte } from './frame-header.ts'
import { createSeekPoints } from './seek-points.ts'
import { findStreamInfo } from './stream-info.ts'
import type { StreamInfo } from './stream-info.ts'

export interface FlacPackets extends PacketSource {
  /** Seconds, as the file says or its last frame shows; `null` where neither does. Rejects as the source does. */
  findDuration(): Promise<number | null>
}

/** What is read at once to find a place in a recording, bytes. */
const mostSearchBytes = 64 * 1024

/**
 * Finds the frames of a FLAC file (RFC 9639) by their headers, wherever a time may lie, without reading through the
 * file or its pictures. Damaged frames are left out. `null` where a file is no FLAC (or FLAC in another
 * container), says too little of itself, or does not begin with frames. Rejects as the source does.
 */
export async function readFlacPackets(source: ByteSource): Promise<FlacPackets | null> {
  const beginning = await findStreamInfo(source)
  if (!beginning) return null
  const { info, framesFrom } = beginning
  const to = await beginningOfEndTags(source)
  const start = await findFirst(source, { info, framesFrom, to })
  if (!start) return null

  const { finder, first } = start
  const { stream } = finder
  // A stream that was cut out of a longer one goes on counting; one whose beginning is damaged does so, too.
  const origin = first.byte === framesFrom ? first.frame.sample : 0
  const places = createSeekPoints(seekPointOf(first))
  const statedEnd = info.totalSamples === null ? null : origin + info.totalSamples
  const isDoubtful =
    info.totalSamples === null || info.totalSamples > mostSamplesIn(to - first.byte)
  let endSample = isDoubtful ? null : statedEnd

  async function end() {
    endSample ??= (await findEndSample(finder, { from: first.byte, to })) ?? statedEnd ?? Infinity
    return { byte: to, sample: endSample }
  }

  /** Bytes that so many samples take, as the whole of the file has it, and some more. */
  async function reckonBytes(samples: number): Promise<number> {
    const { sample } = await end()
    const bytesPerSample = (to - first.byte) / Math.max(1, sample - first.frame.sample)
    const bytes = Math.ceil(samples * bytesPerSample * 1.1)
    return Math.max(0, Math.min(bytes + finder.windowBytes / 2, mostReadBytes))
  }

  return {
    async *packets({ start, end: stop }): AsyncGenerator<readonly Packet[]> {
      const startSample = origin + Math.max(0, Math.floor(start * info.sampleRate))
      const stopSample = origin + stop * info.sampleRate
      const whole = await reckonBytes(stopSample - startSample)
      const lastSample = (await end()).sample - 1
      let found = await seekToSample(Math.min(startSample, lastSample), {
        finder,
        places,
        end: await end(),
        readBytes: Math.min(whole, mostSearchBytes),
      })
      let reached = 0
      while (found) {
        const packets: Packet[] = []
        let last = found
        for (last of framesWith(found, stream)) {
          const { sample, samples, length } = last.frame
          if (sample >= stopSample) {
            places.add(seekPointOf(last))
            yield packets
            return
          }
          if (sample < reached) continue
          reached = sample + samples
          const time = (sample - origin) / info.sampleRate
          if (reached > startSample) packets.push({ bytes: last.bytes.subarray(0, length), time })
        }
        const readBytes = await reckonBytes(stopSample - reached)
        const reading = finder.firstFrom(endOf(last), { readBytes })
        // Should nobody ask for more, nobody waits for it.
        reading.catch(() => {})
        yield packets
        found = await reading
      }
    },
    async findDuration() {
      const { sample } = await end()
      return Number.isFinite(sample) ? (sample - origin) / info.sampleRate : null
    },
  }
}

/** Speech and music take more than a bit for each sample of a channel; what claims to take less is looked at. */
const mostSamplesIn = (bytes: number) => bytes * 8

/** Between the metadata and the first frame, bytes. */
const mostGarbage = 256 * 1024

/** Finds the first frame, which shows how frames are counted. */
async function findFirst(
  source: ByteSource,
  { info, framesFrom, to }: { info: StreamInfo; framesFrom: number; to: number },
): Promise<{ finder: FrameFinder; first: FoundFrame } | null> {
  const [, second] = await source.read(framesFrom, framesFrom + 2)
  const seconds = [fixedBlockingByte, variableBlockingByte] as const
  const mostSamples = info.mostSamplesPerFrame
  for (const kind of second === variableBlockingByte ? seconds.toReversed() : seconds) {
    const before = Math.min(to, framesFrom + mostGarbage)
    const guessed = {
      info,
      second: kind,
      samplesPerNumber: kind === fixedBlockingByte ? mostSamples : 1,
    }
    const finder = createFrameFinder(source, { stream: guessed, to })
    const first = await finder.firstFrom(framesFrom, { before })
    if (!first) continue
    const { sample, samples } = first.frame
    if (kind === variableBlockingByte || samples === mostSamples) return { finder, first }
    const stream = { ...guessed, samplesPerNumber: samples }
    return {
      finder: createFrameFinder(source, { stream, to }),
      first: { ...first, frame: { ...first.frame, sample: (sample / mostSamples) * samples } },
    }
  }
  return null
}
