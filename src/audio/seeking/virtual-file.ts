import type { FrameIndex } from '../frames/frame-index.ts'
import { byteAt, sliceFrameIndex } from '../frames/frame-index.ts'
import { layerOf } from '../frames/mp3-header.ts'
import { mp4Header } from './mp4-header.ts'

/**
 * A file made of new bytes and of ranges of another file: an MP4 around frames
 * that stay where they are. `layer`: MPEG audio of layers I and II; `blocks`: ADTS with several blocks in
 * a frame; `channels`: AAC that says in itself what channels it has. Browsers play none of these in MP4.
 */
export type VirtualFile =
  | { readonly kind: 'possible'; readonly parts: readonly (Uint8Array<ArrayBuffer> | ByteRange)[] }
  | { readonly kind: 'impossible'; readonly reason: 'layer' | 'blocks' | 'channels' }

/** Bytes of the recording from `from` up to `to`. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** An MP4 of these frames, in which browsers seek exactly. */
export function virtualMp4(index: FrameIndex): VirtualFile {
  const { format, kind, channels, samplesPerFrame } = index
  if (format === 'mp3' && layerOf(kind) !== 3) return { kind: 'impossible', reason: 'layer' }
  if (format === 'adts' && samplesPerFrame !== 1024) return { kind: 'impossible', reason: 'blocks' }
  if (channels === 0) return { kind: 'impossible', reason: 'channels' }
  const played = withoutAddedFrames(index)
  const range = { from: byteAt(played, 0), to: byteAt(played, played.frameCount) }
  return { kind: 'possible', parts: [mp4Header(played), range] }
}

/** What a start may be moved by, seconds: nobody hears it. */
const littleMove = 0.005

/**
 * What encoder and decoder have added is left out by the frame: for LAME's 1105 samples one frame of 1152, which is
 * a millisecond more. An edit list could do it to the sample, but Chromium 156 then leaves out twice what is no
 * whole frame, until the first seek, and holds the table of all frames twice: 130 MB for ten hours. So it
 * is written for what is left only.
 */
function withoutAddedFrames(index: FrameIndex): FrameIndex {
  const { frameCount, samplesPerFrame, sampleRate, primingSamples, paddingSamples } = index
  const first = Math.round(primingSamples / samplesPerFrame)
  const moved = Math.abs(first * samplesPerFrame - primingSamples) / sampleRate
  if (moved > littleMove || first >= frameCount) return index
  const end = Math.max(first + 1, frameCount - Math.floor(paddingSamples / samplesPerFrame))
  return { ...sliceFrameIndex(index, first, end), primingSamples: 0, paddingSamples: 0 }
}

/** How long Firefox may take to hand a file to itself, milliseconds; 25 were measured for ten hours. */
const patienceMs = 2000

/**
 * The file, put together without being read: the browser reads the recording where it lies.
 *
 * Firefox 153 seeks in a Blob of several others only as far as it has read it, a minute more with each
 * seek: its streams of several parts cannot begin in the middle. A Blob that has been to its main process
 * and back is one that can; a channel between pages takes it there. (Others do not mind, in either way.)
 *
 * Keep `recording` for as long as the file is in use: a Blob that Firefox has downloaded is gone from the disk
 * with the last object that stands for it, and the file with it ("Sample data read failed").
 */
export async function createVirtualBlob(
  parts: readonly (Uint8Array<ArrayBuffer> | ByteRange)[],
  recording: Blob,
): Promise<Blob> {
  const pieces = parts.map((part) =>
    part instanceof Uint8Array ? part : recording.slice(part.from, part.to),
  )
  const blob = new Blob(pieces, { type: 'audio/mp4' })
  const name = `earshot ${Math.random()}`
  const [here, there] = [new BroadcastChannel(name), new BroadcastChannel(name)]
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<Blob>((resolve) => {
      there.addEventListener('message', ({ data }) => resolve(data instanceof Blob ? data : blob))
      timer = setTimeout(() => resolve(blob), patienceMs)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
      here.postMessage(blob)
    })
  } finally {
    clearTimeout(timer)
    here.close()
    there.close()
  }
}
