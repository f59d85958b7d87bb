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
  UnsupportedInputFormatError,
  WAVE,
  WEBM,
} from 'mediabunny'
import type { InputAudioTrack } from 'mediabunny'
import type { ByteSource } from '../byte-source.ts'
import { isPlausible } from '../longest-recording.ts'
import { UndecodableAudio } from '../undecodable.ts'
import type { AudioInfo } from '../audio-info.ts'
import { createContainerPackets } from '../packets/container-packets.ts'
import { readFlacPackets } from '../packets/flac/flac-packets.ts'
import { readMp4Packets } from '../packets/mp4/read-mp4-packets.ts'
import type { PacketSource } from '../packets/packet.ts'
import { createPacketDecoder } from './create-packet-decoder.ts'
import { createPacketStreamDecoder } from './packet-stream-decoder.ts'
import type { DecodedBlock, RecordingDecoder } from './recording-decoder.ts'

// What is odd about a recording is said in the page, not in the console.
Logging.level = LogLevel.Silent

/** Bytes of the file that mediabunny keeps. */
const cacheSize = 2 * 2 ** 20

/** A sound in a container that says where each packet lies, read by mediabunny. */
export interface ContainerAudio {
  readonly facts: AudioInfo
  createDecoder(): Promise<RecordingDecoder>
}

/**
 * Opens the first sound track of an MP4, QuickTime, WebM, Matroska, Ogg or FLAC file, reading of it
 * only what is needed. Rejects with an Error whose message completes "The sound cannot be read:"; with
 * UndecodableAudio where nothing else could play it either.
 */
export async function openContainer(source: ByteSource): Promise<ContainerAudio> {
  let unread: unknown = null
  const read = (from: number, to: number) =>
    source.read(from, to).catch((error: unknown) => {
      unread = error
      throw error
    })
  try {
    return await openByMediabunny({ size: source.size, read })
  } catch (error) {
    if (unread !== null) throw unread
    throw isForPage(error) ? error : new Error(explained(error), { cause: error })
  }
}

/** Errors made here have a sentence; those of mediabunny are for programmers. */
class NoSound extends Error {}
const isForPage = (error: unknown) => error instanceof NoSound || error instanceof UndecodableAudio

const explained = (error: unknown) =>
  error instanceof UnsupportedInputFormatError
    ? 'its format is not one that this page reads'
    : 'what it says about its own parts is damaged'

async function openByMediabunny(source: ByteSource): Promise<ContainerAudio> {
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
          throw new UndecodableAudio('it is encrypted (DRM), and plays only where it was bought')
        },
      },
    },
  })
  const track = await input.getPrimaryAudioTrack()
  if (!track) throw new NoSound('there is no sound in this file')
  const config = await track.getDecoderConfig()
  if (!config) throw new NoSound('its sound is encrypted, or of a kind that is not known')
  const { name } = await input.getFormat()
  const packets = await findPackets(track, source, name)
  // A file that was not copied to its end may say all about its sound, and have none.
  if (!packets) throw new UndecodableAudio('it ends where its sound should begin')
  return {
    facts: {
      container: name,
      codec: config.codec,
      duration: Math.max(0, packets.duration),
      sampleRate: config.sampleRate,
      channels: config.numberOfChannels,
      tracks: (await input.getAudioTracks()).length,
      pictureCodec: await pictureCodecOf(input),
      frames: null,
    },
    createDecoder: isUncompressed(config)
      ? () => Promise.resolve(createUncompressedDecoder(track))
      : compressedDecoders(packets.source, withOwnBytes(config)),
  }
}

async function pictureCodecOf(input: Input): Promise<string | null> {
  const track = await input.getPrimaryVideoTrack()
  return track && String(track.codec ?? track.internalCodecId ?? 'unknown')
}

/**
 * Where the packets lie, and how long they sound, seconds; `null` where there is none. Asked about an MP4,
 * mediabunny makes large tables of all its samples, and it finds a place in FLAC by reading all that is before
 * it: those two are read by our own hand, where they are as usual.
 */
async function findPackets(
  track: InputAudioTrack,
  bytes: ByteSource,
  name: string,
): Promise<{ readonly source: PacketSource; readonly duration: number } | null> {
  async function durationOf() {
    const stated = await track.getDurationFromMetadata()
    return stated !== null && isPlausible(stated, bytes.size) ? stated : track.computeDuration()
  }
  if (name === MP4.name || name === QTFF.name) {
    const source = await readMp4Packets(bytes)
    if (source) {
      const [first] = await source.firstPackets()
      return first ? { source, duration: source.duration } : null
    }
  }
  if (name === FLAC.name) {
    const source = await readFlacPackets(bytes)
    if (source) return { source, duration: (await source.findDuration()) ?? (await durationOf()) }
  }
  const sink = new EncodedPacketSink(track)
  if (!(await sink.getFirstPacket())) return null
  return { source: createContainerPackets(sink), duration: await durationOf() }
}

const isUncompressed = ({ codec }: AudioDecoderConfig) =>
  codec.startsWith('pcm-') || codec === 'ulaw' || codec === 'alaw'

/** Holds nothing else: mediabunny, where it is not needed, keeps tens of megabytes. */
const compressedDecoders =
  (source: PacketSource, config: AudioDecoderConfig) => async (): Promise<RecordingDecoder> => {
    const decoder = await createPacketDecoder(config)
    return createPacketStreamDecoder(source, decoder)
  }

/** What describes the codec is some bytes of all that mediabunny has read of the table of contents. */
function withOwnBytes(config: AudioDecoderConfig): AudioDecoderConfig {
  const { description } = config
  if (!description || !ArrayBuffer.isView(description)) return config
  const { buffer, byteOffset, byteLength } = description
  return { ...config, description: new Uint8Array(buffer, byteOffset, byteLength).slice() }
}

/** mediabunny turns PCM of every width, A-law and µ-law into numbers by itself. */
function createUncompressedDecoder(track: InputAudioTrack): RecordingDecoder {
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

function sliceOf(sample: Sample): DecodedBlock {
  const planes = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames)
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' })
    return plane
  })
  return { planes, time: sample.timestamp, sampleRate: sample.sampleRate }
}
