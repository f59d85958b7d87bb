import type { PacketSource } from '../packets/packet.ts'
import type { PacketDecoder } from './packet-decoder.ts'
import type { RecordingDecoder } from './recording-decoder.ts'

/**
 * Seconds that a decoder needs before its output is right: AAC overlaps frames, Vorbis blocks, and Opus
 * asks for 80 ms (RFC 7845, 4.6). The same for all.
 */
const runUp = 0.12

/**
 * How far packets are decoded beyond the end, seconds: for Opus, what is skipped at the start of a recording is
 * missing at the end of a range.
 */
const runOut = 0.1

/** Decodes any range of a recording that consists of packets. */
export const createPacketStreamDecoder = (
  source: PacketSource,
  decoder: PacketDecoder,
): RecordingDecoder => ({
  decode: ({ start, end }, take) =>
    decoder.decode(source.packets({ start: start - runUp, end: end + runOut }), take),
  dispose: decoder.dispose,
})
