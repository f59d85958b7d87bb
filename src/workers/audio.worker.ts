import '#sources/restrict-network.ts'
import { expose, transfer } from 'comlink'
import { virtualMp4 } from '#audio/seeking/virtual-file.ts'
import type { VirtualFile } from '#audio/seeking/virtual-file.ts'
import { fingerprint } from '#audio/fingerprint.ts'
import { readRecordingChapters } from '#audio/chapters/recording-chapters.ts'
import { computePeaks } from '#audio/peaks/compute-peaks.ts'
import { detectSilences } from '#audio/silences.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import type { FrameCount } from '#audio/frames/frame-counter.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { continuousCopy, convertLayerTwo } from '#audio/continuous/continuous-copy.ts'
import { openRecording, openWithIndex } from './indexed-recording.ts'

let opened: OpenedAudio | null = null
let decoder: RecordingDecoder | null = null
let lastPeaks: Promise<unknown> = Promise.resolve()

const openedAudio = () => {
  if (!opened) throw new Error('audio.worker: nothing has been opened')
  return opened
}

async function decodePeaks(part: { first: number; count: number }) {
  decoder ??= await openedAudio().createDecoder()
  const peaks = await computePeaks(decoder, part)
  return transfer(peaks, [peaks.buffer])
}

const api = {
  /** Called first, and once. `index`: where the frames are, if they have been counted. */
  async open(recording: RecordingSource, index: FrameIndex | null) {
    opened = await openWithIndex(recording, index)
    return opened.facts
  },
  /** Reads the whole recording once; `null` for audio that does not consist of frames alone. */
  async countFrames(onProgress: (done: number) => void): Promise<FrameCount | null> {
    const { source, stream } = openedAudio()
    return stream && countFrames(source, stream, { onProgress })
  },
  /** Times follow this index from now on. */
  setFrameIndex(index: FrameIndex) {
    openedAudio().setFrameIndex(index)
  },
  /** See `virtualMp4`. The head has megabytes for ten hours, so it is transferred. */
  seekableFile(index: FrameIndex): VirtualFile {
    const file = virtualMp4(index)
    if (file.kind === 'impossible') return file
    const heads = file.parts.flatMap((part) => (part instanceof Uint8Array ? [part.buffer] : []))
    return transfer(file, heads)
  },
  continuity: () => continuousCopy(openedAudio()),
  /** See there. Needs no `open` before. */
  async convertLayerTwo(recording: RecordingSource) {
    return convertLayerTwo(await openRecording(recording))
  },
  fingerprint: () => fingerprint(openedAudio().source),
  chapters() {
    const { source, facts } = openedAudio()
    return readRecordingChapters(source, facts.container)
  },
  detectSilences,
  /** See `computePeaks`. */
  async peaks(part: { first: number; count: number }) {
    // A decoder serves one request at a time.
    const peaks = lastPeaks.then(() => decodePeaks(part))
    lastPeaks = peaks.catch(() => undefined)
    return peaks
  },
}

export type AudioWorkerApi = typeof api

expose(api)
