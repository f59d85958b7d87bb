import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis'
import { createWasmDecoder } from './wasm-decoder.ts'
import type { WasmOutput } from './wasm-decoder.ts'
import type { PacketDecoder } from './packet-decoder.ts'

/** The parts of an OggVorbisDecoder that its own `decodePackets` uses (ogg-vorbis 0.1.20, src/OggVorbisDecoder.js). */
interface Inside {
  readonly _decoder: {
    sendSetupHeader(header: Uint8Array): void
    initDsp(): void
    readonly _common: {
      readonly wasm: { readonly HEAP: ArrayBuffer; decode_packets(decoder: number): void }
    }
    readonly _decoder: number
    readonly _input: { readonly buf: Uint8Array }
    readonly _inputLen: StoredNumber
    readonly _outputBufferPtr: StoredNumber
    readonly _channels: StoredNumber
    readonly _sampleRate: StoredNumber
    readonly _samplesDecoded: StoredNumber
    readonly _errorsLength: { readonly buf: Int32Array }
  }
}

/** A number in the decoder's memory. */
interface StoredNumber {
  readonly buf: Uint32Array
}

/**
 * Vorbis by libvorbis, as `decodePackets` runs it, but for its copies of all samples, two of each; `headers` are its three,
 * laced as Matroska does (“Xiph lacing”, RFC 9559, 10.3.2).
 */
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

  function decode(packet: Uint8Array): WasmOutput {
    const { _common, _input, _inputLen, _channels, _samplesDecoded, ...rest } = inside
    _input.buf.set(packet)
    _inputLen.buf[0] = packet.length
    _common.wasm.decode_packets(rest._decoder)
    rest._errorsLength.buf[0] = 0
    const { HEAP } = _common.wasm
    const length = _samplesDecoded.buf[0]!
    const pointers = new Uint32Array(HEAP, rest._outputBufferPtr.buf[0], _channels.buf[0])
    const channelData = Array.from(pointers, (pointer) => new Float32Array(HEAP, pointer, length))
    return { channelData, sampleRate: rest._sampleRate.buf[0]! }
  }

  return createWasmDecoder({
    decode,
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
