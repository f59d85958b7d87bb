import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis'
import { createWasmDecoder } from './wasm-decoder.ts'
import type { WasmOutput } from './wasm-decoder.ts'
import type { PacketDecoder } from './packet-decoder.ts'

/** The parts of an OggVorbisDecoder that take packets, whatever container they come in (ogg-vorbis 0.1.20). */
interface Inside {
  readonly _decoder: {
    sendSetupHeader(header: Uint8Array): void
    initDsp(): void
    decodePackets(packets: readonly Uint8Array[]): WasmOutput
  }
}

/** Vorbis by libvorbis; `headers` are its three, laced as Matroska does (“Xiph lacing”, RFC 9559, 10.3.2). */
export async function createVorbisDecoder(headers: Uint8Array): Promise<PacketDecoder> {
  const { identification, setup } = unlace(headers)
  const decoder = new OggVorbisDecoder()
  await decoder.ready
  const { _decoder: inside } = decoder as unknown as Inside
  function begin() {
    inside.sendSetupHeader(identification)
    inside.sendSetupHeader(setup)
    inside.initDsp()
  }
  begin()
  return createWasmDecoder({
    decode: (packet) => inside.decodePackets([packet]),
    async reset() {
      await decoder.reset()
      begin()
    },
    free: () => decoder.free(),
    skipped: 0,
    overlaps: true,
  })
}

/** The comments, which lie between, hold nothing that is heard. */
function unlace(headers: Uint8Array) {
  let at = 1
  const lengths = [0, 0].map(() => {
    let length = 0
    for (; headers[at] === 255; at++) length += 255
    return length + headers[at++]!
  })
  const [identification, comments] = lengths as [number, number]
  return {
    identification: headers.subarray(at, at + identification),
    setup: headers.subarray(at + identification + comments),
  }
}
