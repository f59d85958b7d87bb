import type { Packet } from '../packets/packet.ts'
import type { DecodedBlock } from './recording-decoder.ts'

/** Makes samples of packets. */
export interface PacketDecoder {
  /**
   * Decodes packets that follow each other. The first ones may come out wrong, as the decoder remembers what it was
   * given before; those after `runUp` seconds are right. Rejects with an Error whose message completes "The
   * sound cannot be decoded:".
   */
  decode(
    packets: AsyncIterable<readonly Packet[]>,
    take: (slice: DecodedBlock) => void,
  ): Promise<void>
  dispose(): void
}
