import type { AudioRange } from '../decoding/recording-decoder.ts'

/** One encoded packet; all packets of sound stand alone but for what the decoder remembers. */
export interface Packet {
  readonly bytes: Uint8Array
  /** Seconds, of the first of the samples that come of it; below 0 where they are before what is heard. */
  readonly time: number
}

/** Knows where the packets of a recording lie. */
export interface PacketSource {
  /**
   * The packets whose samples reach into a range, in order and without holes, so many at a time as are read at
   * once. One more at either end does no harm. Bytes are good until the next are asked for. Throws an Error
   * whose message completes "The sound cannot be decoded:".
   */
  packets(range: AudioRange): AsyncIterable<readonly Packet[]>
}
