import { expose, transfer } from 'comlink'
import { virtualMp4 } from '#audio/exact/virtual-file.ts'
import type { VirtualFile } from '#audio/exact/virtual-file.ts'
import { fingerprint } from '#audio/fingerprint.ts'
import { gatherPeaks } from '#audio/gather-peaks.ts'
import { findSilences } from '#audio/silences.ts'
import { openSound } from '#audio/open-sound.ts'
import type { OpenedSound } from '#audio/open-sound.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import type { FrameCount } from '#audio/frames/frame-counter.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { openBytes } from '#sources/byte-sources.ts'
import type { SoundPlace } from '#sources/byte-sources.ts'
import type { SoundDecoder } from '#audio/decoding/sound-decoder.ts'

let opened: OpenedSound | null = null
let decoder: SoundDecoder | null = null

const theSound = () => {
  if (!opened) throw new Error('sound.worker: nothing has been opened')
  return opened
}

const doors = {
  async open(place: SoundPlace) {
    opened = await openSound(await openBytes(place))
    return opened.facts
  },
  /** Reads the recording through once; `null` for sound that is not made of frames alone. */
  async countFrames(onProgress: (done: number) => void): Promise<FrameCount | null> {
    const { source, stream } = theSound()
    return stream && countFrames(source, stream, { onProgress })
  },
  /** From now on times are told by this count of frames. */
  placeByCount(index: FrameIndex) {
    theSound().placeByCount(index)
  },
  /** See `virtualMp4`: its head is megabytes for ten hours. */
  exactFile(index: FrameIndex): VirtualFile {
    const file = virtualMp4(index)
    if (file.kind === 'impossible') return file
    const heads = file.parts.flatMap((part) => (part instanceof Uint8Array ? [part.buffer] : []))
    return transfer(file, heads)
  },
  fingerprint: () => fingerprint(theSound().source),
  findSilences,
  /** See `gatherPeaks`. */
  async peaks(part: { first: number; count: number }) {
    decoder ??= await theSound().createDecoder()
    const peaks = await gatherPeaks(decoder, part)
    return transfer(peaks, [peaks.buffer])
  },
}

export type SoundDoors = typeof doors

expose(doors)
