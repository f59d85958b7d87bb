import { OpusDecoder } from 'opus-decoder'
import { createWasmDecoder } from './wasm-decoder.ts'
import type { PacketDecoder } from './packet-decoder.ts'

/** Where an identification header (RFC 7845, 5.1) tells what, bytes. */
const channelsAt = 9
const preSkipAt = 10
const familyAt = 18
const mappingAt = 21

/** Hertz: what Opus counts in, whatever was recorded. */
const opusRate = 48_000

/** Opus by libopus; `header` is its identification header, as containers give it. */
export async function createOpusDecoder(
  header: Uint8Array | null,
  channels: number,
): Promise<PacketDecoder> {
  const streams = header && streamsOf(header)
  const preSkip = header ? viewOf(header).getUint16(preSkipAt, true) : 0
  const decoder = new OpusDecoder({ channels, ...streams })
  await decoder.ready
  return createWasmDecoder({
    decode: (packet) => decoder.decodeFrame(packet),
    reset: () => decoder.reset(),
    free: () => decoder.free(),
    skipped: preSkip / opusRate,
    overlaps: false,
  })
}

/** More than two channels are several streams in one (RFC 7845, 5.1.1). */
function streamsOf(header: Uint8Array) {
  if (header.length < mappingAt || header[familyAt] === 0) return {}
  return {
    streamCount: header[familyAt + 1]!,
    coupledStreamCount: header[familyAt + 2]!,
    channelMappingTable: Array.from(header.subarray(mappingAt, mappingAt + header[channelsAt]!)),
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)
