/** One frame of acoustic features every 10 ms. */
export const framesPerSecond = 100

/** Frames, half open, counted from the start of the recording. */
export interface FrameRange {
  readonly from: number
  readonly to: number
}
