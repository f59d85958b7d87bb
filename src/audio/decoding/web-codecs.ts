import type { Packet } from '../packets/packet.ts'
import type { PacketDecoder } from './packet-decoder.ts'
import type { DecodedBlock } from './recording-decoder.ts'
import { createTimestampSmoother } from './timestamp-smoother.ts'

/** This many packets are on their way at once: more gains nothing and holds memory. */
const mostWaiting = 64

/**
 * WebKitGTK 2.50 ends the page when it copies floats of one channel (in stereo it does not), and copies whole
 * numbers well; elsewhere those take a quarter more time.
 */
function endsWithFloats(): boolean {
  const { userAgent } = navigator
  return /AppleWebKit/.test(userAgent) && !/Chrom/.test(userAgent)
}

/** The browser's own decoder (https://www.w3.org/TR/webcodecs/), with the waiting in it. */
export async function createWebCodecsDecoder(config: AudioDecoderConfig): Promise<PacketDecoder> {
  if (typeof AudioDecoder === 'undefined') {
    throw new Error('this browser has no AudioDecoder (WebCodecs)')
  }
  const { supported } = await AudioDecoder.isConfigSupported(config)
  if (supported !== true) throw new Error(`this browser cannot decode ${config.codec}`)

  let take: (slice: DecodedBlock) => void = () => {}
  let failure: Error | null = null
  let goOn: () => void = () => {}
  let timeline = createTimestampSmoother()
  let planes: Float32Array[] = []
  let decoder: AudioDecoder | null = null
  const copiesWholeNumbers = endsWithFloats()
  let wholeNumbers = new Int32Array(0)

  function onOutput(decoded: AudioData) {
    const { numberOfFrames: length, numberOfChannels, sampleRate } = decoded
    const time = timeline.place(decoded.timestamp / 1e6, length / sampleRate)
    if ((planes[0]?.length ?? 0) < length || planes.length !== numberOfChannels) {
      planes = Array.from({ length: numberOfChannels }, () => new Float32Array(length))
    }
    planes.forEach((plane, planeIndex) => {
      if (numberOfChannels === 1 && copiesWholeNumbers) copyWholeNumbers(decoded, plane)
      else decoded.copyTo(plane, { planeIndex, format: 'f32-planar' })
    })
    decoded.close()
    take({ planes: planes.map((plane) => plane.subarray(0, length)), time, sampleRate })
    goOn()
  }

  function copyWholeNumbers(decoded: AudioData, plane: Float32Array) {
    if (wholeNumbers.length < plane.length) wholeNumbers = new Int32Array(plane.length)
    decoded.copyTo(wholeNumbers, { planeIndex: 0, format: 's32-planar' })
    for (let at = 0; at < decoded.numberOfFrames; at++) plane[at] = wholeNumbers[at]! / 2 ** 31
  }

  /** A decoder that has failed is closed for good. */
  function start(): AudioDecoder {
    failure = null
    const started = new AudioDecoder({
      output: onOutput,
      error(reason) {
        failure = new Error(reason.message, { cause: reason })
        decoder = null
        goOn()
      },
    })
    started.addEventListener('dequeue', () => goOn())
    started.configure(config)
    return started
  }

  const mustWait = ({ decodeQueueSize }: AudioDecoder) =>
    decodeQueueSize > mostWaiting && failure === null

  async function decode(packets: AsyncIterable<readonly Packet[]>, onSlice: typeof take) {
    take = onSlice
    timeline = createTimestampSmoother()
    const current = (decoder ??= start())
    for await (const some of packets) {
      for (const { bytes, time } of some) {
        const timestamp = Math.round(time * 1e6)
        if (failure === null) {
          current.decode(new EncodedAudioChunk({ type: 'key', timestamp, data: bytes }))
        }
        while (mustWait(current)) {
          await new Promise<void>((resolve) => (goOn = resolve))
        }
        if (failure !== null) throw failure as Error
      }
    }
    await current.flush()
  }

  return {
    decode,
    dispose() {
      decoder?.close()
      decoder = null
    },
  }
}
