import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { createWasmDecoder } from './wasm-decoder.ts'
import type { WasmOutput } from './wasm-decoder.ts'
import type { PacketDecoder } from './packet-decoder.ts'

/** The parts of a FLACDecoder that its own `decodeFrames` uses (flac 0.2.11, src/FLACDecoder.js). */
interface Inside {
  readonly _decoder: {
    readonly _common: {
      readonly wasm: {
        readonly HEAP: ArrayBuffer
        decode_frame(decoder: number, input: number, length: number): void
        free(pointer: number): void
      }
      allocateTypedArray(length: number, Kind: typeof Uint8Array, isKept: boolean): Allocated
    }
    readonly _decoder: number
    readonly _channels: StoredNumber
    readonly _sampleRate: StoredNumber
    readonly _samplesDecoded: StoredNumber
    readonly _outputBufferPtr: StoredNumber
    readonly _outputBufferLen: StoredNumber
    readonly _errorStringPtr: StoredNumber
    readonly _stateStringPtr: StoredNumber
  }
}

interface Allocated {
  readonly ptr: number
  readonly buf: Uint8Array
}

/** A number in the decoder's memory. */
interface StoredNumber {
  readonly buf: Uint32Array
}

/**
 * FLAC by libFLAC: every frame says by itself what it holds. This is `FLACDecoder._decode` but for its errors,
 * which it writes to the console: every jump is one to it, as frames are missing then.
 */
export async function createFlacDecoder(): Promise<PacketDecoder> {
  const decoder = new FLACDecoder()
  await decoder.ready
  const inside = () => (decoder as unknown as Inside)._decoder

  function decode(packet: Uint8Array): WasmOutput {
    const { _common, _channels, _sampleRate, _samplesDecoded, ...rest } = inside()
    const { wasm } = _common
    const input = _common.allocateTypedArray(packet.length, Uint8Array, false)
    input.buf.set(packet)
    wasm.decode_frame(rest._decoder, input.ptr, packet.length)
    const pointer = rest._outputBufferPtr.buf[0]!
    const length = _samplesDecoded.buf[0]!
    const samples = new Float32Array(wasm.HEAP, pointer, rest._outputBufferLen.buf[0])
    const channelData = Array.from({ length: _channels.buf[0]! }, (_, channel) =>
      samples.slice(channel * length, (channel + 1) * length),
    )
    wasm.free(pointer)
    rest._outputBufferLen.buf[0] = 0
    _samplesDecoded.buf[0] = 0
    rest._errorStringPtr.buf[0] = 0
    rest._stateStringPtr.buf[0] = 0
    return { channelData, sampleRate: _sampleRate.buf[0]! }
  }

  return createWasmDecoder({
    decode,
    reset: () => decoder.reset(),
    free: () => decoder.free(),
    skipped: 0,
    overlaps: false,
  })
}
