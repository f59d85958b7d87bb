import type { AudioRange } from './decoding/recording-decoder.ts'
import type { RecordingChapter } from './chapters/recording-chapter.ts'
import type { Continuity } from './continuous/continuous-copy.ts'
import type { VirtualFile } from './seeking/virtual-file.ts'
import type { FrameCount } from './frames/frame-counter.ts'
import type { FrameIndex } from './frames/frame-index.ts'
import type { AudioInfo } from './audio-info.ts'

/**
 * Reads the sound of one recording, off the main thread. What is asked rejects with an Error whose message
 * completes "The sound cannot be read:", and never settles after `dispose`, which ends it within
 * milliseconds: workers are ended, not asked.
 */
export interface AudioReader {
  /** How many calls of `peaks` run at the same time. */
  readonly workerCount: number
  open(): Promise<AudioInfo>
  /** Reads the recording through once; `null` for sound that is not made of frames alone. */
  countFrames(onProgress: (done: number) => void): Promise<FrameCount | null>
  /** From now on times come from this index. */
  setFrameIndex(index: FrameIndex): void
  /** See `continuousCopy`. */
  continuity(): Promise<Continuity>
  /** See `virtualMp4`. */
  seekableFile(index: FrameIndex): Promise<VirtualFile>
  /** `count` peaks from `first` on, hundredths of a second, 0 to 255 (see `computePeaks`). */
  peaks(part: { first: number; count: number }): Promise<Uint8Array>
  /** See `fingerprint`; `null` where the browser has no means to make one. */
  fingerprint(): Promise<string | null>
  /** See `readRecordingChapters`. */
  chapters(): Promise<readonly RecordingChapter[]>
  /** See `detectSilences`. */
  detectSilences(finest: Uint8Array): Promise<AudioRange[] | null>
  dispose(): void
}
