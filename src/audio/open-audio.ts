import type { ByteSource } from './byte-source.ts'
import { createAdtsDecoder } from './decoding/adts.ts'
import { openContainer } from './decoding/container.ts'
import { estimatedDuration } from './decoding/framed-audio.ts'
import type { FramedAudio } from './decoding/framed-audio.ts'
import { createMpegDecoder } from './decoding/mpeg.ts'
import { createWaveDecoder } from './decoding/pcm/wave-decoder.ts'
import { findWaveData, findWaveMp3 } from './decoding/pcm/wave-data.ts'
import type { WaveData } from './decoding/pcm/wave-data.ts'
import type { RecordingDecoder } from './decoding/recording-decoder.ts'
import { findFrames } from './frames/first-frame.ts'
import type { FramedStream } from './frames/first-frame.ts'
import type { FrameIndex } from './frames/frame-index.ts'
import { hasConstantBitrate } from './frames/constant-bitrate.ts'
import type { AudioInfo } from './audio-info.ts'
import { UndecodableAudio } from './undecodable.ts'

/** A recording of which any range can be decoded. */
export interface OpenedAudio {
  readonly source: ByteSource
  readonly facts: AudioInfo
  /** The frames, for a recording that is frames without a container. */
  readonly stream: FramedStream | null
  /** From now on times come from this index, not from the bit rate. */
  setFrameIndex(index: FrameIndex): void
  createDecoder(): Promise<RecordingDecoder>
}

/**
 * Opens a recording without reading through it. Rejects with an Error whose message completes "The sound
 * cannot be read:".
 */
export async function openAudio(source: ByteSource): Promise<OpenedAudio> {
  const stream = await findFrames(source)
  if (stream) return openFramed(source, stream)
  const wave = await findWaveData(source)
  if (wave) return openWave(source, wave)
  const frames = await findWaveMp3(source)
  if (frames) return openWaveMp3(frames)
  const { facts, createDecoder } = await openContainer(source)
  return { source, facts, stream: null, setFrameIndex() {}, createDecoder }
}

const onlySound = { tracks: 1, pictureCodec: null }

function openWave(source: ByteSource, wave: WaveData): OpenedAudio {
  const frames = Math.floor((wave.dataTo - wave.dataFrom) / wave.bytesPerFrame)
  if (frames === 0) throw new UndecodableAudio('it ends where its sound should begin')
  return {
    source,
    facts: {
      container: 'WAVE',
      codec: 'pcm',
      duration: frames / wave.sampleRate,
      sampleRate: wave.sampleRate,
      channels: wave.channels,
      ...onlySound,
      frames: null,
    },
    stream: null,
    setFrameIndex() {},
    createDecoder: () => Promise.resolve(createWaveDecoder(source, wave)),
  }
}

/** MP3 in a WAV, whose seeks browsers reckon from its bytes a second: all its frames have one bit rate. */
async function openWaveMp3(source: ByteSource): Promise<OpenedAudio> {
  const stream = await findFrames(source)
  if (!stream) throw new UndecodableAudio('it ends where its sound should begin')
  const { facts, ...opened } = await openFramed(source, stream)
  return { ...opened, stream: null, facts: { ...facts, container: 'WAVE', frames: null } }
}

async function openFramed(source: ByteSource, stream: FramedStream): Promise<OpenedAudio> {
  let sound: FramedAudio = { source, stream, index: null }
  const isMpeg = stream.format === 'mp3'
  const { sampleRate, channels } = stream.header
  return {
    source,
    facts: {
      container: isMpeg ? 'MP3' : 'ADTS',
      codec: isMpeg ? 'mp3' : 'mp4a.40.2',
      duration: estimatedDuration(sound),
      sampleRate,
      channels,
      ...onlySound,
      frames: { stream, isConstant: await hasConstantBitrate(source, stream) },
    },
    stream,
    setFrameIndex: (index) => (sound = { ...sound, index }),
    createDecoder: () => (isMpeg ? createMpegDecoder(() => sound) : createAdtsDecoder(() => sound)),
  }
}
