import {
  AudioSampleSink,
  CustomSource,
  EncodedPacketSink,
  FLAC,
  Input,
  LogLevel,
  Logging,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny'
import type { EncodedPacket, InputAudioTrack } from 'mediabunny'
import type { ByteSource } from '../byte-source.ts'
import { Unhearable } from '../unhearable.ts'
import type { SoundFacts } from '../sound-facts.ts'
import { createWebCodecsDecoder } from './web-codecs.ts'
import type { Packet } from './web-codecs.ts'
import type { Slice, SoundDecoder, Stretch } from './sound-decoder.ts'

// What is odd about a recording is said in the page, not in the console.
Logging.level = LogLevel.Silent

/** Bytes of the file that mediabunny keeps. */
const cacheSize = 2 * 2 ** 20

/**
 * What a decoder must hear before its sound is right, seconds: AAC overlaps frames, Vorbis blocks, and Opus
 * asks for 80 ms (RFC 7845, 4.6). The same for all.
 */
const runUp = 0.12

/**
 * How far packets are decoded beyond the end, seconds: for Opus, what is skipped at the start of a recording is
 * missing at the end of a stretch.
 */
const runOut = 0.1

/** A sound in a container that says where each packet lies, read by mediabunny. */
export interface ContainedSound {
  readonly facts: SoundFacts
  createDecoder(): Promise<SoundDecoder>
}

/**
 * Opens the first sound track of an MP4, QuickTime, WebM, Matroska, Ogg, FLAC or WAV file, reading of it
 * only what is needed. Rejects with an Error whose message completes "The sound cannot be read:"; with
 * Unhearable where nothing else could play it either.
 */
export async function openContained(source: ByteSource): Promise<ContainedSound> {
  const input = new Input({
    formats: [MP4, QTFF, WEBM, MATROSKA, OGG, FLAC, WAVE],
    source: new CustomSource({
      getSize: () => source.size,
      read: (from, to) => source.read(from, to),
      maxCacheSize: cacheSize,
      prefetchProfile: 'fileSystem',
    }),
    formatOptions: {
      isobmff: {
        resolveKeyId() {
          throw new Unhearable('it is encrypted (DRM), and plays only where it was bought')
        },
      },
    },
  })
  const track = await input.getPrimaryAudioTrack()
  if (!track) throw new Error('there is no sound in this file')
  const config = await track.getDecoderConfig()
  if (!config) throw new Error('its sound is encrypted, or of a kind that is not known')
  // A file that was not copied to its end may say all about its sound, and have none.
  if (!(await new EncodedPacketSink(track).getFirstPacket())) {
    throw new Unhearable('it ends where its sound should begin')
  }
  const duration = (await track.getDurationFromMetadata()) ?? (await track.computeDuration())
  const { name } = await input.getFormat()
  return {
    facts: {
      container: name,
      codec: config.codec,
      duration,
      sampleRate: config.sampleRate,
      channels: config.numberOfChannels,
      frames: null,
    },
    createDecoder: () =>
      config.codec.startsWith('pcm-') || config.codec === 'ulaw' || config.codec === 'alaw'
        ? Promise.resolve(createUncompressedDecoder(track))
        : createCompressedDecoder(track, config),
  }
}

async function createCompressedDecoder(
  track: InputAudioTrack,
  config: AudioDecoderConfig,
): Promise<SoundDecoder> {
  const sink = new EncodedPacketSink(track)
  const decoder = await createWebCodecsDecoder(config, await firstPacketsOf(sink))

  async function* packetsOf({ start, end }: Stretch): AsyncGenerator<Packet> {
    const first = (await sink.getPacket(start - runUp)) ?? (await sink.getFirstPacket())
    if (!first) return
    for await (const packet of sink.packets(first)) {
      if (packet.timestamp >= end + runOut) return
      yield packetOf(packet)
    }
  }
  return {
    decode: (stretch, take) => decoder.decode(packetsOf(stretch), take),
    dispose: decoder.dispose,
  }
}

/** Enough to see how a decoder begins. */
async function firstPacketsOf(sink: EncodedPacketSink): Promise<Packet[]> {
  const packets: Packet[] = []
  let packet = await sink.getFirstPacket()
  for (; packet && packets.length < 8; packet = await sink.getNextPacket(packet)) {
    packets.push(packetOf(packet))
  }
  return packets
}

const packetOf = ({ data, timestamp }: EncodedPacket): Packet => ({ bytes: data, time: timestamp })

/** mediabunny turns PCM of every width, A-law and µ-law into numbers by itself. */
function createUncompressedDecoder(track: InputAudioTrack): SoundDecoder {
  const sink = new AudioSampleSink(track)
  return {
    async decode({ start, end }, take) {
      for await (const sample of sink.samples(Math.max(0, start), end)) {
        take(sliceOf(sample))
        sample.close()
      }
    },
    dispose() {},
  }
}

type Sample = Awaited<ReturnType<AudioSampleSink['getSample']>> & object

function sliceOf(sample: Sample): Slice {
  const planes = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames)
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' })
    return plane
  })
  return { planes, time: sample.timestamp, sampleRate: sample.sampleRate }
}
