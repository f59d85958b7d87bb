import { expose, transfer } from 'comlink'
import { virtualMp4 } from '#audio/seeking/virtual-file.ts'
import type { VirtualFile } from '#audio/seeking/virtual-file.ts'
import { fingerprint } from '#audio/fingerprint.ts'
import { computePeaks } from '#audio/peaks/compute-peaks.ts'
import { detectSilences } from '#audio/silences.ts'
import { openAudio } from '#audio/open-audio.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import type { FrameCount } from '#audio/frames/frame-counter.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { openByteSource } from '#sources/byte-sources.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'

let opened: OpenedAudio | null = null
let decoder: RecordingDecoder | null = null

const theSound = () => {
  if (!opened) throw new Error('audio.worker: nothing has been opened')
  return opened
}

const api = {
  async open(place: RecordingSource) {
    opened = await openAudio(await openByteSource(place))
    return opened.facts
  },
  /** Reads the recording through once; `null` for sound that is not made of frames alone. */
  async countFrames(onProgress: (done: number) => void): Promise<FrameCount | null> {
    const { source, stream } = theSound()
    return stream && countFrames(source, stream, { onProgress })
  },
  /** From now on times are told by this count of frames. */
  setFrameIndex(index: FrameIndex) {
    theSound().setFrameIndex(index)
  },
  /** See `virtualMp4`: its head is megabytes for ten hours. */
  seekableFile(index: FrameIndex): VirtualFile {
    const file = virtualMp4(index)
    if (file.kind === 'impossible') return file
    const heads = file.parts.flatMap((part) => (part instanceof Uint8Array ? [part.buffer] : []))
    return transfer(file, heads)
  },
  fingerprint: () => fingerprint(theSound().source),
  detectSilences,
  /** See `computePeaks`. */
  async peaks(part: { first: number; count: number }) {
    decoder ??= await theSound().createDecoder()
    const peaks = await computePeaks(decoder, part)
    return transfer(peaks, [peaks.buffer])
  },
}

export type AudioWorkerApi = typeof api

expose(api)
