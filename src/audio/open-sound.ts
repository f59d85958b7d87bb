import type { ByteSource } from './byte-source.ts'
import { createAdtsDecoder } from './decoding/adts.ts'
import { openContained } from './decoding/container.ts'
import { reckonedDuration } from './decoding/framed-sound.ts'
import type { FramedSound } from './decoding/framed-sound.ts'
import { createMpegDecoder } from './decoding/mpeg.ts'
import { createWaveDecoder } from './decoding/pcm/wave-decoder.ts'
import { findWaveSound } from './decoding/pcm/wave-sound.ts'
import type { WaveSound } from './decoding/pcm/wave-sound.ts'
import type { SoundDecoder } from './decoding/sound-decoder.ts'
import { findFrames } from './frames/first-frame.ts'
import type { FramedStream } from './frames/first-frame.ts'
import type { FrameIndex } from './frames/frame-index.ts'
import { looksConstant } from './frames/looks-constant.ts'
import type { SoundFacts } from './sound-facts.ts'
import { Unhearable } from './unhearable.ts'

/** A recording whose sound can be had as numbers, of any stretch. */
export interface OpenedSound {
  readonly source: ByteSource
  readonly facts: SoundFacts
  /** Where the frames lie, for sound that is nothing but frames. */
  readonly stream: FramedStream | null
  /** From now on times are told by this count of frames, not by the bytes a second. */
  placeByCount(index: FrameIndex): void
  createDecoder(): Promise<SoundDecoder>
}

/**
 * Opens a recording without reading through it. Rejects with an Error whose message completes "The sound
 * cannot be read:".
 */
export async function openSound(source: ByteSource): Promise<OpenedSound> {
  const stream = await findFrames(source)
  if (stream) return openFramed(source, stream)
  const wave = await findWaveSound(source)
  if (wave) return openWave(source, wave)
  const { facts, createDecoder } = await openContained(source)
  return { source, facts, stream: null, placeByCount() {}, createDecoder }
}

function openWave(source: ByteSource, wave: WaveSound): OpenedSound {
  const frames = Math.floor((wave.dataTo - wave.dataFrom) / wave.bytesPerFrame)
  if (frames === 0) throw new Unhearable('it ends where its sound should begin')
  return {
    source,
    facts: {
      container: 'WAVE',
      codec: 'pcm',
      duration: frames / wave.sampleRate,
      sampleRate: wave.sampleRate,
      channels: wave.channels,
      frames: null,
    },
    stream: null,
    placeByCount() {},
    createDecoder: () => Promise.resolve(createWaveDecoder(source, wave)),
  }
}

async function openFramed(source: ByteSource, stream: FramedStream): Promise<OpenedSound> {
  let sound: FramedSound = { source, stream, index: null }
  const isMpeg = stream.format === 'mp3'
  const { sampleRate, channels } = stream.header
  return {
    source,
    facts: {
      container: isMpeg ? 'MP3' : 'ADTS',
      codec: isMpeg ? 'mp3' : 'mp4a.40.2',
      duration: reckonedDuration(sound),
      sampleRate,
      channels,
      frames: { stream, isConstant: await looksConstant(source, stream) },
    },
    stream,
    placeByCount: (index) => (sound = { ...sound, index }),
    createDecoder: () => (isMpeg ? createMpegDecoder(() => sound) : createAdtsDecoder(() => sound)),
  }
}
