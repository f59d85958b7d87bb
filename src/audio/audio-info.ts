import type { FramedStream } from './frames/first-frame.ts'

/** What a recording says about its sound. */
export interface AudioInfo {
  /** As people call it: MP3, ADTS, MP4, WebM, Ogg, FLAC, WAVE. */
  readonly container: string
  /** As WebCodecs writes it (https://www.w3.org/TR/webcodecs-codec-registry/). */
  readonly codec: string
  /** Seconds. */
  readonly duration: number
  /** Hertz. */
  readonly sampleRate: number
  readonly channels: number
  /** How many sound tracks it has; the first is played, drawn and aligned. */
  readonly tracks: number
  /** What its picture is coded in, as its container writes it (`avc1`, `V_MPEG4/ISO/ASP`); `null` without one. */
  readonly pictureCodec: string | null
  /** Of sound that is nothing but frames (MP3, ADTS), where a time must be counted; `null` for the others. */
  readonly frames: FramedAudioInfo | null
}

export interface FramedAudioInfo {
  readonly stream: FramedStream
  /** All frames looked at take the same bytes a second, so that a time can be reckoned. */
  readonly isConstant: boolean
}
