import type { Packet } from '../../packets/packet.ts'
import type { PacketDecoder } from '../packet-decoder.ts'
import { createTimestampSmoother } from '../timestamp-smoother.ts'
import { createAacFrameDecoder } from './aac-frames.ts'
import { UnsupportedAac } from './unsupported.ts'

/** What decodes sound that turns out not to be plain AAC-LC: HE-AAC may say so only inside its frames. */
type OtherDecoder = () => Promise<PacketDecoder>

interface PlainAac {
  /** See `plainRateIndex`. */
  readonly rateIndex: number
  /** Hertz, of the container. */
  readonly sampleRate: number
  /** Bytes before the coded sound of each packet. */
  readonly headerLength: number
}

/** Decodes AAC-LC. A broken frame is silent, and those after it are heard again. */
export function createAacDecoder(
  { rateIndex, sampleRate, headerLength }: PlainAac,
  createOther: OtherDecoder,
): PacketDecoder {
  const frames = createAacFrameDecoder(rateIndex)
  let other: PacketDecoder | null = null

  /** `null` where the frame is broken. */
  function decodeFrame({ bytes }: Packet) {
    try {
      return frames.decode(bytes.subarray(headerLength))
    } catch (error) {
      if (error instanceof UnsupportedAac) throw error
      frames.reset()
      return null
    }
  }

  return {
    async decode(packets, take) {
      if (other) return other.decode(packets, take)
      frames.reset()
      const timeline = createTimestampSmoother()
      const iterator = packets[Symbol.asyncIterator]()
      let [decoded, broken] = [0, 0]
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        for (const [at, packet] of next.value.entries()) {
          try {
            const planes = decodeFrame(packet)
            const length = planes?.[0]?.length ?? 0
            const time = timeline.place(packet.time, length / sampleRate)
            if (planes && length > 0) take({ planes, time, sampleRate })
            if (planes) decoded++
            else broken++
          } catch (error) {
            if (!(error instanceof UnsupportedAac)) throw error
            other = await createOther()
            return other.decode(joined(next.value.slice(at), iterator), take)
          }
        }
      }
      if (broken > 0 && decoded === 0) throw new Error('its frames are damaged')
    },
    dispose: () => other?.dispose(),
  }
}

async function* joined<Value>(first: Value, rest: AsyncIterator<Value>): AsyncGenerator<Value> {
  yield first
  yield* { [Symbol.asyncIterator]: () => rest }
}
