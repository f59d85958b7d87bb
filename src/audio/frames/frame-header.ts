/** What the first bytes of a frame of sound say about it. */
export interface FrameHeader {
  /** Bytes, the header among them. */
  readonly length: number
  /** Bytes before the coded sound; a checksum of the header among them. */
  readonly headerLength: number
  /** Samples of each channel. */
  readonly samples: number
  /** Hertz. */
  readonly sampleRate: number
  /** 0: written elsewhere. */
  readonly channels: number
  /** Bits a second. */
  readonly bitrate: number
  /**
   * What must be the same in all frames of a stream, so that one decoder reads them: those bits of the
   * header, where they stand in its first 32. Never 0.
   */
  readonly kind: number
}

/** Sound that is nothing but frames, one after the other, each of which says how long it is. */
export interface FramedFormat {
  readonly id: 'mp3' | 'adts'
  /** As many bytes as a header needs to be read. */
  readonly mostBytes: number
  /** `null` where no header stands, or fewer than `mostBytes` bytes are left. Frames are never empty. */
  readHeader(bytes: Uint8Array, at: number): FrameHeader | null
}
