import type { Packet } from '../packets/packet.ts'
import type { PacketDecoder } from './packet-decoder.ts'
import type { Slice } from './sound-decoder.ts'

/** What a decoder made of one packet. */
export interface Decoded {
  /** One for each channel, −1 to 1; empty where the packet is broken. */
  readonly channelData: readonly Float32Array[]
  /** Hertz. */
  readonly sampleRate: number
}

/** A decoder of one codec, compiled to WebAssembly. */
export interface CompiledDecoder {
  /** Throws where a broken packet has led it out of its memory; it is of no use then until it has been reset. */
  decode(packet: Uint8Array): Decoded
  reset(): Promise<void>
  free(): void
  /** Seconds by which the sound is before the times of the packets: what is skipped at the start. */
  readonly skipped: number
  /** What the first packet after a jump gives is made of the one before the jump. */
  readonly overlaps: boolean
}

/** Times that differ by less are the same place told in whole milliseconds, seconds. */
const crack = 0.002

/** Slices of packets that follow each other follow each other, also where a container counts in milliseconds. */
export const createCompiledDecoder = (compiled: CompiledDecoder): PacketDecoder => ({
  async decode(packets, take) {
    let isFirst = true
    let end = Number.NaN
    for await (const some of packets) {
      for (const packet of some) {
        const decoded = decodedOrNothing(compiled, packet)
        if (!decoded) await compiled.reset()
        else if (!(isFirst && compiled.overlaps)) {
          const slice = sliceOf(decoded, packet, { end, skipped: compiled.skipped })
          end = slice.time + (slice.planes[0]?.length ?? 0) / slice.sampleRate
          if (slice.planes.length > 0) take(slice)
        }
        isFirst = false
      }
    }
  },
  dispose: () => compiled.free(),
})

/** A broken packet is silent; those after it are heard again. */
function decodedOrNothing(compiled: CompiledDecoder, { bytes }: Packet): Decoded | null {
  try {
    return compiled.decode(bytes)
  } catch {
    return null
  }
}

function sliceOf(
  { channelData, sampleRate }: Decoded,
  { time }: Packet,
  { end, skipped }: { end: number; skipped: number },
): Slice {
  const told = time - skipped
  return { planes: channelData, sampleRate, time: Math.abs(end - told) < crack ? end : told }
}
