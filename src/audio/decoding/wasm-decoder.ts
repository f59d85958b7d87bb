import type { Packet } from '../packets/packet.ts'
import type { PacketDecoder } from './packet-decoder.ts'
import { createTimestampSmoother } from './timestamp-smoother.ts'

/** What a decoder made of one packet. */
export interface WasmOutput {
  /**
   * One for each channel, −1 to 1; empty where the packet is broken. They may lie in the decoder's memory, and are good
   * until it is called again.
   */
  readonly channelData: readonly Float32Array[]
  /** Hertz. */
  readonly sampleRate: number
}

/** A decoder of one codec, compiled to WebAssembly. */
export interface WasmDecoder {
  /** Throws where a broken packet has led it out of its memory; it is of no use then until it has been reset. */
  decode(packet: Uint8Array): WasmOutput
  reset(): Promise<void>
  free(): void
  /** Seconds by which the sound is before the times of the packets: what is skipped at the start. */
  readonly skipped: number
  /** What the first packet after a jump gives is made of the one before the jump. */
  readonly overlaps: boolean
}

/** Where a decoder's samples are, its packets say. */
export const createWasmDecoder = (compiled: WasmDecoder): PacketDecoder => ({
  async decode(packets, take) {
    let isFirst = true
    const timeline = createTimestampSmoother()
    for await (const some of packets) {
      for (const packet of some) {
        const decoded = decodedOrNothing(compiled, packet)
        if (!decoded) await compiled.reset()
        else if (!(isFirst && compiled.overlaps)) {
          const { channelData: planes, sampleRate } = decoded
          const length = (planes[0]?.length ?? 0) / sampleRate
          const time = timeline.place(packet.time - compiled.skipped, length)
          if (length > 0) take({ planes, sampleRate, time })
        }
        isFirst = false
      }
    }
  },
  dispose: () => compiled.free(),
})

/** A broken packet is silent; those after it are heard again. */
function decodedOrNothing(compiled: WasmDecoder, { bytes }: Packet): WasmOutput | null {
  try {
    return compiled.decode(bytes)
  } catch {
    return null
  }
}
