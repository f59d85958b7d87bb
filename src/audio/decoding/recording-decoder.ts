/** Samples that belong together. They may be reused by the decoder as soon as `take` has returned. */
export interface DecodedBlock {
  /** One for each channel, of equal length, −1 to 1. */
  readonly planes: readonly Float32Array[]
  /** Seconds into the recording, of the first sample; may be below 0, before what is heard. */
  readonly time: number
  /** Hertz. */
  readonly sampleRate: number
}

/** Samples as the file has them: those of all channels take turns. They may be reused as soon as `take` has returned. */
export interface InterleavedBlock {
  readonly samples: Int16Array | Int32Array | Float32Array
  readonly channels: number
  /** The number that stands for 1. */
  readonly fullScale: number
  /** As of a `DecodedBlock`. */
  readonly time: number
  readonly sampleRate: number
}

/** Seconds, half open. */
export interface AudioRange {
  readonly start: number
  readonly end: number
}

/** Decodes any range of a recording. */
export interface RecordingDecoder {
  /**
   * Hands over slices, in order, that begin at the start of the range or before, and end at its end or after;
   * where the sound itself begins or ends, after or before. Holes are where a recording has no sound, as while
   * the recorder was paused: see `createGaplessMono`. Several ranges are decoded one after
   * another, never at once. Rejects with an Error whose message completes "The sound cannot be decoded:".
   */
  decode(range: AudioRange, take: (slice: DecodedBlock) => void): Promise<void>
  /** The same samples without a conversion, where the file has them as numbers of the machine. */
  readInterleaved?(range: AudioRange, take: (block: InterleavedBlock) => void): Promise<void>
  dispose(): void
}
