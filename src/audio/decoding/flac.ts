import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { createCompiledDecoder } from './compiled.ts'
import type { Decoded } from './compiled.ts'
import type { PacketDecoder } from './packet-decoder.ts'

/** The part of a FLACDecoder that its own `decodeFrames` calls, and makes a promise of (flac 0.2.11). */
interface Inside {
  readonly _decoder: { decodeFrames(frames: readonly Uint8Array[]): Decoded }
}

/** FLAC by libFLAC: every frame says by itself what it holds. */
export async function createFlacDecoder(): Promise<PacketDecoder> {
  const decoder = new FLACDecoder()
  await decoder.ready
  const { _decoder: inside } = decoder as unknown as Inside
  return createCompiledDecoder({
    decode: (packet) => inside.decodeFrames([packet]),
    reset: () => decoder.reset(),
    free: () => decoder.free(),
    skipped: 0,
    overlaps: false,
  })
}
