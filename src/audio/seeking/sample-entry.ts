import { audioSpecificConfig } from '../frames/adts-header.ts'
import type { FrameIndex } from '../frames/frame-index.ts'
import { durationOfFrames } from '../frames/frame-index.ts'
import { isMpeg1 } from '../frames/mp3-header.ts'
import { box, descriptor, fullBox, uint16s, uint32s, zeros } from './box-writer.ts'
import type { Pieces } from './box-writer.ts'

/** ISO/IEC 14496-1, table 5. All three engines take both of MP3; FFmpeg writes them by the same rule. */
const objectTypes = { aac: 0x40, mp3OfMpeg2: 0x69, mp3OfMpeg1: 0x6b } as const
const audioStream = (5 << 2) | 1
const tags = { stream: 3, decoder: 4, decoderConfig: 5, sync: 6 } as const
/** Larger rates do not fit; then the decoder's own word holds. */
const highestWritten = 65_535

/** How the sound is coded: `mp4a` (ISO/IEC 14496-14, 5.6) with what its decoder wants to know. */
export function audioSampleEntry(index: FrameIndex, soundBytes: number): Pieces {
  const { channels, sampleRate } = index
  const rate = sampleRate > highestWritten ? 0 : sampleRate
  return box(
    'mp4a',
    zeros(6),
    uint16s(1),
    zeros(8),
    uint16s(channels, 16, 0, 0, rate, 0),
    fullBox('esds', {}, streamDescriptor(index, soundBytes)),
  )
}

function streamDescriptor(index: FrameIndex, soundBytes: number): Pieces {
  const isAac = index.format === 'adts'
  const mp3Type = isMpeg1(index.kind) ? objectTypes.mp3OfMpeg1 : objectTypes.mp3OfMpeg2
  const bitrate = Math.round((soundBytes * 8) / Math.max(1, durationOfFrames(index)))
  return descriptor(
    tags.stream,
    Uint8Array.of(0, 0, 0),
    descriptor(
      tags.decoder,
      Uint8Array.of(isAac ? objectTypes.aac : mp3Type, audioStream, 0, 0, 0),
      uint32s(bitrate, bitrate),
      ...(isAac ? [descriptor(tags.decoderConfig, audioSpecificConfig(index.kind))] : []),
    ),
    descriptor(tags.sync, Uint8Array.of(2)),
  )
}
