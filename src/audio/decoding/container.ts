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
import type { InputAudioTrack } from 'mediabunny'
import type { ByteSource } from '../byte-source.ts'
import { Unhearable } from '../unhearable.ts'
import type { SoundFacts } from '../sound-facts.ts'
import { containedPackets } from '../packets/contained-packets.ts'
import { readFlacPackets } from '../packets/flac/flac-packets.ts'
import { readMp4Packets } from '../packets/mp4/read-mp4-packets.ts'
import type { PacketSource } from '../packets/packet.ts'
import { createDecoderOf } from './decoder-of.ts'
import { createPacketedDecoder } from './packeted-sound.ts'
import { createWaveDecoder } from './pcm/wave-decoder.ts'
import { findWaveSound } from './pcm/wave-sound.ts'
import type { WaveSound } from './pcm/wave-sound.ts'
import type { Slice, SoundDecoder } from './sound-decoder.ts'

// What is odd about a recording is said in the page, not in the console.
Logging.level = LogLevel.Silent

/** Bytes of the file that mediabunny keeps. */
const cacheSize = 2 * 2 ** 20

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
  const { name } = await input.getFormat()
  // Asked for packets or for the duration of an MP4, mediabunny makes large tables of all its samples.
  const mp4 = name === MP4.name || name === QTFF.name ? await readMp4Packets(source) : null
  // And it finds a place in FLAC by reading all that is before it.
  const flac = name === FLAC.name ? await readFlacPackets(source) : null
  const wave = name === WAVE.name ? await findWaveSound(source) : null
  const sink = new EncodedPacketSink(track)
  const first = mp4 ? (await mp4.firstPackets())[0] : (flac ?? (await sink.getFirstPacket()))
  // A file that was not copied to its end may say all about its sound, and have none.
  if (!first) throw new Unhearable('it ends where its sound should begin')
  const duration =
    mp4?.duration ??
    (await track.getDurationFromMetadata()) ??
    (await flac?.findDuration()) ??
    (await track.computeDuration())
  return {
    facts: {
      container: name,
      codec: config.codec,
      duration,
      sampleRate: config.sampleRate,
      channels: config.numberOfChannels,
      frames: null,
    },
    createDecoder: wave
      ? waveDecoders(source, wave)
      : config.codec.startsWith('pcm-') || config.codec === 'ulaw' || config.codec === 'alaw'
        ? () => Promise.resolve(createUncompressedDecoder(track))
        : compressedDecoders(mp4 ?? flac ?? containedPackets(sink), withOwnBytes(config)),
  }
}

/** Holds nothing else: mediabunny, where it is not needed, keeps tens of megabytes. */
const compressedDecoders =
  (source: PacketSource, config: AudioDecoderConfig) => async (): Promise<SoundDecoder> => {
    const decoder = await createDecoderOf(config)
    return createPacketedDecoder(source, decoder)
  }

const waveDecoders =
  (source: ByteSource, wave: WaveSound) => (): Promise<SoundDecoder> =>
    Promise.resolve(createWaveDecoder(source, wave))

/** What describes the codec is some bytes of all that mediabunny has read of the table of contents. */
function withOwnBytes(config: AudioDecoderConfig): AudioDecoderConfig {
  const { description } = config
  if (!description || !ArrayBuffer.isView(description)) return config
  const { buffer, byteOffset, byteLength } = description
  return { ...config, description: new Uint8Array(buffer, byteOffset, byteLength).slice() }
}

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
